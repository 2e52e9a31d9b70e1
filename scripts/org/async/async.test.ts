import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

const minute = 60_000;
let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench({
    'Chain.cls': `public class Chain implements Queueable, Finalizer {
      private Integer left;
      private Map<String, List<Decimal>> numbers = new Map<String, List<Decimal>>();
      private Chain self;
      public transient String forgotten = 'x';
      public Chain(Integer left) {
        this.left = left;
        self = this;
        numbers.put('a', new List<Decimal>{ 1.50 });
      }
      public void execute(QueueableContext context) {
        System.attachFinalizer(this);
        String state = left + ' ' + numbers.get('a')[0] + ' ' + (self === this) + ' ' + forgotten;
        insert new Account(Name = 'Chain', Site = state);
        if (left == 13) { throw new IllegalArgumentException('unlucky'); }
        if (left > 0) { System.enqueueJob(new Chain(left - 1)); }
      }
      public void execute(FinalizerContext context) {
        insert new Contact(LastName = 'Final ' + context.getResult() + ' ' + context.getException()?.getMessage());
      }
    }`,
    'Sums.cls': `public class Sums implements Database.Batchable<SObject>, Database.Stateful {
      private Integer seen = 0;
      public Database.QueryLocator start(Database.BatchableContext context) {
        return Database.getQueryLocator('SELECT Id, Name FROM Account WHERE Name LIKE \\'Batch%\\' ORDER BY Name');
      }
      public void execute(Database.BatchableContext context, List<Account> scope) {
        if (scope[0].Name == 'Batch2') { throw new IllegalArgumentException('bad chunk'); }
        seen += scope.size();
      }
      public void finish(Database.BatchableContext context) {
        insert new Contact(LastName = 'Seen ' + seen);
      }
    }`,
    'Later.cls': `public class Later {
      @future(callout=true)
      public static void remember(String name, List<Decimal> numbers) {
        insert new Contact(LastName = name + ' ' + numbers + ' ' + System.isFuture());
      }
    }`,
    'Nightly.cls': `public class Nightly implements Schedulable {
      public void execute(SchedulableContext context) { insert new Contact(LastName = 'Nightly'); }
    }`
  });
});

afterAll(() => bench.close());

function work(): void {
  while (bench.core.jobs.runNext());
}

function debug(expression: string): string[] {
  return bench.run(`System.debug(${expression});`);
}

test('should run a chain of Queueables with their state and Finalizers', () => {
  bench.run('System.enqueueJob(new Chain(1));');
  work();

  expect(debug(`[SELECT Site FROM Account WHERE Name = 'Chain' ORDER BY Id]`)).toEqual([
    expect.stringMatching(/1 1.50 true null.*0 1.50 true null/)
  ]);
  expect(debug(`[SELECT COUNT() FROM Contact WHERE LastName = 'Final SUCCESS null']`)).toEqual([
    '2'
  ]);
});

test('should fail a Queueable that throws, keep nothing of it, and tell its Finalizer', () => {
  bench.run('System.enqueueJob(new Chain(13));');
  work();

  expect(debug(`[SELECT COUNT() FROM Account WHERE Site LIKE '13%']`)).toEqual(['0']);
  expect(
    debug(`[SELECT COUNT() FROM Contact WHERE LastName = 'Final UNHANDLED_EXCEPTION unlucky']`)
  ).toEqual(['1']);
  const job = `[SELECT Status, ExtendedStatus, ApexClass.Name FROM AsyncApexJob WHERE Status = 'Failed']`;
  expect(debug(`${job}.ExtendedStatus + ${job}.ApexClass.Name`)).toEqual(['unluckyChain']);
});

test('should wait as long as it was told', () => {
  bench.run('System.enqueueJob(new Chain(100), 5);');
  work();
  const waiting = `[SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Queued']`;

  expect(debug(waiting)).toEqual(['1']);
  bench.clock.advance(5 * minute);
  bench.core.jobs.runNext();
  expect(debug(`[SELECT COUNT() FROM Account WHERE Site LIKE '100%']`)).toEqual(['1']);
});

test('should refuse a job whose signature is in the queue', () => {
  const apex = `
    AsyncOptions options = new AsyncOptions();
    options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('once').build();
    System.enqueueJob(new Chain(0), options);
    System.enqueueJob(new Chain(0), options);`;

  expect(bench.run(apex)).toEqual([
    'System.DuplicateMessageException: Attempt to enqueue job with duplicate queueable signature'
  ]);
});

test('should run a future method after the commit, with its arguments', () => {
  bench.run(`Later.remember('Future', new List<Decimal>{ 1.5 });`);
  const saved = `[SELECT COUNT() FROM Contact WHERE LastName = 'Future (1.5) true']`;
  expect(debug(saved)).toEqual(['0']);

  work();

  expect(debug(saved)).toEqual(['1']);
});

test('should run a batch chunk by chunk, a failed chunk not stopping it, and keep its state', () => {
  bench.run(`
    List<Account> accounts = new List<Account>();
    for (Integer i = 0; i < 5; i++) accounts.add(new Account(Name = 'Batch' + i));
    insert accounts;
    Database.executeBatch(new Sums(), 2);`);
  work();

  expect(debug(`[SELECT LastName FROM Contact WHERE LastName LIKE 'Seen%'].LastName`)).toEqual([
    'Seen 3'
  ]);
  const job = `[SELECT NumberOfErrors, TotalJobItems FROM AsyncApexJob WHERE JobType = 'BatchApex']`;
  expect(debug(`${job}.NumberOfErrors + ' of ' + ${job}.TotalJobItems`)).toEqual(['1 of 3']);
});

test('should fire a scheduled job each time it is due', () => {
  bench.run(`System.schedule('Nightly', '0 0 3 * * ?', new Nightly());`);
  bench.clock.advance(24 * 60 * minute);
  work();
  bench.clock.advance(24 * 60 * minute);
  work();

  expect(debug(`[SELECT COUNT() FROM Contact WHERE LastName = 'Nightly']`)).toEqual(['2']);
  expect(debug(`[SELECT TimesTriggered FROM CronTrigger].TimesTriggered`)).toEqual(['2']);
});

test('should forget what was queued by a transaction that failed', () => {
  bench.run(`System.enqueueJob(new Chain(500)); Integer i = null; i = i + 1;`);
  work();

  expect(debug(`[SELECT COUNT() FROM Account WHERE Site LIKE '500%']`)).toEqual(['0']);
});
