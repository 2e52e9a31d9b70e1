import { administrator, localUserId } from '../../org/index.ts';
import { aPushingCloud } from './pushingCloud.ts';
import type { PushingCloud } from './pushingCloud.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);
const minute = 60_000;

let here: SyncedOrg;
let cloud: PushingCloud;

beforeAll(async () => {
  here = await aSyncedOrg();
  cloud = await aPushingCloud(here.org);
  await here.sync('everything');
}, 240_000);

afterAll(async () => {
  await cloud.close();
  await here.close();
});

async function query(soql: string): Promise<string[][]> {
  const { records } = await here.org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()].map(String));
}

interface ActionResult {
  readonly isSuccess: boolean;
  readonly outputValues: Readonly<Record<string, unknown>>;
}

/** Calls an action as a Flow does, over REST. */
async function act(name: string, inputs: readonly object[]): Promise<ActionResult[]> {
  const path = `/actions/custom/apex/clazar__${name}`;
  return (await cloud.as(userId, { method: 'POST', path, body: { inputs } })) as ActionResult[];
}

test('should activate pending contracts in Clazar, and say which could not be', async () => {
  const pending = await query(
    "SELECT Id, Clazar_Id__c FROM Contract__c WHERE Status__c = 'Pending'"
  );
  const [expired] = await query("SELECT Id FROM Contract__c WHERE Status__c = 'Expired' LIMIT 1");

  const results = await act(
    'ActivateContract',
    [...pending, expired ?? []].map(([contractId]) => ({ contractId }))
  );

  expect(results.map(({ outputValues }) => outputValues['status'])).toEqual([
    ...pending.map(() => 'Sent'),
    'Failed'
  ]);
  const active = here.sandbox.control
    .snapshot()
    .contracts.filter(({ id }) => pending.some(([, clazarId]) => clazarId === id));
  expect(active.every(({ start_at }) => start_at !== null)).toBe(true);
  const ids = pending.map(([id]) => `'${String(id)}'`).join(', ');
  const states = await query(`SELECT Status__c FROM Contract__c WHERE Id IN (${ids})`);
  expect(states).toEqual(pending.map(() => ['Active']));
});

test('should report usage once, with a result for each record', async () => {
  const [metered] = here.sandbox.control.snapshot().metering;
  const contract = metered?.contract_id ?? '';
  const [[contractId] = []] = await query(
    `SELECT Id FROM Contract__c WHERE Clazar_Id__c = '${contract}'`
  );
  const usage = (dimension: string, day: string): object => ({
    contractId,
    dimension,
    quantity: 3,
    startTime: `2026-11-${day}T00:00:00Z`,
    endTime: `2026-11-${day}T23:00:00Z`
  });
  const known = metered?.dimension ?? '';
  const inputs = [usage(known, '20'), usage('No such dimension', '21'), usage(known, '22')];
  const before = here.sandbox.control.snapshot().metering.length;

  const first = await act('ReportUsage', inputs);
  const second = await act('ReportUsage', [inputs[0] ?? {}, inputs[2] ?? {}]);

  const statuses = [first, second].map((results) =>
    results.map(({ outputValues }) => outputValues['status'])
  );
  expect(statuses).toEqual([
    ['Sent', 'Failed', 'Sent'],
    ['Unchanged', 'Unchanged']
  ]);
  expect(here.sandbox.control.snapshot().metering.length).toBe(before + 2);
});

test('should tell Clazar of links that are made and removed in Salesforce', async () => {
  const opportunityId = await aDeal();
  const [[contractId, clazarId] = []] = await query(
    'SELECT Id, Clazar_Id__c FROM Contract__c WHERE Opportunity__c = NULL LIMIT 1'
  );

  await link(contractId, opportunityId);
  const linked = mappedObject(clazarId);
  await here.sync('changes');
  const kept = await query(
    `SELECT Mapped_Object_Id__c FROM Contract__c WHERE Id = '${String(contractId)}'`
  );
  await link(contractId, null);
  const unlinked = mappedObject(clazarId);
  await here.sync('changes');

  expect(linked).toEqual({ id: opportunityId, type: 'opportunity' });
  expect(kept).toEqual([[opportunityId]]);
  expect(unlinked).toBeNull();
  expect(
    await query(`SELECT Opportunity__c FROM Contract__c WHERE Id = '${String(contractId)}'`)
  ).toEqual([['null']]);
});

