import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench();
});

afterAll(() => bench.close());

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_search.htm
test('should search with a text that comes at run time', () => {
  const apex = `
    insert new Account(Name = 'Findable');
    List<List<SObject>> found = Search.query('FIND {Findable} IN NAME FIELDS RETURNING Account(Name)');
    System.debug(found.size() + ' ' + found[0].size());
    found = Search.query('FIND {Findable} IN NAME FIELDS RETURNING Account(Name) LIMIT 5', AccessLevel.USER_MODE);
    System.debug(found[0].size());`;

  expect(bench.run(apex)).toEqual(['1 1', '1']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_userinfo.htm
test('should know where and when the user is', () => {
  const apex = `
    System.debug(UserInfo.getTimeZone().getID() == TimeZone.getTimeZone(UserInfo.getTimeZone().getID()).getID());
    System.debug(Network.getNetworkId());
    System.debug(URL.getOrgDomainUrl().toExternalForm().startsWith('http'));`;

  expect(bench.run(apex)).toEqual(['true', 'null', 'true']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_Approval_LockResult.htm
test('should make results of what the local org does not do out of JSON', () => {
  const apex = `
    Approval.LockResult lock = (Approval.LockResult) JSON.deserialize(
      '{"success":false,"id":"001000000000001AAA","errors":[{"message":"no","statusCode":"ENTITY_IS_LOCKED"}]}', Approval.LockResult.class);
    System.debug(lock.isSuccess() + ' ' + lock.getId() + ' ' + lock.getErrors()[0].getStatusCode());
    Database.LeadConvertResult lead = (Database.LeadConvertResult) JSON.deserialize('{"success":true,"contactId":"003000000000001AAA"}', Database.LeadConvertResult.class);
    System.debug(lead.isSuccess() + ' ' + lead.getContactId() + ' ' + lead.getLeadId());`;

  expect(bench.run(apex)).toEqual([
    'false 001000000000001AAA ENTITY_IS_LOCKED',
    'true 003000000000001AAA null'
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_Polymorphic_relationships.htm
test('should tell what a record is that a lookup to several objects leads to', () => {
  const apex = `
    Account company = new Account(Name = 'Target'); insert company;
    insert new Task(Subject = 'Call', WhatId = company.Id);
    Task call = [SELECT TYPEOF What WHEN Account THEN Name END FROM Task WHERE WhatId = :company.Id];
    System.debug(call.What instanceof Account);
    System.debug(((Account) call.What).Name);
    System.debug(call.What instanceof Opportunity);`;

  expect(bench.run(apex)).toEqual(['true', 'Target', 'false']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_creating_with_apex.htm
test('should name reasons for sharing', () => {
  expect(bench.run(`System.debug(Schema.AccountShare.RowCause.Manual);`)).toEqual(['Manual']);
});

test('should refuse what the local org does not do when the code is loaded', () => {
  const output = bench.run(`Database.insertAsync(new Account(Name = 'A'));`);

  expect(output.join()).toContain('(not supported by the local org: Database.insertAsync)');
});
