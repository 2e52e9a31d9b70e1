import type { DmlRecord, Org } from '../../org/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { demoAccounts } from './demoPlan.ts';
import type { DemoAccount } from './demoPlan.ts';

/**
 * Gives an org without accounts the customers that a sales team would already have, so that the
 * sync finds accounts for the buyers. An org with accounts keeps what it has.
 *
 * @param userId as whom the records are saved
 * @returns whether it added any
 * @throws DmlRequestError when a rule of the org refuses a record
 */
export async function addDemoCustomers(
  org: Org,
  userId: string,
  sandbox: Sandbox
): Promise<boolean> {
  const { totalSize } = await org.query(userId, { soql: 'SELECT COUNT() FROM Account' });
  if (totalSize > 0) return false;
  const accounts = demoAccounts(sandbox.control.snapshot());
  const ids = await insert(org, userId, accounts.map(accountRecord));
  await insert(org, userId, childrenOf(accounts, ids, contactRecords));
  await insert(org, userId, childrenOf(accounts, ids, opportunityRecords));
  return true;
}

/** Links what was synced (offers, contracts, co-sell) to the opportunities it was made for, as a rep would. */
export async function linkDemoOpportunities(org: Org, userId: string): Promise<void> {
  const opportunities = await idsBy(org, userId, 'SELECT Id, Name FROM Opportunity');
  const link = async (object: string, records: readonly (readonly unknown[])[]): Promise<void> => {
    const updates = records.flatMap(([id, name]) =>
      linkRecord(object, id, opportunities.get(name))
    );
    await org.save(userId, { ...wholly, operation: 'update', records: updates });
  };
  const offers = await rows(org, userId, 'SELECT Id, Name FROM Private_Offer__c');
  await link('Private_Offer__c', offers);
  const names = new Map(offers.map(([id, name]) => [id, name]));
  const soql = 'SELECT Id, Latest_Offer__c FROM Contract__c WHERE Latest_Offer__c != NULL';
  const contracts = await rows(org, userId, soql);
  await link(
    'Contract__c',
    contracts.map(([id, offerId]) => [id, names.get(offerId)])
  );
  const invitations = "Status__c IN ('Invited', 'Expired')";
  const cosell = `SELECT Id, Name FROM Cosell_Opportunity__c WHERE NOT ${invitations}`;
  await link('Cosell_Opportunity__c', await rows(org, userId, cosell));
}

function linkRecord(object: string, id: unknown, opportunityId: unknown): DmlRecord[] {
  if (typeof id !== 'string' || typeof opportunityId !== 'string') return [];
  return [{ object, values: { Id: id, Opportunity__c: opportunityId } }];
}

async function idsBy(org: Org, userId: string, soql: string): Promise<Map<unknown, unknown>> {
  return new Map((await rows(org, userId, soql)).map(([id, key]) => [key, id]));
}

const wholly = { allOrNone: true, accessLevel: 'user', sharing: true } as const;

async function insert(
  org: Org,
  userId: string,
  records: readonly DmlRecord[]
): Promise<(string | undefined)[]> {
  const results = await org.save(userId, { ...wholly, operation: 'insert', records });
  return results.map(({ id }) => id);
}

async function rows(org: Org, userId: string, soql: string): Promise<unknown[][]> {
  const { records } = await org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()]);
}

function childrenOf(
  accounts: readonly DemoAccount[],
  ids: readonly (string | undefined)[],
  recordsOf: (account: DemoAccount, accountId: string) => DmlRecord[]
): DmlRecord[] {
  return accounts.flatMap((account, index) => {
    const id = ids[index];
    return id === undefined ? [] : recordsOf(account, id);
  });
}

function accountRecord({ name, website, country }: DemoAccount): DmlRecord {
  return {
    object: 'Account',
    values: { Name: name, Website: website, BillingCountry: country, Type: 'Customer - Direct' }
  };
}

function contactRecords({ contacts }: DemoAccount, accountId: string): DmlRecord[] {
  return contacts.map(({ firstName, lastName, email }) => ({
    object: 'Contact',
    values: { AccountId: accountId, FirstName: firstName, LastName: lastName, Email: email }
  }));
}

function opportunityRecords({ opportunities }: DemoAccount, accountId: string): DmlRecord[] {
  return opportunities.map(({ name, stage, closeDate, amount }) => ({
    object: 'Opportunity',
    values: {
      AccountId: accountId,
      Name: name,
      StageName: stage,
      CloseDate: closeDate,
      Amount: amount
    }
  }));
}
