import { compileAnonymous } from '../index.ts';
import { ApexException, ApexList, ApexSObject } from '../runtime/index.ts';
import { load, testHost, testLibrary, thrownBy } from '../testing/index.ts';

test('should construct objects and call their methods by name', () => {
  const { program } = load(`public class Counter {
    public Integer count;
    public Counter(Integer count) { this.count = count; }
    public Integer add(Integer step) { count += step; return count; }
    public Integer add(String text) { return text.length(); }
  }`);

  const counter = program.construct('counter', [5]);

  expect(program.invoke(counter, 'ADD', [2])).toBe(7);
  expect(program.invoke(counter, 'add', ['abc'])).toBe(3);
  expect(program.hasMethod(counter, 'add', 1)).toBe(true);
  expect(program.typeName(counter)).toBe('Counter');
});

test('should describe classes with their annotations and fields', () => {
  const { program } = load(`public with sharing class Door {
    @AuraEnabled public String name { get; set; }
    @AuraEnabled(cacheable=true) public static List<Account> accounts(Id ownerId) { return null; }
    public class Inner { }
  }`);
  const door = program.construct('Door', []);
  const info = program.classInfo('door');
  const [name] = info?.fields ?? [];

  name?.set(door, 'front');

  expect(name?.get(door)).toBe('front');
  expect(info).toMatchObject({
    name: 'Door',
    sharing: 'with',
    methods: [
      {
        name: 'accounts',
        returnType: 'List<Account>',
        parameters: [{ name: 'ownerId', type: 'Id' }],
        annotations: [{ name: 'auraenabled', parameters: new Map([['cacheable', true]]) }]
      }
    ]
  });
  expect(program.classes.map((one) => one.name)).toEqual(['Door', 'Door.Inner']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_context_variables.htm
test('should run triggers with their context variables', () => {
  const { program, host } = load(`trigger OnAccount on Account (before insert, after update) {
    for (Account each : Trigger.new) {
      System.debug(each.Name + ' ' + Trigger.isBefore + ' ' + Trigger.isInsert + ' ' + Trigger.size);
    }
    System.debug(Trigger.old == null);
  }`);

  program.runTrigger('OnAccount', {
    event: 'before insert',
    newRecords: new ApexList('Account', [new ApexSObject('Account', { Name: 'a' })]),
    oldRecords: null,
    newMap: null,
    oldMap: null,
    size: 1
  });

  expect(host.output).toEqual(['a true true 1', 'true']);
  expect(program.triggers).toEqual([
    {
      name: 'OnAccount',
      object: 'Account',
      events: ['before insert', 'after update'],
      path: 'OnAccount.trigger'
    }
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_anonymous_block.htm
test('should compile and run anonymous Apex against the program', () => {
  const { program, host } = load(
    `public class Greeter { public static String greet(String name) { return 'Hello ' + name; } }`
  );
  const text = `class Local { String name = 'you'; }
    String name = new Local().name;
    for (Integer i = 0; i < 2; i++) { System.debug(Greeter.greet(name) + i); }
    shout();
    void shout() { System.debug('!'); }`;

  compileAnonymous(program, text, testLibrary(testHost())).run?.();

  expect(host.output).toEqual(['Hello you0', 'Hello you1', '!']);
});

test('should say what is wrong with anonymous Apex', () => {
  const { program } = load('public class Empty { }');

  const { errors, run } = compileAnonymous(program, 'Integer a = b;', testLibrary(testHost()));

  expect(errors).toEqual([
    { file: 'AnonymousBlock', line: 1, column: 13, message: 'Variable does not exist: b' }
  ]);
  expect(run).toBeUndefined();
});

test('should name a method once, whatever runAs blocks it stands in', () => {
  const { program } = load(`public class Main {
    public static void run() {
      System.runAs(new User()) {
        System.runAs(new User()) {
          fail();
        }
      }
    }
    static void fail() {
      throw new IllegalArgumentException('no');
    }
  }`);

  const error = thrownBy(() => program.invokeStatic('Main', 'run', []));

  expect(error).toMatchObject({
    stackTrace: 'Class.Main.fail: line 10, column 1\nClass.Main.run: line 5, column 1'
  });
});

test('should take no line of a message for a call', () => {
  const { program } = load(`public class Main {
    public static void run() {
      throw new IllegalArgumentException('no\\n    at run (Main.cls:1:1)');
    }
  }`);

  const error = thrownBy(() => program.invokeStatic('Main', 'run', []));

  expect(error).toMatchObject({ stackTrace: 'Class.Main.run: line 3, column 1' });
});

test('should name triggers and anonymous blocks in stack traces', () => {
  const { program } = load(`trigger OnAccount on Account (before insert) {
    Integer zero = 0;
    Integer value = 1 / zero;
  }`);
  const variables = { newRecords: null, oldRecords: null, newMap: null, oldMap: null, size: 0 };

  const act = (): void => program.runTrigger('OnAccount', { event: 'before insert', ...variables });

  expect(thrownBy(act)).toEqual(
    expect.objectContaining({ stackTrace: 'Trigger.OnAccount: line 3, column 1' })
  );
});

test('should leave errors of the engine as they are', () => {
  const { program, host } = load(`public class Main {
    public static void run() { try { insert new Account(); } catch (Exception error) { } }
  }`);
  host.dml = () => {
    throw new TypeError('a fault of ours');
  };

  const act = (): unknown => program.invokeStatic('Main', 'run', []);

  expect(act).toThrow(TypeError);
});

test('should tell types apart by name', () => {
  const { program } = load(
    `public virtual class Base implements Comparable { public Integer compareTo(Object other) { return 0; } }`,
    `public class Sub extends Base { }`
  );

  expect(program.isAssignable('Sub', 'Base')).toBe(true);
  expect(program.isAssignable('Base', 'Sub')).toBe(false);
  expect(program.isInstance(program.construct('Sub', []), 'Comparable')).toBe(true);
  expect(program.isInstance('001000000000000AAA', 'Id')).toBe(true);
  expect(program.isInstance('text', 'Id')).toBe(false);
  expect(program.typeName(new ApexException('System.MathException'))).toBe('System.MathException');
});
