import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench();
  bench.run(`
    List<Account> records = new List<Account>();
    for (Integer i = 0; i < 5; i++) { records.add(new Account(Name = 'Cursor ' + i)); }
    insert records;`);
});

afterAll(() => bench.close());

const open = `Map<String, Object> binds = new Map<String, Object>{ 'name' => 'Cursor%' };
  String soql = 'SELECT Name FROM Account WHERE Name LIKE :name ORDER BY Name';`;

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_cursors.htm
test('should fetch parts of a query through a cursor and count them', () => {
  const apex = `${open}
    Database.Cursor cursor = Database.getCursorWithBinds(soql, binds, AccessLevel.USER_MODE);
    System.debug(cursor.getNumRecords() + ' ' + Limits.getApexCursorRows() + ' ' + Limits.getQueryRows());
    List<Account> part = cursor.fetch(3, 2);
    System.debug(part[1].Name + ' ' + Limits.getQueryRows() + ' ' + Limits.getFetchCallsOnApexCursor());
    try { cursor.fetch(4, 2); } catch (System.InvalidParameterValueException e) { System.debug('beyond'); }`;

  expect(bench.run(apex)).toEqual(['5 5 0', 'Cursor 4 2 1', 'beyond']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_PaginationCursor.htm
test('should page through a query and tell of rows deleted meanwhile', () => {
  const apex = `${open}
    Database.PaginationCursor cursor = Database.getPaginationCursorWithBinds(soql, binds, AccessLevel.SYSTEM_MODE);
    Database.CursorFetchResult page = cursor.fetchPage(0, 2);
    System.debug(page.getRecords().size() + ' ' + page.getNextIndex() + ' ' + page.isDone());
    delete [SELECT Id FROM Account WHERE Name = 'Cursor 4'];
    page = cursor.fetchPage(page.getNextIndex(), 10);
    System.debug(page.getRecords().size() + ' ' + page.getNumDeletedRecords() + ' ' + page.isDone());
    System.debug(cursor.fetchDeleted(0, 10));`;

  expect(bench.run(apex)).toEqual(['2 2 false', '2 1 true', '1']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_DMLOptions.htm
test('should keep the headers of DML options', () => {
  const apex = `
    Database.DMLOptions options = new Database.DMLOptions();
    options.DuplicateRuleHeader.allowSave = true;
    options.EmailHeader.triggerUserEmail = false;
    options.optAllOrNone = false;
    Database.SaveResult result = Database.insert(new Account(), options);
    System.debug(options.DuplicateRuleHeader.AllowSave + ' ' + options.emailHeader.triggerUserEmail + ' ' + result.success);`;

  expect(bench.run(apex)).toEqual(['true false false']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_eventbus_ChangeEventHeader.htm
test('should have headers of change events', () => {
  const apex = `
    EventBus.ChangeEventHeader header = new EventBus.ChangeEventHeader();
    header.changeType = 'UPDATE';
    header.recordIds = new List<String>{ '001000000000001' };
    System.debug(header.changetype + ' ' + header.recordIds + ' ' + header.commitUser);`;

  expect(bench.run(apex)).toEqual(['UPDATE (001000000000001) null']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_email_outbound_sendemailresult.htm
test('should tell why an e-mail was not sent', () => {
  const apex = `
    List<Messaging.SingleEmailMessage> messages = new List<Messaging.SingleEmailMessage>{ new Messaging.SingleEmailMessage() };
    Messaging.SendEmailResult result = Messaging.sendEmail(messages, false)[0];
    System.debug(result.isSuccess() + ' ' + result.getErrors()[0].getMessage() + ' ' + result.success);`;

  expect(bench.run(apex)).toEqual(['false Add a recipient to send an email. false']);
});
