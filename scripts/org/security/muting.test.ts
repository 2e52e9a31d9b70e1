import { fieldGrants, objectGrants, sample } from '../setup/testing/metadata.ts';
import { aSeededOrg } from '../setup/testing/seededOrg.ts';
import type { SeededOrg } from '../setup/testing/seededOrg.ts';
import type { AccessPolicy } from '../session/types.ts';

// https://help.salesforce.com/s/articleView?id=platform.perm_set_groups_muting.htm

const integration = 'clazar.integration.user@clazar.local';
const offer = 'clazar__Offer__c';

const agentSet = 'PermissionSet:Agent';
const groups = {
  ...sample,
  [agentSet]: `${sample[agentSet] ?? ''}<userPermissions><enabled>true</enabled><name>RunReports</name></userPermissions>`,
  'PermissionSetGroup:Desk':
    '<label>Desk</label><permissionSets>Agent</permissionSets><mutingPermissionSets>Less</mutingPermissionSets>'
};

function policyWith(muted: string, sources: Record<string, string> = groups): AccessPolicy {
  const org = aSeededOrg({ ...sources, 'MutingPermissionSet:Less': muted });
  assignGroup(org);
  return org.policy(integration);
}

/** The integration user reads and creates offers by a set of its own; notes and lines only by the group. */
function assignGroup(org: SeededOrg): void {
  const [group] = org.store.find('PermissionSetGroup', 'DeveloperName', ['Desk']);
  org.store.insert('PermissionSetAssignment', [
    {
      Id: org.store.nextId('PermissionSetAssignment'),
      AssigneeId: org.user(integration).userId,
      PermissionSetGroupId: group?.['Id'] ?? null
    }
  ]);
}

test('should give what the sets of a group give', () => {
  const policy = policyWith('<label>Less</label>');

  expect(policy.canEditField(offer, 'clazar__Note__c')).toBe(true);
  expect(policy.canDelete('clazar__Line__c')).toBe(true);
  expect(policy.hasCustomPermission('Act')).toBe(true);
  expect(policy.hasUserPermission('RunReports')).toBe(true);
});

test('should take away what is muted', () => {
  const policy = policyWith(
    `<label>Less</label>${objectGrants({ Line__c: 'D' })}
     <customPermissions><enabled>true</enabled><name>Act</name></customPermissions>
     <userPermissions><enabled>true</enabled><name>RunReports</name></userPermissions>`
  );

  expect([policy.canEdit('clazar__Line__c'), policy.canDelete('clazar__Line__c')]).toEqual([
    true,
    false
  ]);
  expect(policy.hasCustomPermission('Act')).toBe(false);
  expect(policy.hasUserPermission('RunReports')).toBe(false);
});

test('should take away an object that is muted to read altogether', () => {
  const policy = policyWith(`<label>Less</label>${objectGrants({ Line__c: 'R' })}`);

  expect([policy.canRead('clazar__Line__c'), policy.canCreate('clazar__Line__c')]).toEqual([
    false,
    false
  ]);
});

test('should leave a field that is muted to edit to be read, and none of one that is muted to read', () => {
  const editOnly =
    '<fieldPermissions><editable>true</editable><field>Offer__c.Note__c</field><readable>false</readable></fieldPermissions>';
  const [edit, read] = [
    policyWith(`<label>Less</label>${editOnly}`),
    policyWith(`<label>Less</label>${fieldGrants({ 'Offer__c.Note__c': 'edit' })}`)
  ];

  expect(edit.canReadField(offer, 'clazar__Note__c')).toBe(true);
  expect(edit.canEditField(offer, 'clazar__Note__c')).toBe(false);
  expect(read.canReadField(offer, 'clazar__Note__c')).toBe(false);
});

test('should not mute what a user has besides the group', () => {
  const policy = policyWith(`<label>Less</label>${objectGrants({ Offer__c: 'R' })}`);

  expect(policy.canRead(offer)).toBe(true);
});

test('should refuse a group that names no muting permission set', () => {
  expect(() => aSeededOrg(groups)).toThrow(
    'The permission set group Desk names a muting permission set that does not exist.'
  );
});
