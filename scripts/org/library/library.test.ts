import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench({
    'remoteSiteSettings/Example.remoteSite-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
  <isActive>true</isActive><url>https://example.com</url>
</RemoteSiteSetting>`
  });
});

afterAll(() => bench.close());

describe('records', () => {
  test('should refuse to read a field that was not queried', () => {
    const apex = `
      insert new Account(Name = 'A');
      Account found = [SELECT Id FROM Account WHERE Name = 'A' LIMIT 1];
      System.debug(found.Name);`;

    expect(bench.run(apex)).toEqual([
      'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Name'
    ]);
  });

  test('should carry their id whether it was selected or not', () => {
    const apex = `
      insert new Account(Name = 'B');
      System.debug([SELECT Name FROM Account WHERE Name = 'B' LIMIT 1].Id != null);`;

    expect(bench.run(apex)).toEqual(['true']);
  });

  test.each([
    [
      `record.put('Name', 1);`,
      'System.SObjectException: Illegal assignment from Integer to String'
    ],
    [`record.put('Nope', 1);`, 'System.SObjectException: Invalid field Nope for Account'],
    [`record.put('NumberOfEmployees', 3); System.debug(record.NumberOfEmployees);`, '3'],
    [`record.put('AnnualRevenue', 3); System.debug(record.get('AnnualRevenue'));`, '3'],
    [`System.debug(record.isSet('Name'));`, 'false'],
    [
      `record.addError('no'); System.debug(record.hasErrors() + record.getErrors()[0].getMessage());`,
      'trueno'
    ],
    [`System.debug(record.getSObjectType());`, 'Account']
  ])('should answer %s', (statement, expected) => {
    expect(bench.run(`Account record = new Account(); ${statement}`)).toEqual([expected]);
  });
});

describe('DML', () => {
  test('should word a failure as the platform does', () => {
    expect(bench.run('insert new Account();')).toEqual([
      'System.DmlException: Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]'
    ]);
  });

  test('should save what can be saved when asked to', () => {
    const apex = `
      List<Account> records = new List<Account>{ new Account(), new Account(Name = 'Good') };
      for (Database.SaveResult result : Database.insert(records, false)) System.debug(result.isSuccess());
      System.debug(records[1].Id != null);`;

    expect(bench.run(apex)).toEqual(['false', 'true', 'true']);
  });

  test('should take everything back to a savepoint', () => {
    const apex = `
      Savepoint start = Database.setSavepoint();
      insert new Account(Name = 'Gone');
      Database.rollback(start);
      System.debug([SELECT COUNT() FROM Account WHERE Name = 'Gone']);`;

    expect(bench.run(apex)).toEqual(['0']);
  });

  test('should keep nothing of a transaction that failed', () => {
    bench.run(`insert new Account(Name = 'Lost'); Integer i = null; i = i + 1;`);

    expect(bench.run(`System.debug([SELECT COUNT() FROM Account WHERE Name = 'Lost']);`)).toEqual([
      '0'
    ]);
  });
});

describe('dynamic queries', () => {
  test('should bind local variables and maps', () => {
    const apex = `
      insert new Account(Name = 'Bound');
      String wanted = 'Bound';
      System.debug(Database.query('SELECT Id FROM Account WHERE Name = :wanted').size());
      Map<String, Object> binds = new Map<String, Object>{ 'name' => 'Bound' };
      System.debug(Database.countQueryWithBinds(
        'SELECT COUNT() FROM Account WHERE Name = :name', binds, AccessLevel.USER_MODE));`;

    expect(bench.run(apex)).toEqual(['1', '1']);
  });

  test('should be a QueryException when they are wrong', () => {
    const [message] = bench.run(`Database.query('SELECT Nope FROM Account');`);

    expect(message).toMatch(
      /^System.QueryException: [\s\S]*No such column 'Nope' on entity 'Account'/
    );
  });

  test('should count against the limits', () => {
    const apex = `for (Integer i = 0; i < 101; i++) Database.countQuery('SELECT COUNT() FROM Account');`;

    expect(bench.run(apex)).toEqual(['System.LimitException: Too many SOQL queries: 101']);
  });

  test('should not let Apex catch a limit', () => {
    const apex = `
      try {
        for (Integer i = 0; i < 101; i++) Database.countQuery('SELECT COUNT() FROM Account');
      } catch (Exception e) { System.debug('caught'); }`;

    expect(bench.run(apex)).toEqual(['System.LimitException: Too many SOQL queries: 101']);
  });
});

describe('callouts', () => {
  const send = `
    HttpRequest request = new HttpRequest();
    request.setEndpoint('https://example.com/ping');
    request.setMethod('GET');
    System.debug(new Http().send(request).getBody());`;

  test('should go out and come back', () => {
    expect(bench.run(send)).toEqual(['pong']);
    expect(bench.requests.at(-1)?.url).toBe('https://example.com/ping');
  });

  test('should be refused after DML', () => {
    expect(bench.run(`insert new Account(Name = 'First'); ${send}`)).toEqual([
      'System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out'
    ]);
  });

  test('should be refused to sites that nobody has allowed', () => {
    expect(bench.run(send.replace('example.com', 'other.com'))).toEqual([
      'System.CalloutException: Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://other.com/ping'
    ]);
  });
});

describe('describe', () => {
  test.each([
    [`Schema.getGlobalDescribe().get('Account').getDescribe().getKeyPrefix()`, '001'],
    [`Account.Name.getDescribe().getLabel()`, 'Account Name'],
    [`Schema.SObjectType.Account.fields.Name.isAccessible()`, 'true'],
    [`Account.SObjectType == new Account().getSObjectType()`, 'true'],
    [`Account.OwnerId.getDescribe().getReferenceTo()`, '(User)'],
    [`Account.NumberOfEmployees.getDescribe().getType()`, 'INTEGER']
  ])('should know %s', (expression, expected) => {
    expect(bench.run(`System.debug(${expression});`)).toEqual([expected]);
  });
});

describe('AuraHandledException', () => {
  test.each([
    ['', 'Script-thrown exception'],
    [`e.setMessage('shown');`, 'shown']
  ])('should show Apex its message only when it was set (%s)', (statement, expected) => {
    const apex = `AuraHandledException e = new AuraHandledException('for the screen'); ${statement}
      System.debug(e.getMessage());`;

    expect(bench.run(apex)).toEqual([expected]);
  });
});

describe('the system', () => {
  test.each([
    ['System.now().getTime() == System.currentTimeMillis()', 'true'],
    ['System.today()', '2026-03-03 00:00:00'],
    ['UserInfo.getUserName()', 'admin@clazar.local'],
    ['Limits.getLimitQueries()', '100'],
    ['System.isQueueable()', 'false'],
    ['Request.getCurrent().getQuiddity()', 'ANONYMOUS'],
    ['Test.isRunningTest()', 'false']
  ])('should tell %s', (expression, expected) => {
    expect(bench.run(`System.debug(${expression});`)).toEqual([expected]);
  });

  test('should keep values in Platform Cache until they expire', () => {
    bench.run(`Cache.Org.getPartition('local.P').put('key', 'value', 300);`);
    const read = `System.debug(Cache.Org.getPartition('local.P').get('key'));`;

    expect(bench.run(read)).toEqual(['value']);
    bench.clock.advance(301_000);
    expect(bench.run(read)).toEqual(['null']);
  });
});
