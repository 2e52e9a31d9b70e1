import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench();
});

afterAll(() => bench.close());

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dynamic_soql.htm
test('should take a list behind = as one of its values', () => {
  const apex = `
    insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B'), new Account(Name = 'C') };
    Set<String> names = new Set<String>{ 'A', 'B' };
    Map<String, Object> binds = new Map<String, Object>{ 'names' => names };
    System.debug(Database.queryWithBinds('SELECT Id FROM Account WHERE Name = :names', binds, AccessLevel.SYSTEM_MODE).size());
    System.debug(Database.countQuery('SELECT COUNT() FROM Account WHERE Name != :names'));
    System.debug([SELECT COUNT() FROM Account WHERE Name = :new List<String>()]);`;

  expect(bench.run(apex)).toEqual(['2', '1', '0']);
});

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_format.htm
test('should find by its alias what a query has formatted', () => {
  const apex = `
    insert new Account(Name = 'Acme', AnnualRevenue = 1234.56);
    Account found = [SELECT AnnualRevenue, FORMAT(AnnualRevenue) shown FROM Account WHERE Name = 'Acme'];
    System.debug(found.AnnualRevenue + ' ' + (found.get('shown') != null));
    try { found.get('Other'); } catch (SObjectException e) { System.debug(e.getMessage()); }`;

  expect(bench.run(apex)).toEqual(['1234.56 true', 'Invalid field Other for Account']);
});

test('should know the object of a list without records', () => {
  const apex = `
    System.debug(Database.query('SELECT Id, (SELECT Id FROM Contacts) FROM Account LIMIT 0').getSObjectType());
    List<AggregateResult> none = (List<AggregateResult>) Database.query('SELECT Name FROM Account WHERE Id = NULL GROUP BY Name');
    System.debug(none.size());`;

  expect(bench.run(apex)).toEqual(['Account', '0']);
});
