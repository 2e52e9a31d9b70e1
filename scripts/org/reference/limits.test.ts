import { developerGuide, runApexExamples, runExamples } from './testing/examples.ts';
import type { Example } from './testing/examples.ts';

// Execution governors and limits: each is enforced in the platform's words, and no catch stops it.

const page = 'apex_gov_limits';

interface Limit {
  readonly title: string;
  readonly setUp?: string;
  /** Done once too often. */
  readonly step: string;
  readonly times: number;
  readonly message: string;
}

const limits: readonly Limit[] = [
  {
    title: 'queries',
    step: `Integer n = [SELECT COUNT() FROM Account];`,
    times: 100,
    message: 'Too many SOQL queries: 101'
  },
  {
    title: 'searches',
    step: `List<List<SObject>> found = [FIND 'nothing' RETURNING Account];`,
    times: 20,
    message: 'Too many SOSL queries: 21'
  },
  {
    title: 'DML statements',
    setUp: `Account a = new Account(Name = 'A'); insert a;`,
    step: `update a;`,
    times: 149,
    message: 'Too many DML statements: 151'
  },
  {
    title: 'DML rows',
    setUp: `List<Account> some = new List<Account>(); for (Integer i = 0; i < 2500; i++) some.add(new Account(Name = 'A')); insert some;`,
    step: `update some;`,
    times: 3,
    message: 'Too many DML rows: 12500'
  },
  {
    title: 'query rows',
    setUp: `List<Account> some = new List<Account>(); for (Integer i = 0; i < 5000; i++) some.add(new Account(Name = 'A')); insert some;`,
    step: `List<Account> found = [SELECT Id FROM Account];`,
    times: 10,
    message: 'Too many query rows: 55000'
  },
  {
    title: 'queueable jobs',
    step: `System.enqueueJob(new Nothing());`,
    times: 50,
    message: 'Too many queueable jobs added to the queue: 51'
  },
  {
    title: 'future calls',
    step: `Nothing.later();`,
    times: 50,
    message: 'Too many future calls: 51'
  },
  {
    title: 'e-mails',
    setUp: `Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
      mail.setToAddresses(new List<String>{ 'a@example.com' }); mail.setSubject('s'); mail.setPlainTextBody('b');`,
    step: `Messaging.sendEmail(new List<Messaging.Email>{ mail });`,
    times: 10,
    message: 'Too many Email Invocations: 11'
  },
  {
    title: 'callouts',
    step: `HttpRequest r = new HttpRequest(); r.setEndpoint('https://example.com'); r.setMethod('GET'); new Http().send(r);`,
    times: 100,
    message: 'Too many callouts: 101'
  },
  {
    title: 'rows of query locators',
    setUp: `List<Account> some = new List<Account>(); for (Integer i = 0; i < 6000; i++) some.add(new Account(Name = 'A')); insert some;`,
    step: `Database.QueryLocator l = Database.getQueryLocator('SELECT Id FROM Account');`,
    times: 1,
    message: 'Too many query locator rows: 12000'
  },
  {
    title: 'events that are published at once',
    step: `EventBus.publish(new Now__e());`,
    times: 150,
    message: 'Too many publish immediate DML statements: 151'
  },
  {
    title: 'heap size',
    setUp: `List<Account> held = new List<Account>();`,
    step: `for (Integer j = 0; j < 5000000; j++) held.add(new Account(Name = 'Account number ' + j));`,
    times: 0,
    message: 'Apex heap size too large: '
  }
];

/** The step is done as often as it may be, which works; once more ends the transaction, whatever Apex catches. */
const enforced = limits
  .filter(({ title }) => title !== 'CPU time')
  .map(({ title, setUp = '', step, times, message }): Example => ({
    page,
    title,
    apex: `${setUp}
        for (Integer i = 0; i < ${String(times)}; i++) { ${step} }
        System.debug('allowed');
        try { ${step} } catch (Exception e) { System.debug('caught'); }
        System.debug('went on');`,
    says: ['allowed', new RegExp(`^System.LimitException: ${message}`)]
  }));

const truth: readonly Example[] = [
  {
    page: 'apex_methods_system_limits',
    title: 'Limits tells what is used and what is allowed',
    apex: `insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
      List<Account> found = [SELECT Id FROM Account];
      AggregateResult[] groups = [SELECT COUNT(Id) FROM Account];
      System.debug(Limits.getQueries() + '/' + Limits.getLimitQueries() + ' ' + Limits.getQueryRows() + '/' + Limits.getLimitQueryRows());
      System.debug(Limits.getDmlStatements() + '/' + Limits.getLimitDmlStatements() + ' ' + Limits.getDmlRows() + '/' + Limits.getLimitDmlRows());
      System.debug(Limits.getAggregateQueries() + '/' + Limits.getLimitAggregateQueries());
      System.debug(Limits.getLimitHeapSize() + ' ' + Limits.getLimitCpuTime() + ' ' + Limits.getLimitCallouts() + ' ' + Limits.getLimitSoslQueries());
      System.debug(Limits.getLimitQueueableJobs() + ' ' + Limits.getLimitFutureCalls() + ' ' + Limits.getLimitEmailInvocations());`,
    says: ['2/100 3/50000', '1/150 2/10000', '1/300', '6000000 10000 100 20', '50 50 10']
  },
  {
    page: 'apex_methods_system_limits',
    title: 'heap and CPU time grow with what is done',
    apex: `Integer before = Limits.getHeapSize();
      List<String> held = new List<String>();
      for (Integer i = 0; i < 50000; i++) held.add('a text of some length ' + i);
      Integer full = Limits.getHeapSize();
      System.debug(full - before > 500000 && held.size() == 50000);
      held = null;
      System.debug(full - Limits.getHeapSize() > 500000);
      System.debug(Limits.getCpuTime() >= 0);`,
    says: ['true', 'true', 'true']
  }
];

