import { ApexSObject } from '../../runtime/index.ts';
import { load, run } from '../../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_loops.htm

test('should run all kinds of loops', () => {
  const output = run(`
    for (Integer i = 0, j = 3; i < j; i++, j--) { System.debug(i + ' ' + j); }
    Integer n = 2; while (n > 0) { n--; } System.debug(n);
    do { n++; if (n == 2) continue; if (n == 4) break; } while (true); System.debug(n);
    for (String each : new Set<String>{ 'a', 'b' }) { System.debug(each); }`);

  expect(output).toEqual(['0 3', '1 2', '0', '4', 'a', 'b']);
});

test('should refuse to change a list that is being iterated', () => {
  const output = run(`
    List<Integer> values = new List<Integer>{ 1, 2 };
    try { for (Integer value : values) { values.add(3); } } catch (Exception error) { System.debug(error.getMessage()); }
    values.add(3); System.debug(values);`);

  expect(output).toEqual(['Cannot modify a collection while it is being iterated.', '(1, 2, 3)']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_collections_iterators_implement.htm
test('should iterate whatever is Iterable', () => {
  const output = run(
    `for (Integer each : new Countdown(2)) { System.debug(each); }`,
    `class Countdown implements Iterable<Integer>, Iterator<Integer> {
       Integer rest;
       Countdown(Integer rest) { this.rest = rest; }
       public Iterator<Integer> iterator() { return this; }
       public Boolean hasNext() { return rest > 0; }
       public Integer next() { return rest--; }
     }`
  );

  expect(output).toEqual(['2', '1']);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_loops_for_SOQL.htm
test('should loop over the rows of a query, one by one or in chunks', () => {
  const { program, host } = load(`public class Main {
    public static void run(String name) {
      for (Account each : [SELECT Name FROM Account WHERE Name = :name]) { System.debug(each.Name); }
      for (List<Account> chunk : [SELECT Name FROM Account]) { System.debug(chunk.size()); }
    }
  }`);
  host.rows = [
    new ApexSObject('Account', { Name: 'a' }),
    new ApexSObject('Account', { Name: 'b' })
  ];

  program.invokeStatic('Main', 'run', ['x']);

  expect(host.output).toEqual(['a', 'b', '2']);
  expect(host.queries[0]).toMatchObject({
    soql: 'SELECT Name FROM Account WHERE Name = :b0',
    binds: new Map([['b0', 'x']])
  });
});

test('should let an endless loop be stopped', () => {
  const { program, host } = load(
    `public class Main { public static void run() { try { while (true) { } } catch (Exception error) { } } }`
  );
  host.checkCpuTime = () => {
    throw new Error('time is up');
  };

  const act = (): unknown => program.invokeStatic('Main', 'run', []);

  expect(act).toThrow('time is up');
});
