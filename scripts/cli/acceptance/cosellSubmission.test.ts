import { administrator, localUserId } from '../../org/index.ts';
import type { Fault } from '../../sandbox/index.ts';
import { anActionsDoor } from './actionsDoor.ts';
import type { ActionResult, ActionsDoor } from './actionsDoor.ts';
import { letPass } from './cosellModel/world.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const admin = localUserId(administrator.username);

let here: SyncedOrg;
let door: ActionsDoor;

beforeAll(async () => {
  here = await aSyncedOrg();
  door = anActionsDoor(here);
}, 120_000);

beforeEach(async () => {
  await here.startOver();
  here.clock.advance(120_000);
});

afterAll(async () => {
  await door.close();
  await here.close();
});

const deal = `Account buyer = new Account(Name = 'Umbra', Website = 'https://umbra.example', Industry = 'Banking',
    BillingCountry = 'Germany', BillingPostalCode = '10115');
  insert buyer;
  insert new Opportunity(Name = 'Submitted deal', AccountId = buyer.Id, StageName = 'Qualification', Amount = 40000,
    CloseDate = Date.today().addDays(90), Description = 'Reports take hours and nobody trusts them.');`;

/** Creates, associates and submits in one input. */
async function submit(): Promise<ActionResult | undefined> {
  await here.org.executeAnonymous(admin, deal);
  const [opportunityId] = await column("SELECT Id FROM Opportunity WHERE Name = 'Submitted deal'");
  const results = await door.run('CreateAwsCosellOpportunity', [
    {
      opportunityId,
      useCase: 'Archiving',
      expectedMonthlyAwsRevenue: 1000,
      primaryNeedsFromAws: 'Co-Sell - Deal Support',
      solutionIds: ['S-1234567']
    }
  ]);
  return results[0];
}

async function column(soql: string): Promise<string[]> {
  const { records } = await here.org.query(admin, { soql });
  return records.flatMap(({ values }) => [...values.values()].map(String));
}

function inClazar() {
  const { opportunities } = here.sandbox.control.snapshot();
  return opportunities.filter(({ title }) => title === 'Submitted deal');
}

/** What a rep reads on the record, once a sync has looked. */
async function statusHere(): Promise<string[]> {
  await here.sync('changes');
  return column("SELECT Status__c FROM Cosell_Opportunity__c WHERE Title__c = 'Submitted deal'");
}

const steps: readonly (readonly [string, Partial<Fault>, string[]])[] = [
  ['Create', { method: 'POST', path: '/opportunities/' }, []],
  ['Associate', { path: '/opportunities/*/associate/' }, ['Draft']],
  ['Submit', { path: '/opportunities/*/submit/' }, ['Draft']]
];

test.each(steps)(
  'should say that it stopped at %s, and not that it is submitted',
  async (step, place, status) => {
    here.sandbox.control.addFault({ kind: 'status', status: 403, ...place, times: 5 } as Fault);

    const result = await submit();

    expect(result?.status).toBe('Failed');
    expect(result?.message).toMatch(new RegExp(`^${step}`));
    expect(await statusHere()).toEqual(status);
  }
);

test.each(steps)('should go on by itself when %s got no answer', async (_, place) => {
  here.sandbox.control.addFault({ kind: 'status', status: 503, when: 'after', ...place } as Fault);

  const result = await submit();
  expect(result?.status).toBe('Queued');
  await letPass(here, 5);

  expect(inClazar()).toHaveLength(1);
  expect(await statusHere()).not.toEqual(['Draft']);
});

test('should say Submitted only when the task of AWS is complete', async () => {
  const result = await submit();
  const during = await statusHere();
  const working = await column(
    "SELECT Task_Status__c FROM Cosell_Opportunity__c WHERE Title__c = 'Submitted deal'"
  );

  here.clock.advance(30_000);

  expect(result?.status).toBe('Sent');
  expect([during, working]).toEqual([['Draft'], ['IN_PROGRESS']]);
  expect(await statusHere()).toEqual(['Submitted']);
});

test('should be a draft again, with the reason, when the task of AWS fails', async () => {
  await submit();

  here.sandbox.control.review(inClazar()[0]?.id ?? '', 'failTask');

  expect(await statusHere()).toEqual(['Draft']);
  const [message] = await column(
    "SELECT Task_Message__c FROM Cosell_Opportunity__c WHERE Title__c = 'Submitted deal'"
  );
  expect(message?.length).toBeGreaterThan(10);
});
