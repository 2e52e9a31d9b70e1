import { ApexSObject } from '../../runtime/index.ts';
import { load, run, thrownBy } from '../../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_switch.htm
test('should switch on values, enums, records and null', () => {
  const output = run(
    `for (Integer i : new List<Integer>{ 1, -1, null, 9 }) {
       switch on i {
         when 1, 2 { System.debug('few'); }
         when -1 { System.debug('minus'); }
         when null { System.debug('null'); }
         when else { System.debug('else'); }
       }
     }
     Season now = Season.SUMMER;
     switch on now { when WINTER { System.debug('cold'); } when SUMMER { System.debug('warm'); } }
     SObject record = new Contact(LastName = 'x');
     switch on record {
       when Account company { System.debug('account'); }
       when Contact person { System.debug(person.LastName); }
     }
     switch on 'A' { when 'a' { System.debug('small'); } when 'A' { System.debug('capital'); } }`,
    'enum Season { SUMMER, WINTER }'
  );

  expect(output).toEqual(['few', 'minus', 'null', 'else', 'warm', 'x', 'capital']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_exception_statements.htm
test('should catch the first type that fits, and always run finally', () => {
  const output = run(
    `try {
       try { throw new OddException('odd'); }
       catch (MathException error) { System.debug('math'); }
       finally { System.debug('finally'); }
     } catch (OddException error) { System.debug(error.getMessage() + ' ' + error.getTypeName()); }
     try { throw new SubException(new OddException('cause')); }
     catch (OddException error) { System.debug(error.getCause().getMessage()); }
     try { Object text = 'x'; Integer size = (Integer) text; }
     catch (MathException error) { System.debug('math'); }
     catch (Exception error) { System.debug(error.getTypeName()); }`,
    `virtual class OddException extends Exception { }
     class SubException extends OddException { }`
  );

  expect(output).toEqual(['finally', 'odd Main.OddException', 'cause', 'System.TypeException']);
});

test('should keep the fields and methods of an exception class', () => {
  const output = run(
    `try { throw new CodedException(5); } catch (CodedException error) { System.debug(error.code + error.getMessage()); }`,
    `class CodedException extends Exception {
       Integer code;
       CodedException(Integer code) { this('Code ' + code); this.code = code; }
     }`
  );

  expect(output).toEqual(['5Code 5']);
});

test('should keep the constructors of every exception beside declared ones', () => {
  const output = run(
    `Exception error = new CodedException('text', new IllegalArgumentException('cause'));
     System.debug(error.getMessage() + ' ' + error.getCause().getMessage());`,
    `class CodedException extends Exception { CodedException(Integer code) { } }`
  );

  expect(output).toEqual(['text cause']);
});

test('should end an endless recursion with a limit that nobody catches', () => {
  const { program } = load(`public class Main {
    public static Integer run() { try { return run() + 1; } catch (Exception error) { return 0; } }
  }`);

  const act = (): unknown => program.invokeStatic('Main', 'run', []);

  expect(thrownBy(act)).toEqual(
    expect.objectContaining({
      $type: 'System.LimitException',
      text: 'Maximum stack depth reached: 1001'
    })
  );
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_examples_all.htm
test('should hand DML to the org with the sharing of the class', () => {
  const { program, host } = load(`public with sharing class Main {
    public static void run(Invoice__c invoice) {
      insert as user new List<Invoice__c>{ invoice };
      upsert invoice External_Id__c;
      merge new Account() new Account();
    }
  }`);

  program.invokeStatic('Main', 'run', [new ApexSObject('Invoice__c')]);

  expect(host.saved).toMatchObject([
    { operation: 'insert', accessLevel: 'user', sharing: 'with' },
    { operation: 'upsert', externalIdField: 'External_Id__c', accessLevel: 'system' },
    { operation: 'merge', duplicates: expect.any(ApexSObject) }
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/versioned_behavior_changes.htm
test('should read and write as the user, with sharing, from API version 67 on', () => {
  const { program, host } = load(
    `// API 67
    public class Main {
      public static void run(Invoice__c invoice) {
        insert invoice;
        update as system invoice;
        Object one = [SELECT Id FROM Account];
        Object two = [SELECT Id FROM Account WITH SYSTEM_MODE];
        Older.run(invoice);
      }
    }`,
    `public class Older { public static void run(Invoice__c invoice) { delete invoice; } }`
  );

  program.invokeStatic('Main', 'run', [new ApexSObject('Invoice__c')]);

  expect(host.saved).toMatchObject([
    { operation: 'insert', accessLevel: 'user', sharing: 'with' },
    { operation: 'update', accessLevel: 'system', sharing: 'with' },
    { operation: 'delete', accessLevel: 'system', sharing: 'with' }
  ]);
  expect(host.queries).toMatchObject([{ accessLevel: 'user' }, { accessLevel: 'system' }]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_tools_runas.htm
test('should return out of a runAs block', () => {
  const output = run(
    `System.debug(inside(true)); System.debug(inside(false));`,
    `static Integer inside(Boolean early) { System.runAs(new User()) { if (early) { return 1; } } return 2; }`
  );

  expect(output).toEqual(['1', '2']);
});

test('should leave and go on with a loop from inside runAs blocks', () => {
  const output = run(
    `for (Integer i = 0; i < 9; i++) {
       System.runAs(new User()) {
         if (i == 1) { continue; }
         System.runAs(new User()) {
           for (Integer j = 0; j < 9; j++) { if (j == 2) { break; } System.debug(i + '.' + j); }
           if (i == 2) { break; }
         }
       }
       System.debug(i);
     }`
  );

  expect(output).toEqual(['0.0', '0.1', '0', '2.0', '2.1']);
});
