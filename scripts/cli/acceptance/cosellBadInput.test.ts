import { administrator, localUserId } from '../../org/index.ts';
import type { Fault } from '../../sandbox/index.ts';
import { anActionsDoor } from './actionsDoor.ts';
import type { ActionResult, ActionsDoor } from './actionsDoor.ts';
import { bothSides, openRequests } from './cosellModel/sides.ts';
import { letPass } from './cosellModel/world.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const admin = localUserId(administrator.username);
const most = 200;
const rep = 'clazar.user@clazar.local';

let here: SyncedOrg;
let door: ActionsDoor;

beforeAll(async () => {
  here = await aSyncedOrg();
  door = anActionsDoor(here);
}, 120_000);

beforeEach(async () => {
  await here.startOver();
  here.sandbox.control.clearFaults();
  // Clazar's rate limit is one for all tests of a minute.
  here.clock.advance(120_000);
});

afterEach(async () => {
  here.sandbox.control.clearFaults();
  await letPass(here, 60);
  await here.sync('changes');
  const { here: ours, there } = await bothSides(here);
  expect(ours).toEqual(there);
  expect(await openRequests(here)).toEqual([]);
});

afterAll(async () => {
  await door.close();
  await here.close();
});

async function column(soql: string): Promise<string[]> {
  const { records } = await here.org.query(admin, { soql });
  return records.flatMap(({ values }) => [...values.values()].slice(0, 1).map(String));
}

/** Invitations of AWS that a sync has brought. */
async function invitations(many: number): Promise<string[]> {
  for (let each = 0; each < many; each += 1) {
    const title = `Invited ${String(each).padStart(3, '0')}`;
    here.sandbox.control.putRecord('opportunities', { cloud: 'aws', title });
  }
  await here.sync('everything');
  return column(
    "SELECT Id FROM Cosell_Opportunity__c WHERE Title__c LIKE 'Invited %' ORDER BY Title__c"
  );
}

/** Co-sell opportunities that AWS has approved: they can be changed. */
async function approved(many: number): Promise<string[]> {
  const ids = await invitations(many);
  for (const { id, title } of here.sandbox.control.snapshot().opportunities) {
    if (!title.startsWith('Invited ')) continue;
    here.sandbox.control.putRecord('opportunities', { id, status: 'Approved', metadata: {} });
  }
  await here.sync('changes');
  return ids;
}

/** An Opportunity of the administrator. */
async function anOpportunity(): Promise<string | undefined> {
  const apex = `insert new Opportunity(Name = 'Secret', StageName = 'Prospecting', CloseDate = Date.today());`;
  await here.org.executeAnonymous(admin, apex);
  return (await column("SELECT Id FROM Opportunity WHERE Name = 'Secret'"))[0];
}

/** How often the cloud was asked for something. */
function asked(ending: string): number {
  return here.sandbox.control.requests().filter(({ path }) => path.endsWith(ending)).length;
}

function statuses(results: readonly ActionResult[]): Record<string, number> {
  const counts = Map.groupBy(results, ({ status }) => status);
  return Object.fromEntries([...counts].map(([status, all]) => [status, all.length]));
}

/** Everything that an input of an action on a record can be instead of a good one. */
const bad: readonly (readonly [object, string])[] = [
  [{}, 'REQUIRED_FIELD_MISSING'],
  [{ awsOpportunityId: 'O404' }, 'RESOURCE_NOT_FOUND'],
  [{ cosellOpportunityId: '001000000000001AAA' }, 'RESOURCE_NOT_FOUND']
];

test('should fail exactly the bad one of two hundred, at every position', async () => {
  const [id] = await invitations(1);
  const opportunityId = await anOpportunity();
  const linked = { cosellOpportunityId: id, opportunityId };
  await door.run('LinkCosellOpportunity', [linked]);
  await letPass(here, 2);

  for (let position = 0; position < most; position += 1) {
    const [input = {}, code] = bad[position % bad.length] ?? [];
    const inputs = Array<object>(most)
      .fill(linked)
      .with(position, { opportunityId, ...input });

    const results = await door.run('LinkCosellOpportunity', inputs);

    expect(results[position]).toMatchObject({ status: 'Failed', errors: [{ code }] });
    expect(statuses(results)).toEqual({ Failed: 1, Unchanged: most - 1 });
  }
}, 120_000);

test('should change all but the bad one, wherever it stands', async () => {
  const ids = await approved(60);

  // Before, at and behind what fits into one transaction.
  for (const position of [0, 1, 24, 47, 48, 49, 50, 51, 58, 59]) {
    const nextSteps = `Call them ${position}`;
    const [input = {}, code] = bad[position % bad.length] ?? [];
    const inputs: object[] = ids.map((id) => ({ cosellOpportunityId: id, nextSteps }));
    inputs[position] = { nextSteps, ...input };

    const results = await door.run('UpdateAwsCosellOpportunity', inputs);

    expect(results.map(({ success }) => success)).toEqual(ids.map((_, at) => at !== position));
    expect(results[position]?.errors).toMatchObject([{ code }]);
    await letPass(here, 10);
    expect(withNextStep(nextSteps)).toBe(ids.length - 1);
  }
}, 120_000);

