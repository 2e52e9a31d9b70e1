import { load, run } from '../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_static.htm
test('should run static initialisers once, in order, before the first use', () => {
  const { program, host } = load(
    `public class Settings {
       public static Integer size = next('size');
       static { System.debug('block ' + size); }
       public static Integer other = next('other');
       private static Integer next(String name) { System.debug(name); return 7; }
     }`,
    `public class Main {
       public static void run() { System.debug('start'); System.debug(Settings.other); System.debug(Settings.size); }
     }`
  );

  program.invokeStatic('Main', 'run', []);

  expect(host.output).toEqual(['start', 'size', 'block 7', 'other', '7', '7']);
});

test('should give every transaction fresh statics', () => {
  const { program } = load(`public class Main {
    static Integer count = 0;
    public static Integer next() { return ++count; }
  }`);
  const twice = [
    program.invokeStatic('Main', 'next', []),
    program.invokeStatic('Main', 'next', [])
  ];

  program.resetStatics();

  expect([...twice, program.invokeStatic('Main', 'next', [])]).toEqual([1, 2, 1]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_constructors.htm
test('should run initialisers before constructors, the super class first', () => {
  const output = run(
    `new Sub();`,
    `virtual class Base {
       String name = say('base field');
       Base() { say('base constructor'); hook(); }
       protected virtual void hook() { }
     }
     class Sub extends Base {
       String text = say('sub field');
       { say('sub block'); }
       Sub() { this('x'); say('sub constructor'); }
       Sub(String text) { super(); say('other constructor'); }
       protected override void hook() { say('hook sees ' + text); }
     }
     static String say(String text) { System.debug(text); return text; }`
  );

  expect(output).toEqual([
    'base field',
    'sub field',
    'sub block',
    'base constructor',
    'hook sees sub field',
    'other constructor',
    'sub constructor'
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_extending.htm
test('should call the overriding method, and the overridden one by super', () => {
  const output = run(
    `Shape shape = new Square(); System.debug(shape.describe()); System.debug(shape);`,
    `abstract class Shape {
       protected Integer size = 2;
       protected abstract Integer area();
       public virtual String describe() { return 'area ' + area(); }
     }
     class Square extends Shape {
       protected override Integer area() { return size * size; }
       public override String describe() { return 'square ' + super.describe(); }
       public override String toString() { return 'I am ' + describe(); }
     }`
  );

  expect(output).toEqual(['square area 4', 'I am square area 4']);
});

test('should choose the overload that fits best', () => {
  const output = run(
    `take(1); take(1L); take(1.5); take('a'); take(new Account()); take(new List<Account>()); Object value = 1; take(value);`,
    `static void take(Integer value) { System.debug('Integer'); }
     static void take(Long value) { System.debug('Long'); }
     static void take(Decimal value) { System.debug('Decimal'); }
     static void take(String value) { System.debug('String'); }
     static void take(SObject value) { System.debug('SObject'); }
     static void take(List<SObject> value) { System.debug('List'); }
     static void take(Object value) { System.debug('Object'); }`
  );

  expect(output).toEqual(['Integer', 'Long', 'Decimal', 'String', 'SObject', 'List', 'Object']);
});

test('should choose the most specific of the overloads that fit equally well', () => {
  const output = run(
    `take(null); take(new Leaf()); new Main(null); Main.both(new Leaf(), new Leaf());`,
    `virtual class Root {} virtual class Branch extends Root {} class Leaf extends Branch {}
     static void take(Root value) { System.debug('Root'); }
     static void take(Branch value) { System.debug('Branch'); }
     static void take(Object value) { System.debug('Object'); }
     Main(Root value) { System.debug('Main Root'); }
     Main(Branch value) { System.debug('Main Branch'); }
     static void both(Root one, Root other) { System.debug('Roots'); }
     static void both(Branch one, Branch other) { System.debug('Branches'); }`
  );

  expect(output).toEqual(['Branch', 'Branch', 'Main Branch', 'Branches']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords_final.htm
test('should let final variables have one value only', () => {
  const output = run(
    `final Integer once; once = 1; System.debug(once);
     try { once = 2; } catch (FinalException e) { System.debug(e.getMessage()); }
     try { new Main(true); } catch (FinalException e) { System.debug(new Main(false).size); }
     try { add(1); } catch (FinalException e) { System.debug(TOTAL); }`,
    `final Integer size;
     static final Integer TOTAL;
     static { TOTAL = 7; }
     { if (size == null) { System.debug('unset'); } }
     Main(Boolean twice) { size = 3; if (twice) { this.size += 4; } }
     static void add(final Integer more) { more++; }`
  );

  expect(output).toEqual([
    '1',
    'Final variable has already been initialized',
    'unset',
    'unset',
    '3',
    '7'
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_collections_maps_keys_userdefined.htm
test('should use equals and hashCode of a class in collections', () => {
  const output = run(
    `Set<Point> points = new Set<Point>{ new Point(1), new Point(1), new Point(2) };
     System.debug(points.size());
     System.debug(new Point(1) == new Point(1));
     System.debug(new Map<Point, String>{ new Point(3) => 'three' }.get(new Point(3)));`,
    `class Point {
       Integer x;
       Point(Integer x) { this.x = x; }
       public Boolean equals(Object other) { return other instanceof Point && ((Point) other).x == x; }
       public Integer hashCode() { return x; }
     }`
  );

  expect(output).toEqual(['2', 'true', 'three']);
});

test('should let an inner class extend one of the same name elsewhere', () => {
  const { program } = load(
    `public class First { public virtual class Item { Integer size = 1; public Item() { size += 1; } public Integer own() { return size; } } }`,
    `public class Second { public class Item extends First.Item { Integer size = 5; public Item() { super(); size += 1; } public Integer both() { return size * 10 + own(); } }
       public static Integer run() { return new Item().both(); } }`
  );

  expect(program.invokeStatic('Second', 'run', [])).toBe(62);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_enums.htm
test('should give enums their methods', () => {
  const output = run(
    `Season summer = Season.valueOf('summer');
     System.debug(summer.name() + summer.ordinal() + Season.values().size());
     System.debug(summer == Season.SUMMER);
     System.debug('is ' + summer);`,
    'enum Season { SPRING, SUMMER }'
  );

  expect(output).toEqual(['SUMMER12', 'true', 'is SUMMER']);
});

test('should let methods have names that mean something in JavaScript', () => {
  const output = run(
    `Odd odd = new Odd(); System.debug(odd.constructor() + odd.prototype() + Main.length() + Main.name());
     System.debug(new OddException().describe() + new OddException().name());`,
    `static Integer length() { return 1; }
     static String name() { return 'n'; }
     class Odd { String constructor() { return 'c'; } String prototype() { return 'p'; } }
     class OddException extends Exception { String describe() { return 'd'; } String name() { return 'e'; } }`
  );

  expect(output).toEqual(['cp1n', 'de']);
});

test('should keep private fields of one name in two classes apart', () => {
  const output = run(
    `Sub sub = new Sub(); System.debug(sub.own() + sub.inherited());`,
    `virtual class Base { private String name = 'base'; public String inherited() { return name; } }
     class Sub extends Base { private String name = 'sub'; public String own() { return name; } }`
  );

  expect(output).toEqual(['subbase']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords_sharing.htm
test('should query with the sharing of the class, or of the caller where it says nothing', () => {
  const { program, host } = load(
    `public with sharing class Strict {
       public static void run() { query(); Plain.run(); Loose.run(); query(); }
       static void query() { List<Account> rows = [SELECT Id FROM Account]; }
     }`,
    `public without sharing class Loose {
       public static void run() { List<Account> rows = [SELECT Id FROM Account]; Plain.run(); }
     }`,
    `public inherited sharing class Plain {
       public static void run() { List<Account> rows = [SELECT Id FROM Account]; }
     }`
  );

  program.invokeStatic('Strict', 'run', []);

  expect(host.queries.map(({ sharing }) => sharing)).toEqual([
    'with',
    'with',
    'without',
    'without',
    'with'
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/versioned_behavior_changes.htm
test('should not let a subclass replace a private method, but before API version 61', () => {
  const base = `public virtual class Base {
    private String hidden() { return 'base'; }
    public String call() { return hidden(); }
  }`;
  const sub = `public class Sub extends Base { public String hidden() { return 'sub'; } }`;
  const call = (version: number): unknown => {
    const { program } = load(...[base, sub].map((text) => `// API ${version}\n${text}`));
    return program.invoke(program.construct('Sub', []), 'call', []);
  };

  expect([call(61), call(60)]).toEqual(['base', 'sub']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_invoking_future_methods.htm
test('should leave calls of future methods to the org, which calls them itself', () => {
  const { program, host } = load(`public class Main {
    @future public static void later(Integer size) { System.debug(size); }
    public static void run() { later(5); }
  }`);

  program.invokeStatic('Main', 'run', []);
  program.invokeStatic('Main', 'later', [6]);

  expect(host.output).toEqual(['later: Main.later', '6']);
});
