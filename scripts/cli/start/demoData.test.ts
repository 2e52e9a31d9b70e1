import { administrator, localUserId } from '../../org/index.ts';
import { aSyncedOrg } from '../acceptance/syncedOrg.ts';
import type { SyncedOrg } from '../acceptance/syncedOrg.ts';
import { addDemoCustomers, associateDemoOffers, linkDemoOpportunities } from './demoData.ts';
import { demoAccounts } from './demoPlan.ts';

const userId = localUserId(administrator.username);

describe('The customers of a demonstration', () => {
  let here: SyncedOrg;

  beforeAll(async () => {
    here = await aSyncedOrg();
    await addDemoCustomers(here.org, userId, here.sandbox);
    await associateDemoOffers(here.org, userId, here.sandbox);
    await here.sync('everything');
    await linkDemoOpportunities(here.org, userId);
  });

  afterAll(async () => {
    await here.close();
  });

  async function count(from: string): Promise<number> {
    const { totalSize } = await here.org.query(userId, { soql: `SELECT COUNT() FROM ${from}` });
    return totalSize;
  }

  test('should be the same for the same sandbox', () => {
    const source = here.sandbox.control.snapshot();

    expect(demoAccounts(source)).toEqual(demoAccounts(source));
  });

  test('should be found by the buyers with their domain', async () => {
    expect(await count("Buyer__c WHERE Account_Match__c = 'Linked by Domain'")).toBeGreaterThan(0);
  });

  test('should leave something to a person: no account, and several that fit', async () => {
    expect(await count("Buyer__c WHERE Account_Match__c = 'No Account Found'")).toBeGreaterThan(0);
    expect(await count("Buyer__c WHERE Account_Match__c = 'Several Accounts Fit'")).toBe(1);
  });

  test('should have people and opportunities', async () => {
    expect(await count('Contact WHERE AccountId != NULL AND Email != NULL')).toBeGreaterThan(0);
    expect(await count('Opportunity WHERE AccountId != NULL')).toBeGreaterThan(0);
  });

  test('should have their offers and contracts at the opportunities', async () => {
    const linked = 'Opportunity__c != NULL';

    expect(await count(`Private_Offer__c WHERE ${linked}`)).toBeGreaterThan(0);
    expect(await count(`Contract__c WHERE ${linked}`)).toBeGreaterThan(0);
  });

  test('should be linked as Clazar knows it, with nothing to write back but accounts', async () => {
    expect(await count('Clazar_Request__c')).toBe(
      await count("Clazar_Request__c WHERE Operation__c = 'Link_Buyer'")
    );
  });

  test('should have co-sell at the opportunities, except what a cloud invites to', async () => {
    expect(await count('Cosell_Opportunity__c WHERE Opportunity__c != NULL')).toBeGreaterThan(0);
    expect(
      await count("Cosell_Opportunity__c WHERE Status__c = 'Invited' AND Opportunity__c != NULL")
    ).toBe(0);
  });

  test('should not be added to an org that has accounts', async () => {
    const before = await count('Account');

    expect(await addDemoCustomers(here.org, userId, here.sandbox)).toBe(false);
    expect(await count('Account')).toBe(before);
  });
});