/** How many records Clazar has with this next step. */
function withNextStep(text: string): number {
  const { opportunities } = here.sandbox.control.snapshot();
  return opportunities.filter(({ details }) => details['next_step'] === text).length;
}

test('should do once what is asked for twice in a call, and in two calls', async () => {
  const [id] = await invitations(1);
  const input = { cosellOpportunityId: id };

  const first = await door.run('AcceptAwsCosellOpportunity', [input, input, input]);
  const again = await door.run('AcceptAwsCosellOpportunity', [input]);

  expect(statuses(first)).toEqual({ Sent: 3 });
  expect(again[0]?.status).toBe('Unchanged');
  expect(new Set(first.map(({ requestId }) => requestId)).size).toBe(1);
  expect(asked('/accept/')).toBe(1);
});

test('should say to which cloud a record belongs', async () => {
  await here.sync('everything');
  const [id] = await column("SELECT Id FROM Cosell_Opportunity__c WHERE Cloud__c = 'Azure'");

  const [result] = await door.run('AcceptAwsCosellOpportunity', [{ cosellOpportunityId: id }]);

  expect(result).toMatchObject({ status: 'Failed', errors: [{ code: 'WRONG_CLOUD' }] });
  expect(result?.message).toMatch(/Azure/);
});

test('should not tell of an Opportunity that a person may not see', async () => {
  const [id] = await invitations(1);
  const input = { cosellOpportunityId: id, opportunityId: await anOpportunity() };

  const [result] = await door.run('LinkCosellOpportunity', [input], rep);

  expect(result).toMatchObject({ status: 'Failed', errors: [{ code: 'RESOURCE_NOT_FOUND' }] });
  expect(result?.message).not.toMatch(/Secret/);
});

test.each<[string, Fault]>([
  ['down', { kind: 'status', status: 503 }],
  ['down after it did it', { kind: 'status', status: 503, when: 'after' }],
  ['gone', { kind: 'drop' }],
  ['gone after it did it', { kind: 'drop', when: 'after' }],
  ['answering rubbish', { kind: 'malformedJson' }],
  ['answering half', { kind: 'halfBody' }],
  ['too busy', { kind: 'status', status: 429, retryAfter: 60 }]
])('should do everything once although Clazar is %s', async (_, fault) => {
  const ids = await invitations(3);
  here.sandbox.control.addFault({ ...fault, path: '/opportunities/*/accept/', nth: 2 });

  const inputs = ids.map((id) => ({ cosellOpportunityId: id }));
  const results = await door.run('AcceptAwsCosellOpportunity', inputs);

  expect(statuses(results)).toEqual({ Sent: 2, Queued: 1 });
  await letPass(here, 30);
  expect(await column("SELECT COUNT(Id) FROM Clazar_Request__c WHERE Status__c = 'Sent'")).toEqual([
    '3'
  ]);
});

test('should say that it is done when the answer cannot be read', async () => {
  const ids = await invitations(3);
  const path = '/opportunities/*/accept/';
  here.sandbox.control.addFault({ kind: 'wrongTypes', path, nth: 2 });

  const inputs = ids.map((id) => ({ cosellOpportunityId: id }));
  const results = await door.run('AcceptAwsCosellOpportunity', inputs);

  expect(statuses(results)).toEqual({ Sent: 3 });
  expect(results[1]?.message).toMatch(/cannot be read.*The next sync brings the record/);
});

test('should wait for an answer only as long as an admin says', async () => {
  const [id] = await invitations(1);
  await here.waitForAnswers(1);
  const path = '/opportunities/*/accept/';
  here.sandbox.control.addFault({ kind: 'delay', milliseconds: 1500, path });

  const [result] = await door.run('AcceptAwsCosellOpportunity', [{ cosellOpportunityId: id }]);

  expect(result?.status).toBe('Queued');
});

test('should send later what does not fit into one call', async () => {
  const ids = await invitations(most);

  const inputs = ids.map((id) => ({ cosellOpportunityId: id }));
  const results = await door.run('AcceptAwsCosellOpportunity', inputs);

  expect(results.map(({ cosellOpportunityId }) => cosellOpportunityId)).toEqual(ids);
  expect(statuses(results)).toEqual({ Sent: expect.any(Number), Queued: expect.any(Number) });
  await letPass(here, 10);
  expect(asked('/accept/')).toBe(most);
}, 60_000);
