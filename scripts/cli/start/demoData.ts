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

/** Links co-sell to the opportunities it was made for, as a rep would. */
export async function linkDemoOpportunities(org: Org, userId: string): Promise<void> {
  const opportunities = await opportunitiesByName(org, userId);
  const invitations = "Status__c IN ('Invited', 'Expired')";
  const soql = `SELECT Id, Name FROM Cosell_Opportunity__c WHERE NOT ${invitations}`;
  const deals = await rows(org, userId, soql);
  const records = deals.flatMap(([id, name]) =>
    linkRecord('Cosell_Opportunity__c', id, opportunities.get(name))
  );
  await org.save(userId, { ...wholly, operation: 'update', records });
}

/**
 * Lets Clazar know the opportunities of its offers and contracts: at first those they were made for, as of a team that
 * has worked with it for long, so that nothing is left to be written back; later those that the org has.
 */
export async function associateDemoOffers(
  org: Org,
  userId: string,
  { control }: Sandbox
): Promise<void> {
  const source = control.snapshot();
  const known = new Set([...source.private_offers, ...source.contracts].map(({ id }) => id));
  const synced = await linksOf(org, userId);
  const links =
    synced.length > 0 ? synced : linksByName(source, await opportunitiesByName(org, userId));
  for (const { name, id, opportunityId } of links) {
    if (typeof opportunityId !== 'string' || !known.has(id)) continue;
    const mapped = { salesforce: { mapped_object: { id: opportunityId, type: 'opportunity' } } };
    control.putRecord(name, { id, external_object_associations: mapped });
  }
}

interface Link {
  readonly name: 'private_offers' | 'contracts';
  readonly id: string;
  readonly opportunityId: unknown;
}

function linksByName(
  { private_offers: offers, contracts }: ReturnType<Sandbox['control']['snapshot']>,
  opportunities: ReadonlyMap<unknown, unknown>
): Link[] {
  const byOffer = new Map(offers.map(({ id, name }) => [id, opportunities.get(name)]));
  return [
    ...offers.map(({ id }) => linkOf('private_offers', id, byOffer.get(id))),
    ...contracts.map(({ id, latest_offer_id: offerId }) =>
      linkOf('contracts', id, byOffer.get(offerId ?? ''))
    )
  ];
}

async function linksOf(org: Org, userId: string): Promise<Link[]> {
  const soql = 'SELECT Clazar_Id__c, Opportunity__c FROM';
  const offers = await rows(org, userId, `${soql} Private_Offer__c`);
  const contracts = await rows(org, userId, `${soql} Contract__c`);
  return [
    ...offers.map(([id, opportunityId]) => linkOf('private_offers', id, opportunityId)),
    ...contracts.map(([id, opportunityId]) => linkOf('contracts', id, opportunityId))
  ];
}

function linkOf(name: Link['name'], id: unknown, opportunityId: unknown): Link {
  return { name, id: String(id), opportunityId };
}

function linkRecord(object: string, id: unknown, opportunityId: unknown): DmlRecord[] {
  if (typeof id !== 'string' || typeof opportunityId !== 'string') return [];
  return [{ object, values: { Id: id, Opportunity__c: opportunityId } }];
}

async function opportunitiesByName(org: Org, userId: string): Promise<Map<unknown, unknown>> {
  const found = await rows(org, userId, 'SELECT Id, Name FROM Opportunity');
  return new Map(found.map(([id, name]) => [name, id]));
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
