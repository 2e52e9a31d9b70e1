import { fieldXml, objectXml, sample } from '../setup/testing/metadata.ts';
import { aSeededOrg } from '../setup/testing/seededOrg.ts';
import type { SeededOrg, Sources } from '../setup/testing/seededOrg.ts';
import { recordAccess, sharingCondition } from './index.ts';
import type { AccessLevel } from './index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/security_about_sharing_rules.htm

const agent = 'agent@clazar.local';
const offer = 'clazar__Offer__c';

const metadata: Sources = {
  ...sample,
  'CustomField:Offer__c.Amount__c': fieldXml(
    'Amount__c',
    'Number',
    '<precision>10</precision><scale>0</scale>'
  ),
  'CustomField:Offer__c.Hot__c': fieldXml(
    'Hot__c',
    'Checkbox',
    '<defaultValue>false</defaultValue>'
  ),
  'Role:CEO': '<name>CEO</name>',
  'Role:VP': '<name>VP</name><parentRole>CEO</parentRole>',
  'Role:Rep': '<name>Rep</name><parentRole>VP</parentRole>',
  'Role:Other': '<name>Other</name><parentRole>CEO</parentRole>',
  'Group:Desk': '<name>Desk</name>'
};

const toAll = '<sharedTo><allInternalUsers></allInternalUsers></sharedTo>';

function criteriaRule(inside: string, level = 'Read', to = toAll): string {
  return `<sharingCriteriaRules><fullName>Rule</fullName><accessLevel>${level}</accessLevel>
    <label>Rule</label>${to}${inside}</sharingCriteriaRules>`;
}

