import { sample, objectXml } from '../setup/testing/metadata.ts';
import { aSeededOrg } from '../setup/testing/seededOrg.ts';
import type { SeededOrg } from '../setup/testing/seededOrg.ts';
import { recordAccess, sharingCondition } from './index.ts';
import type { AccessLevel } from './index.ts';

const agent = 'agent@clazar.local';
const integration = 'clazar.integration.user@clazar.local';
const offer = 'clazar__Offer__c';
const line = 'clazar__Line__c';

// https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/security_data_access.htm
function setUp(model = 'Private') {
  const org = aSeededOrg({ ...sample, 'CustomObject:Offer__c': objectXml('Offer', model) });
  const own = (ownerId: string): string => {
    const id = org.store.nextId(offer);
    org.store.insert(offer, [{ Id: id, Name: 'x', OwnerId: ownerId }]);
    return id;
  };
  const offerId = own(org.user().userId);
  return { org, offerId, own };
}

function visible(org: SeededOrg, object: string, username: string): string[] {
  const question = { object, alias: 't', user: org.user(username), policy: org.policy(username) };
  const condition = sharingCondition(org, question);
  const where = condition === undefined ? '' : ` WHERE ${condition.sql}`;
  return org.store
    .all(`SELECT t."Id" FROM "${object}" t${where}`, condition?.parameters ?? [])
    .map((row) => String(row['Id']));
}

function allows(org: SeededOrg, id: string, level: AccessLevel, object = offer): boolean {
  const access = recordAccess(org, org.user(agent), org.policy(agent));
  return access.accessible(object, [id], level).has(id);
}

function share(org: SeededOrg, offerId: string, to: string, level: string): void {
  const id = org.store.nextId('clazar__Offer__Share');
  org.store.insert('clazar__Offer__Share', [
    { Id: id, ParentId: offerId, UserOrGroupId: to, AccessLevel: level, RowCause: 'Manual' }
  ]);
}

test('should hide private records from other users', () => {
  const { org } = setUp();

  expect(visible(org, offer, agent)).toEqual([]);
});

test('should show owners their records', () => {
  const { org, own } = setUp();
  const mine = own(org.user(agent).userId);

  expect(visible(org, offer, agent)).toEqual([mine]);
  expect(allows(org, mine, 'delete')).toBe(true);
});

test.each<[string, AccessLevel[]]>([
  ['Private', []],
  ['Read', ['read']],
  ['ReadWrite', ['read', 'edit']]
])('should open records to all with the org-wide default %s: %j', (model, expected) => {
  const { org, offerId } = setUp(model);

  const levels = (['read', 'edit', 'delete'] as const).filter((level) =>
    allows(org, offerId, level)
  );

  expect(levels).toEqual(expected);
});

test('should show everything to whoever may view all records of the object', () => {
  const { org, offerId } = setUp();

  expect(visible(org, offer, integration)).toEqual([offerId]);
});

test.each<[string, AccessLevel[]]>([
  ['Read', ['read']],
  ['Edit', ['read', 'edit']],
  ['All', ['read', 'edit', 'delete']]
])('should open a record with a share of %s: %j', (level, expected) => {
  const { org, offerId } = setUp();
  share(org, offerId, org.user(agent).userId, level);

  const levels = (['read', 'edit', 'delete'] as const).filter((each) => allows(org, offerId, each));

  expect(levels).toEqual(expected);
});

test('should open a record to the members of a group, and of groups within it', () => {
  const { org, offerId } = setUp();
  const [outer, inner] = [org.store.nextId('Group'), org.store.nextId('Group')];
  org.store.insert('Group', [
    { Id: outer, Name: 'Outer', Type: 'Regular' },
    { Id: inner, Name: 'Inner', Type: 'Regular' }
  ]);
  org.store.insert('GroupMember', [
    { Id: org.store.nextId('GroupMember'), GroupId: outer, UserOrGroupId: inner },
    {
      Id: org.store.nextId('GroupMember'),
      GroupId: inner,
      UserOrGroupId: org.user(agent).userId
    }
  ]);

  share(org, offerId, outer, 'Read');

  expect(visible(org, offer, agent)).toEqual([offerId]);
});

test('should give the members of a queue the records of the queue', () => {
  const { org, own } = setUp();
  const queue = org.store.nextId('Group');
  org.store.insert('Group', [{ Id: queue, Name: 'Queue', Type: 'Queue' }]);
  org.store.insert('GroupMember', [
    { Id: org.store.nextId('GroupMember'), GroupId: queue, UserOrGroupId: org.user(agent).userId }
  ]);

  const queued = own(queue);

  expect(visible(org, offer, agent)).toEqual([queued]);
});

test('should show managers what their subordinates own, and not the other way round', () => {
  const { org, own } = setUp();
  const [boss, middle, low] = [1, 2, 3].map(() => org.store.nextId('UserRole'));
  org.store.insert('UserRole', [
    { Id: boss ?? '', Name: 'CEO' },
    { Id: middle ?? '', Name: 'VP', ParentRoleId: boss ?? '' },
    { Id: low ?? '', Name: 'Rep', ParentRoleId: middle ?? '' }
  ]);
  org.store.update('User', [
    { Id: org.user(agent).userId, UserRoleId: boss ?? '' },
    { Id: org.user().userId, UserRoleId: low ?? '' }
  ]);
  const agents = own(org.user(agent).userId);

  expect(visible(org, offer, agent)).toHaveLength(2);
  expect(allows(org, agents, 'edit')).toBe(true);
});

test('should treat details as their master is treated', () => {
  const { org, offerId } = setUp();
  const id = org.store.nextId(line);
  org.store.insert(line, [{ Id: id, Name: 'l', clazar__Offer__c: offerId }]);
  const before = visible(org, line, agent);

  share(org, offerId, org.user(agent).userId, 'Edit');

  expect(before).toEqual([]);
  expect(visible(org, line, agent)).toEqual([id]);
  expect(allows(org, id, 'delete', line)).toBe(true);
});

test('should not hide objects without owner or setup objects', () => {
  const { org } = setUp();

  expect(visible(org, 'Pricebook2', agent)).toHaveLength(1);
  expect(visible(org, 'PermissionSet', agent)).not.toHaveLength(0);
});
