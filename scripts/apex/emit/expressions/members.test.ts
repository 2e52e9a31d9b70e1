import { ApexSObject } from '../../runtime/index.ts';
import { load, run } from '../../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SafeNavigationOperator.htm
test('should leave out the rest of a chain after a safe null', () => {
  const output = run(`
    Account nothing; String text;
    System.debug(nothing?.Parent.Name.toLowerCase());
    System.debug(text?.length());
    System.debug('ab'?.length());`);

  expect(output).toEqual(['null', 'null', '2']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_NullCoalescingOperator.htm
test('should take the right side of ?? only for null', () => {
  const output = run(`
    String nothing; Integer zero = 0;
    System.debug(nothing ?? 'other');
    System.debug(zero ?? 5);`);

  expect(output).toEqual(['other', '0']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SObjects_accessing_fields.htm
test('should give null through an empty lookup, and throw for a null record', () => {
  const output = run(`
    Contact person = new Contact(LastName = 'x');
    System.debug(person.Account.Name);
    System.debug(person.Account.Parent.Name);
    Contact nothing;
    try { System.debug(nothing.LastName); } catch (NullPointerException error) { System.debug('null'); }`);

  expect(output).toEqual(['null', 'null', 'null']);
});

test('should read a checkbox that is not set as false', () => {
  const output = run(`System.debug(new Opportunity().IsClosed || false);`);

  expect(output).toEqual(['false']);
});

test('should refuse a field that was not queried', () => {
  const { program, host } = load(`public class Main {
    public static void run() {
      Account company = [SELECT Id FROM Account LIMIT 1];
      System.debug(company.Name);
    }
  }`);
  const row = new ApexSObject('Account', { Id: '001000000000000AAA' });
  row.queried = true;
  host.rows = [row];

  const act = (): unknown => program.invokeStatic('Main', 'run', []);

  expect(act).toThrow(
    'SObject row was retrieved via SOQL without querying the requested field: Account.Name'
  );
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_NullCoalescingOperator.htm
test('should take the right side of ?? for a query without rows', () => {
  const output = run(`
    Account standard = new Account(Name = 'standard');
    Account found = [SELECT Name FROM Account] ?? standard;
    System.debug(found.Name);`);

  expect(output).toEqual(['standard']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_properties.htm
test('should read and write properties through their accessors', () => {
  const output = run(
    `Main one = new Main();
     one.size = 5; System.debug(one.size);
     one.size += 2; System.debug(one.size++); System.debug(one.size);
     System.debug(one.lazy); one.lazy = ' b '; System.debug(one.lazy);
     Main.total = 3; System.debug(Main.total);`,
    `public Integer size { get { return size * 2; } set { size = value + 1; } }
     public String lazy { get { if (lazy == null) { lazy = 'a'; } return lazy; } set { lazy = value.trim(); } }
     public static Integer total { get; set { total = value * 10; } }`
  );

  expect(output).toEqual(['12', '30', '64', 'a', 'b', '30']);
});

test('should evaluate the parts of a target once', () => {
  const output = run(
    `List<Integer> values = new List<Integer>{ 1, 2 };
     values[next()] += 5; System.debug(values);
     System.debug(values[0]++ + values[0]); System.debug(values);`,
    `static Integer count = 0;
     static Integer next() { System.debug('next'); return count++; }`
  );

  expect(output).toEqual(['next', '(6, 2)', '13', '(7, 2)']);
});

test('should say which index a list does not have', () => {
  const output = run(`
    List<Integer> values = new List<Integer>{ 1 };
    try { Integer value = values[1]; } catch (ListException error) { System.debug(error.getMessage()); }`);

  expect(output).toEqual(['List index out of bounds: 1']);
});