function item(field: string, operation: string, value: string): string {
  return `<criteriaItems><field>${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
}

function ownerRule(from: string, to = toAll): string {
  return `<sharingOwnerRules><fullName>Rule</fullName><accessLevel>Edit</accessLevel><label>Rule</label>
    ${to}<sharedFrom>${from}</sharedFrom></sharingOwnerRules>`;
}

function orgWith(rules: string): SeededOrg {
  return aSeededOrg({ ...metadata, 'SharingRules:Offer__c': rules });
}

function own(org: SeededOrg, values: Record<string, string | number | boolean> = {}): string {
  const id = org.store.nextId(offer);
  org.store.insert(offer, [{ Id: id, Name: 'x', OwnerId: org.user().userId, ...values }]);
  return id;
}

function visible(org: SeededOrg): string[] {
  const question = { object: offer, alias: 't', user: org.user(agent), policy: org.policy(agent) };
  const condition = sharingCondition(org, question);
  const where = condition === undefined ? '' : ` WHERE ${condition.sql}`;
  return org.store
    .all(`SELECT t."Name" FROM "${offer}" t${where} ORDER BY "Name"`, condition?.parameters ?? [])
    .map((row) => String(row['Name']));
}

function allows(org: SeededOrg, id: string, level: AccessLevel): boolean {
  const access = recordAccess(org, org.user(agent), org.policy(agent));
  return access.accessible(offer, [id], level).has(id);
}

function inRole(org: SeededOrg, username: string | undefined, role: string): void {
  const [row] = org.store.find('UserRole', 'DeveloperName', [role]);
  org.store.update('User', [{ Id: org.user(username).userId, UserRoleId: row?.['Id'] ?? null }]);
}

test.each([
  [item('Note__c', 'equals', 'open,new'), ['A', 'B']],
  [item('Note__c', 'notEqual', 'open'), ['B', 'C']],
  [item('Note__c', 'equals', ''), ['C']],
  [item('Note__c', 'contains', 'PE'), ['A']],
  [item('Note__c', 'notContain', 'pe'), ['B', 'C']],
  [item('Note__c', 'startsWith', 'n'), ['B']],
  [item('Amount__c', 'greaterThan', '10'), ['B']],
  [item('Amount__c', 'greaterOrEqual', '10'), ['A', 'B']],
  [item('Amount__c', 'lessThan', '10'), ['C']],
  [item('Amount__c', 'lessOrEqual', '10'), ['A', 'C']],
  [item('Hot__c', 'equals', 'True'), ['C']],
  [item('Note__c', 'includes', 'open;other'), ['A']],
  [item('Note__c', 'excludes', 'open'), ['B', 'C']],
  [item('Note__c', 'equals', 'open') + item('Amount__c', 'equals', '10'), ['A']],
  [
    `<booleanFilter>(1 AND 2) OR 3</booleanFilter>${item('Note__c', 'equals', 'open')}${item('Amount__c', 'equals', '99')}${item('Hot__c', 'equals', 'true')}`,
    ['C']
  ]
])('should share the records that criteria pick: %s', (criteria, expected) => {
  const org = orgWith(criteriaRule(criteria));
  own(org, { Name: 'A', clazar__Note__c: 'Open', clazar__Amount__c: 10 });
  own(org, { Name: 'B', clazar__Note__c: 'new', clazar__Amount__c: 20 });
  own(org, { Name: 'C', clazar__Amount__c: 5, clazar__Hot__c: true });

  expect(visible(org)).toEqual(expected);
});

test.each<[string, AccessLevel[]]>([
  ['Read', ['read']],
  ['Edit', ['read', 'edit']]
])('should give with %s: %j', (level, expected) => {
  const org = orgWith(criteriaRule(item('Note__c', 'equals', 'open'), level));
  const id = own(org, { clazar__Note__c: 'open' });

  const given = (['read', 'edit', 'delete'] as const).filter((each) => allows(org, id, each));

  expect(given).toEqual(expected);
});

test.each([
  ['<role>VP</role>', 'VP', true],
  ['<role>VP</role>', 'Rep', false],
  ['<role>VP</role>', 'CEO', true],
  ['<role>VP</role>', 'Other', false],
  ['<roleAndSubordinates>VP</roleAndSubordinates>', 'Rep', true],
  ['<roleAndSubordinates>VP</roleAndSubordinates>', 'CEO', true],
  ['<roleAndSubordinates>VP</roleAndSubordinates>', 'Other', false],
  ['<roleAndSubordinatesInternal>CEO</roleAndSubordinatesInternal>', 'Other', true]
])('should share with %s: a %s sees it: %s', (to, role, expected) => {
  const org = orgWith(
    criteriaRule(item('Note__c', 'equals', 'open'), 'Read', `<sharedTo>${to}</sharedTo>`)
  );
  inRole(org, agent, role);
  own(org, { Name: 'A', clazar__Note__c: 'open' });

  expect(visible(org)).toEqual(expected ? ['A'] : []);
});

test('should share with the members of a group', () => {
  const rule = criteriaRule(
    item('Note__c', 'equals', 'open'),
    'Read',
    '<sharedTo><group>Desk</group></sharedTo>'
  );
  const org = orgWith(rule);
  own(org, { Name: 'A', clazar__Note__c: 'open' });
  const before = visible(org);

  const [group] = org.store.find('Group', 'DeveloperName', ['Desk']);
  const id = org.store.nextId('GroupMember');
  const GroupId = group?.['Id'] ?? null;
  org.store.insert('GroupMember', [{ Id: id, GroupId, UserOrGroupId: org.user(agent).userId }]);

  expect([before, visible(org)]).toEqual([[], ['A']]);
});

test.each([
  ['<role>Rep</role>', 'Rep', true],
  ['<role>VP</role>', 'Rep', false],
  ['<roleAndSubordinates>VP</roleAndSubordinates>', 'Rep', true],
  ['<roleAndSubordinates>VP</roleAndSubordinates>', 'Other', false],
  ['<allInternalUsers></allInternalUsers>', 'Other', true],
  ['<group>Desk</group>', 'Rep', false]
])('should share what owners in %s own: those of a %s: %s', (from, role, expected) => {
  const org = orgWith(ownerRule(from));
  inRole(org, undefined, role);
  own(org, { Name: 'A' });

  expect(visible(org)).toEqual(expected ? ['A'] : []);
});

test('should forget a rule that the project does not have any more', () => {
  const org = orgWith(ownerRule('<allInternalUsers></allInternalUsers>'));
  own(org, { Name: 'A' });
  const before = visible(org);

  const again = aSeededOrg({ ...metadata, 'SharingRules:Offer__c': '' });
  own(again, { Name: 'A' });

  expect([before, visible(again)]).toEqual([['A'], []]);
});

test.each([
  ['<sharingGuestRules></sharingGuestRules>', 'have sharingGuestRules, which a local org lacks'],
  [criteriaRule(item('Gone__c', 'equals', '1')), 'name the unknown field Gone__c'],
  [criteriaRule(item('Note__c', 'within', '1')), 'use the operation within'],
  [
    criteriaRule('', 'Read', '<sharedTo><role>Nobody</role></sharedTo>'),
    'name the unknown role Nobody'
  ],
  [
    criteriaRule('', 'Read', '<sharedTo><territory>T</territory></sharedTo>'),
    'name territory in sharedTo'
  ],
  [
    criteriaRule(`<booleanFilter>1 AND 7</booleanFilter>${item('Note__c', 'equals', 'x')}`),
    'have the filter 1 AND 7'
  ],
  [
    criteriaRule(
      '<accountSettings><opportunityAccessLevel>Read</opportunityAccessLevel></accountSettings>'
    ),
    'share more than the account (opportunityAccessLevel)'
  ]
])('should refuse %s', (rules, message) => {
  expect(() => orgWith(rules)).toThrow(`The sharing rules of Offer__c ${message}.`);
});

test('should refuse roles that are above themselves', () => {
  const circle = { ...metadata, 'Role:CEO': '<name>CEO</name><parentRole>Rep</parentRole>' };

  expect(() => aSeededOrg(circle)).toThrow('The role CEO is above itself.');
});

test('should refuse rules of an object that does not exist', () => {
  const rules = { ...sample, 'SharingRules:Gone__c': '', 'CustomObject:Box__c': objectXml('Box') };

  expect(() => aSeededOrg(rules)).toThrow('belong to the unknown object Gone__c');
});