const sources: Readonly<Record<string, string>> = {
  'Nothing.cls': `public class Nothing implements Queueable {
    public void execute(QueueableContext context) {}
    @future public static void later() {}
  }`,
  'objects/Now__e/Now__e.object-meta.xml': `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Now</label><pluralLabel>Nows</pluralLabel>
    <publishBehavior>PublishImmediately</publishBehavior></CustomObject>`,
  'remoteSiteSettings/Example.remoteSite-meta.xml': `<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity><isActive>true</isActive><url>https://example.com</url></RemoteSiteSetting>`
};

describe('in a synchronous transaction', () =>
  runExamples(developerGuide, [...enforced, ...truth], sources));

const work: Readonly<Record<string, string>> = {
  ...sources,
  'Work.cls': `public class Work implements Queueable, Database.Batchable<String>, Schedulable {
    public static List<String> said = new List<String>();
    String what;
    public Work(String what) { this.what = what; }
    public void execute(QueueableContext context) { run(what); }
    public void execute(SchedulableContext context) { run(what); }
    public Iterable<String> start(Database.BatchableContext context) { return new List<String>{ 'x' }; }
    public void execute(Database.BatchableContext context, List<String> scope) { run(what); }
    public void finish(Database.BatchableContext context) {}
    @future public static void later(String what) { run(what); }
    public static void run(String what) {
      said.add(Limits.getLimitQueries() + ' ' + Limits.getLimitHeapSize() + ' ' + Limits.getLimitCpuTime() + ' ' +
        Limits.getLimitQueueableJobs() + ' ' + Limits.getLimitFutureCalls());
      if (what == 'queries') for (Integer i = 0; i < 201; i++) { Integer n = [SELECT COUNT() FROM Account]; }
      if (what == 'jobs') for (Integer i = 0; i < 2; i++) System.enqueueJob(new Nothing());
      if (what == 'future') Nothing.later();
    }
  }`,
  'Guide.cls': `@IsTest public class Guide {
    static void fails(String message) {
      try { Test.stopTest(); Assert.fail('no limit'); } catch (Exception e) { Assert.areEqual(message, e.getMessage()); }
    }
    static final String ASYNC = '200 12000000 60000 1 ';
    @IsTest static void queueableJobsHaveTheAsynchronousLimits() {
      Test.startTest(); System.enqueueJob(new Work('')); Test.stopTest();
      Assert.areEqual(ASYNC + '50', Work.said[0]);
    }
    @IsTest static void batchesHaveTheAsynchronousLimitsAndNoFutureCalls() {
      Test.startTest(); Database.executeBatch(new Work('')); Test.stopTest();
      Assert.areEqual(ASYNC + '0', Work.said[0]);
    }
    @IsTest static void futureMethodsHaveTheAsynchronousLimitsAndNoFutureCalls() {
      Test.startTest(); Work.later(''); Test.stopTest();
      Assert.areEqual(ASYNC + '0', Work.said[0]);
    }
    @IsTest static void scheduledJobsHaveTheSynchronousLimits() {
      Test.startTest(); System.schedule('x', '0 0 0 1 1 ? 2099', new Work('')); Test.stopTest();
      Assert.areEqual('100 6000000 10000 50 50', Work.said[0]);
    }
    @IsTest static void aFutureMethodCannotCallAnother() {
      Test.startTest(); Work.later('future');
      try { Test.stopTest(); Assert.fail(); } catch (AsyncException e) {
        Assert.isTrue(e.getMessage().startsWith('Future method cannot be called from a future or batch method'), e.getMessage());
      }
    }
    @IsTest static void eachTestHasLimitsOfItsOwn() {
      Assert.areEqual(0, Limits.getQueries());
      Assert.areEqual(0, Limits.getDmlStatements());
    }
    @IsTest static void startTestAndStopTestKeepTwoSetsApart() {
      insert new Account(Name = 'A');
      for (Integer i = 0; i < 99; i++) { Integer n = [SELECT COUNT() FROM Account]; }
      Test.startTest();
      for (Integer i = 0; i < 99; i++) { Integer n = [SELECT COUNT() FROM Account]; }
      Assert.areEqual(99, Limits.getQueries());
      Assert.areEqual(0, Limits.getDmlStatements());
      Test.stopTest();
      Assert.areEqual(99, Limits.getQueries());
      Assert.areEqual(1, Limits.getDmlStatements());
    }
  }`
};

describe('in asynchronous transactions and tests', () =>
  runApexExamples(
    developerGuide,
    [
      [page, 'queueableJobsHaveTheAsynchronousLimits'],
      [page, 'batchesHaveTheAsynchronousLimitsAndNoFutureCalls'],
      [page, 'futureMethodsHaveTheAsynchronousLimitsAndNoFutureCalls'],
      [page, 'scheduledJobsHaveTheSynchronousLimits'],
      ['apex_invoking_future_methods', 'aFutureMethodCannotCallAnother'],
      [page, 'eachTestHasLimitsOfItsOwn'],
      ['apex_testing_tools_start_stop_test', 'startTestAndStopTestKeepTwoSetsApart']
    ],
    work
  ));
