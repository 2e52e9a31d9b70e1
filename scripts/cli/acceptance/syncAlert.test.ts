import { administrator, localUserId } from '../../org/index.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);

let here: SyncedOrg;

/** Beside the admins who are there: one by a permission set group, one who has left. */
const people = `Id setId = [SELECT Id FROM PermissionSet WHERE Name = 'Clazar_Admin'].Id;
  Id profileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id;
  List<User> users = new List<User>();
  for (String name : new List<String>{ 'grouped', 'left' }) {
    users.add(new User(Alias = name, LastName = name, Username = name + '@alert.test', Email = 'a@alert.test',
      ProfileId = profileId, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8',
      LanguageLocaleKey = 'en_US'));
  }
  insert users;
  PermissionSetGroup admins = new PermissionSetGroup(DeveloperName = 'Admins', MasterLabel = 'Admins');
  insert admins;
  insert new PermissionSetGroupComponent(PermissionSetGroupId = admins.Id, PermissionSetId = setId);
  insert new List<PermissionSetAssignment>{
    new PermissionSetAssignment(AssigneeId = users[0].Id, PermissionSetGroupId = admins.Id),
    new PermissionSetAssignment(AssigneeId = users[1].Id, PermissionSetId = setId)
  };
  users[1].IsActive = false;
  update users[1];`;

beforeAll(async () => {
  here = await aSyncedOrg();
  const outcome = await here.org.executeAnonymous(userId, people);
  expect(outcome).toMatchObject({ success: true });
}, 240_000);

afterAll(async () => {
  await here.close();
});

/** Syncs while Clazar refuses everything. */
async function fail(): Promise<void> {
  here.sandbox.control.addFault({ kind: 'status', status: 403, path: '/authenticate/' });
  here.sandbox.control.expireTokens();
  expect(await here.sync('changes')).toBe('Failed');
  here.sandbox.control.clearFaults();
}

async function succeed(): Promise<void> {
  expect(await here.sync('changes')).toBe('Completed');
}

/** How many notifications there were after each step. */
async function told(...steps: readonly (() => Promise<void>)[]): Promise<number[]> {
  const before = here.org.messages().length;
  const counts: number[] = [];
  for (const step of steps) {
    await step();
    counts.push(here.org.messages().length - before);
  }
  return counts;
}

async function usernames(recipients: unknown): Promise<string[]> {
  const ids = String(recipients).split(';');
  const list = ids.map((id) => `'${id}'`).join(', ');
  const soql = `SELECT Username FROM User WHERE Id IN (${list}) ORDER BY Username`;
  const { records } = await here.org.query(userId, { soql });
  return records.map(({ values }) => values.get('Username') as string);
}

test('should tell the admins of the second failure in a row, once, and again after a success', async () => {
  const counts = await told(fail, fail, fail, fail, succeed, fail, fail);

  expect(counts).toEqual([0, 1, 1, 1, 1, 1, 2]);
});

test('should not tell of failures with a success between them', async () => {
  await succeed();

  const counts = await told(fail, succeed, fail, succeed);

  expect(counts).toEqual([0, 0, 0, 0]);
});

test('should tell everybody who is an admin of Clazar and active, and say why', async () => {
  await succeed();

  await told(fail, fail);

  const message = here.org.messages().at(-1);
  expect(await usernames(message?.['Recipients'])).toEqual(
    expect.arrayContaining([administrator.username, 'grouped@alert.test'])
  );
  expect(await usernames(message?.['Recipients'])).not.toContain('left@alert.test');
  expect(message?.['Kind']).toBe('notification');
  expect(message?.['Body']).toContain('Clazar answered 403 to POST /authenticate/');
});
