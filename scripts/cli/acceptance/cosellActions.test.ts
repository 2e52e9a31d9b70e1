import { administrator, localUserId } from '../../org/index.ts';
import { actionsUrl, anActionsDoor } from './actionsDoor.ts';
import type { ActionsDoor } from './actionsDoor.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const admin = localUserId(administrator.username);
const accept = `${actionsUrl}/AcceptAwsCosellOpportunity`;

let here: SyncedOrg;
let door: ActionsDoor;

beforeAll(async () => {
  here = await aSyncedOrg();
  await here.sync('everything');
  door = anActionsDoor(here);
}, 120_000);

afterAll(async () => {
  await door.close();
  await here.close();
});

/** The only column that a query selects. */
async function column(soql: string): Promise<unknown[]> {
  const { records } = await here.org.query(admin, { soql });
  return records.map(({ values }) => [...values.values()][0]);
}

test('should list every action of the package with its label', async () => {
  const { body } = await door.ask('GET', actionsUrl);

  const { actions: list } = body as { actions: { label: string; type: string; url: string }[] };
  expect(list).toContainEqual({
    label: 'Accept AWS Co-Sell Opportunity',
    name: 'AcceptAwsCosellOpportunity',
    type: 'APEX',
    url: accept
  });
  expect(list.map(({ label }) => label)).toEqual(
    expect.arrayContaining([
      'Accept Azure Co-Sell Opportunity',
      'Create AWS Co-Sell Opportunity',
      'Update AWS Co-Sell Opportunity'
    ])
  );
});

test('should describe inputs and outputs, by the name with and without namespace', async () => {
  const [plain, prefixed] = [
    await door.ask('GET', accept),
    await door.ask('GET', `${actionsUrl}/clazar__AcceptAwsCosellOpportunity`)
  ];

  expect(plain).toMatchObject({
    status: 200,
    body: {
      name: 'AcceptAwsCosellOpportunity',
      category: 'Clazar',
      type: 'APEX',
      inputs: expect.arrayContaining([
        expect.objectContaining({ name: 'cosellOpportunityId', type: 'ID', required: false }),
        expect.objectContaining({ name: 'awsOpportunityId', type: 'STRING' }),
        expect.objectContaining({ name: 'createOpportunity', type: 'BOOLEAN' })
      ]) as unknown,
      outputs: expect.arrayContaining([
        expect.objectContaining({ name: 'success', type: 'BOOLEAN' }),
        expect.objectContaining({ name: 'errors', maxOccurs: 2000 })
      ]) as unknown
    }
  });
  expect(prefixed).toEqual(plain);
});

test('should accept an invitation, and answer what cannot be done for its input alone', async () => {
  const [id] = await column(
    "SELECT Id FROM Cosell_Opportunity__c WHERE Cloud__c = 'AWS' AND Status__c = 'Invited'"
  );

  const { status, body } = await door.ask('POST', accept, {
    payload: {
      inputs: [
        { cosellOpportunityId: id, createOpportunity: true },
        { awsOpportunityId: 'O0000000' }
      ]
    }
  });

  expect(status).toBe(200);
  expect(body).toMatchObject([
    {
      actionName: 'AcceptAwsCosellOpportunity',
      isSuccess: true,
      errors: null,
      outputValues: { success: true, status: 'Sent', cosellOpportunityId: id }
    },
    { isSuccess: true, outputValues: { success: false, status: 'Failed' } }
  ]);
  here.clock.advance(3_600_000);
  await here.sync('changes');
  const about = `FROM Cosell_Opportunity__c WHERE Id = '${String(id)}'`;
  expect(await column(`SELECT Status__c ${about}`)).toEqual(['Approved']);
  expect(await column(`SELECT Opportunity__c ${about}`)).not.toEqual([null]);
});

test('should refuse inputs that are none', async () => {
  const { status } = await door.ask('POST', accept, { payload: { input: {} } });

  expect(status).toBe(400);
});

test('should not be there for a user without access to the class', async () => {
  const username = 'clazar.salesforce.integration.user@clazar.local';

  const { status } = await door.ask('GET', accept, { username });

  expect(status).toBe(404);
});
