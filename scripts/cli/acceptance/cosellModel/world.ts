import { administrator, localUserId } from '../../../org/index.ts';
import type { Records } from '../../../sandbox/index.ts';
import type { SyncedOrg } from '../syncedOrg.ts';

export type Opportunity = Records['opportunities'];

/** What the test believes while the product does something. */
export interface Model {
  /** Whether Salesforce has seen everything that Clazar has. */
  isFresh: boolean;
  /** Whether a request may meet a fault. */
  isFaulty: boolean;
  /** Deals in Salesforce without a co-sell. */
  readonly deals: string[];
  /** How many creations were asked for. */
  creations: number;
}

export const userId = localUserId(administrator.username);
const minute = 60_000;

/** How many opportunities of each cloud and state there are at first: enough for all that can happen. */
const ofEachState = 2;

/** A new world in the same org and sandbox: some opportunities of each state, some deals without any. */
export async function begin(real: SyncedOrg): Promise<Model> {
  await real.startOver();
  thinOut(real);
  const outcome = await real.org.executeAnonymous(userId, deals);
  if (!outcome.success) throw new Error(outcome.compileProblem ?? outcome.exceptionMessage ?? '');
  await real.sync('everything');
  const { records } = await real.org.query(userId, {
    soql: "SELECT Id FROM Opportunity WHERE Name LIKE 'Model %'"
  });
  const ids = records.flatMap(({ values }) => [...values.values()].map(String));
  return { isFresh: true, isFaulty: false, deals: ids, creations: 0 };
}

const deals = `
  insert new Clazar_User__c(Name = 'me', User__c = UserInfo.getUserId(), User_Id__c = UserInfo.getUserId(),
    Email__c = 'me@example.com', Linked__c = true);
  Account buyer = new Account(Name = 'Umbra', Website = 'https://umbra.example', Industry = 'Banking',
    BillingCountry = 'Germany', BillingPostalCode = '10115');
  insert buyer;
  List<Opportunity> deals = new List<Opportunity>();
  for (Integer i = 0; i < 5; i++) {
    deals.add(new Opportunity(Name = 'Model ' + i, AccountId = buyer.Id, StageName = 'Qualification',
      Amount = 40000, CloseDate = Date.today().addDays(90),
      Description = 'Reports take hours and nobody trusts them.'));
  }
  insert deals;`;

/** Leaves a few opportunities and nothing else, so that a sync takes little time. */
function thinOut({ sandbox: { control } }: SyncedOrg): void {
  const { opportunities, ...others } = control.snapshot();
  const states = Map.groupBy(opportunities, (record) =>
    record.cloud === 'gcp' ? '' : `${record.cloud} ${wordOf(record)}`
  );
  const kept = [...states].flatMap(([state, all]) =>
    state === '' ? [] : all.slice(0, ofEachState)
  );
  for (const record of opportunities) {
    if (!kept.includes(record)) control.deleteRecord('opportunities', record.id);
  }
  for (const [name, records] of Object.entries(others)) {
    for (const { id } of records) control.deleteRecord(name as keyof typeof others, id);
  }
}

/** The word that says most about where a record stands in its cloud. */
export function wordOf({ details: { sub_status }, status }: Opportunity): string {
  return typeof sub_status === 'string' ? sub_status : status;
}

/** Lets minutes pass, in each of which jobs that are due run. */
export async function letPass({ org, clock }: SyncedOrg, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    await org.settled();
    clock.advance(minute);
  }
  await org.settled();
}

/** Nothing goes wrong any more: what waits in the outbox is sent, the clouds decide, and a sync brings it all. */
export async function end(real: SyncedOrg): Promise<void> {
  real.sandbox.control.clearFaults();
  await letPass(real, 75);
  await real.sync('changes');
  await letPass(real, 15);
  await real.sync('changes');
}

/** What Clazar has of AWS and Microsoft now. */
export function cloudRecords({ sandbox: { control } }: SyncedOrg): readonly Opportunity[] {
  control.advance(0);
  return control
    .snapshot()
    .opportunities.filter(({ cloud }) => cloud !== 'gcp')
    .sort((left, right) => left.id.localeCompare(right.id));
}

/** The Salesforce id of a record of Clazar, once a sync has brought it. */
export async function idOf({ org }: SyncedOrg, clazarId: string): Promise<string | undefined> {
  const soql = `SELECT Id FROM Cosell_Opportunity__c WHERE Clazar_Id__c = '${clazarId}'`;
  const { records } = await org.query(userId, { soql });
  const [id] = records[0]?.values.values() ?? [];
  return typeof id === 'string' ? id : undefined;
}
