import { failureOf } from './testing/failure.ts';
import { testProject } from './testing/project.ts';
import { refuseUnsupported } from './unsupported.ts';

test.each([
  ['ApprovalProcess', '<active>true</active>', 'approval processes'],
  [
    'AssignmentRules',
    '<assignmentRule>\n<active>true</active></assignmentRule>',
    'assignment rules'
  ],
  [
    'AutoResponseRules',
    '<autoResponseRule><active>true</active></autoResponseRule>',
    'auto-response rules'
  ],
  ['DuplicateRule', '<isActive>true</isActive>', 'duplicate rules'],
  ['EntitlementProcess', '<active>true</active>', 'entitlement processes'],
  ['EscalationRules', '<escalationRule><active>true</active></escalationRule>', 'escalation rules'],
  ['RestrictionRule', '<active>true</active>', 'restriction and scoping rules'],
  ['Territory2Rule', '<active>true</active>', 'territory rules'],
  ['Workflow', '<rules><active>true</active></rules>', 'workflow rules']
])('should refuse an active %s, and say how to go on', (type, xml, what) => {
  const project = testProject({ [`${type} Account`]: `\n${xml}` });

  expect(failureOf(() => refuseUnsupported(project))).toMatchObject({
    message: `The local org has no ${what}, and Account is active.`,
    action: 'Deactivate it, or leave it out of the local org by a line in .forceignore.',
    place: { file: `Account.${type}-meta.xml`, line: expect.any(Number) as number }
  });
});

test('should say how many there are', () => {
  const xml = '<rules><active>true</active></rules>';
  const project = testProject({ 'Workflow Account': xml, 'Workflow Case': xml });

  expect(() => refuseUnsupported(project)).toThrow('(and 1 more files like it)');
});

test('should let pass what is switched off, and what is supported', () => {
  const project = testProject({
    'Workflow Account': '<rules><active>false</active></rules><alerts><active>x</active></alerts>',
    'SharingRules Account': '<sharingOwnerRules></sharingOwnerRules>',
    'MatchingRules Account': '<matchingRules><ruleStatus>Active</ruleStatus></matchingRules>'
  });

  expect(() => refuseUnsupported(project)).not.toThrow();
});