test('should keep what somebody changes in Clazar while a link is on its way', async () => {
  const opportunityId = await aDeal();
  const [[contractId, clazarId] = []] = await query(
    'SELECT Id, Clazar_Id__c FROM Contract__c WHERE Opportunity__c = NULL LIMIT 1'
  );

  await edit(contractId, opportunityId);
  associate(clazarId, { hubspot: { mapped_object: { id: 'h-1', type: 'deal' } } });
  await outboxFollows();

  expect(associations(clazarId)).toEqual({
    hubspot: { mapped_object: { id: 'h-1', type: 'deal' } },
    salesforce: { mapped_object: { id: opportunityId, type: 'opportunity' } }
  });
});

test('should not overwrite the link that somebody makes in Clazar at the same time', async () => {
  const [here1, there] = [await aDeal(), await aDeal()];
  const [[contractId, clazarId] = []] = await query(
    'SELECT Id, Clazar_Id__c FROM Contract__c WHERE Opportunity__c = NULL LIMIT 1'
  );

  await edit(contractId, here1);
  associate(clazarId, { salesforce: { mapped_object: { id: there, type: 'opportunity' } } });
  await outboxFollows();

  expect(mappedObject(clazarId)).toEqual({ id: there, type: 'opportunity' });
  expect(
    await query(`SELECT Opportunity__c FROM Contract__c WHERE Id = '${String(contractId)}'`)
  ).toEqual([[there]]);
  expect(
    await query(
      `SELECT Status__c FROM Clazar_Request__c WHERE Clazar_Id__c = '${String(clazarId)}'`
    )
  ).toEqual([['Conflict']]);
});

test('should end with one link on both sides after an answer that was lost', async () => {
  const opportunityId = await aDeal();
  const [[contractId, clazarId] = []] = await query(
    'SELECT Id, Clazar_Id__c FROM Contract__c WHERE Opportunity__c = NULL LIMIT 1'
  );
  const path = `/contracts/${String(clazarId)}/`;
  here.sandbox.control.addFault({ kind: 'drop', when: 'after', method: 'PATCH', path });

  await edit(contractId, opportunityId);
  await outboxFollows();

  expect(mappedObject(clazarId)).toEqual({ id: opportunityId, type: 'opportunity' });
  const writes = here.sandbox.control
    .requests()
    .filter((request) => request.method === 'PATCH' && request.path === path);
  expect(writes.length).toBe(1);
  expect(
    await query(
      `SELECT Status__c FROM Clazar_Request__c WHERE Clazar_Id__c = '${String(clazarId)}'`
    )
  ).toEqual([['Sent']]);
});

async function aDeal(): Promise<string> {
  const body = { Name: 'Linked', StageName: 'Prospecting', CloseDate: '2027-01-31' };
  const made = await cloud.as(userId, { method: 'POST', path: '/sobjects/Opportunity', body });
  return (made as { id: string }).id;
}

/** As a person does who edits the contract; the outbox follows within minutes. */
async function link(contractId: string | undefined, opportunityId: string | null): Promise<void> {
  await edit(contractId, opportunityId);
  await outboxFollows();
}

async function edit(contractId: string | undefined, opportunityId: string | null): Promise<void> {
  const path = `/sobjects/clazar__Contract__c/${String(contractId)}`;
  await cloud.as(userId, {
    method: 'PATCH',
    path,
    body: { clazar__Opportunity__c: opportunityId }
  });
}

async function outboxFollows(): Promise<void> {
  for (let passed = 0; passed < 3; passed += 1) {
    await here.org.settled();
    here.clock.advance(minute);
  }
  await here.org.settled();
}

/** Somebody changes a contract's links in Clazar itself. */
function associate(
  clazarId: string | undefined,
  links: Record<string, { mapped_object: { id: string; type: string } }>
): void {
  here.sandbox.control.putRecord('contracts', {
    id: String(clazarId),
    external_object_associations: links
  });
}

interface Links {
  readonly salesforce?: { readonly mapped_object?: unknown };
}

function associations(clazarId: string | undefined): Links | undefined {
  const { contracts } = here.sandbox.control.snapshot();
  return contracts.find(({ id }) => id === clazarId)?.external_object_associations;
}

function mappedObject(clazarId: string | undefined): unknown {
  return associations(clazarId)?.salesforce?.mapped_object;
}
