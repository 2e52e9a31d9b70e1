import { developerGuide, runApexExamples } from './testing/examples.ts';

// Asynchronous Apex, platform events, callouts and testing: the guide's examples as Apex tests.

const sources: Readonly<Record<string, string>> = {
  'AsyncExecutionExample.cls': `public class AsyncExecutionExample implements Queueable {
    public void execute(QueueableContext context) { insert new Account(Name = 'Acme', Phone = '(415) 555-1212'); }
  }`,
  'SecondJob.cls': `public class SecondJob implements Queueable {
    public void execute(QueueableContext context) { insert new Account(Name = 'Second'); }
  }`,
  'Chain.cls': `public class Chain implements Queueable {
    public void execute(QueueableContext context) { insert new Account(Name = 'First'); System.enqueueJob(new SecondJob()); }
  }`,
  'LoggingFinalizer.cls': `public class LoggingFinalizer implements Finalizer, Queueable {
    public Boolean fails = false;
    public void execute(QueueableContext context) {
      System.attachFinalizer(this);
      insert new Account(Name = 'of the job');
      if (fails) { throw new IllegalArgumentException('on purpose'); }
    }
    public void execute(FinalizerContext ctx) {
      String text = ctx.getResult() + ' ' + (ctx.getException() == null ? '' : ctx.getException().getMessage());
      insert new Account(Name = text.trim());
    }
  }`,
  'UpdateAccounts.cls': `public class UpdateAccounts implements Database.Batchable<SObject>, Database.Stateful {
    public Integer seen = 0;
    public Database.QueryLocator start(Database.BatchableContext bc) { return Database.getQueryLocator('SELECT Id, Name FROM Account'); }
    public void execute(Database.BatchableContext bc, List<Account> scope) {
      seen += scope.size();
      for (Account a : scope) { a.Name = a.Name + ' updated'; }
      update scope;
    }
    public void finish(Database.BatchableContext bc) {
      AsyncApexJob a = [SELECT Status, JobItemsProcessed, TotalJobItems FROM AsyncApexJob WHERE Id = :bc.getJobId()];
      insert new Account(Name = 'finished ' + seen + ' in ' + a.TotalJobItems);
    }
  }`,
  'IterableBatch.cls': `public class IterableBatch implements Database.Batchable<String> {
    public Iterable<String> start(Database.BatchableContext bc) { return new List<String>{ 'a', 'b' }; }
    public void execute(Database.BatchableContext bc, List<String> scope) { insert new Account(Name = String.join(scope, ',')); }
    public void finish(Database.BatchableContext bc) {}
  }`,
  'FailingBatch.cls': `public class FailingBatch implements Database.Batchable<SObject>, Database.RaisesPlatformEvents {
    public Iterable<SObject> start(Database.BatchableContext bc) { return [SELECT Id FROM Account]; }
    public void execute(Database.BatchableContext bc, List<SObject> scope) { throw new IllegalArgumentException('on purpose'); }
    public void finish(Database.BatchableContext bc) {}
  }`,
  'BatchErrors.trigger': `trigger BatchErrors on BatchApexErrorEvent (after insert) {
    List<Account> accounts = new List<Account>();
    for (BatchApexErrorEvent e : Trigger.new) {
      accounts.add(new Account(Name = e.Phase + ' ' + e.ExceptionType + ' ' + e.Message, Description = e.JobScope));
    }
    insert accounts;
  }`,
  'Nightly.cls': `public class Nightly implements Schedulable {
    public void execute(SchedulableContext ctx) {
      CronTrigger ct = [SELECT CronExpression FROM CronTrigger WHERE Id = :ctx.getTriggerId()];
      insert new Account(Name = ct.CronExpression);
    }
  }`,
  'FutureClass.cls': `public class FutureClass {
    @future public static void saveName(String name) { insert new Account(Name = name); }
    @future(callout=true) public static void ask() {
      HttpRequest req = new HttpRequest(); req.setEndpoint('https://example.com'); req.setMethod('GET');
      insert new Account(Name = new Http().send(req).getBody());
    }
  }`,
  'ExampleCalloutMock.cls': `@IsTest public class ExampleCalloutMock implements HttpCalloutMock {
    public HTTPResponse respond(HTTPRequest req) {
      Assert.areEqual('https://example.com', req.getEndpoint());
      HttpResponse res = new HttpResponse();
      res.setHeader('Content-Type', 'application/json'); res.setBody('{"example":"test"}'); res.setStatusCode(200);
      return res;
    }
  }`,
  'Events.trigger': `trigger Events on My_Object__e (after insert) {
    List<Account> accounts = new List<Account>();
    for (My_Object__e event : Trigger.new) { accounts.add(new Account(Name = event.Printer_Model__c)); }
    insert accounts;
  }`,
  'Now.trigger': `trigger Now on Now__e (after insert) { insert new Account(Name = Trigger.new[0].Word__c); }`,
  'objects/Now__e/Now__e.object-meta.xml': `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Now</label><pluralLabel>Nows</pluralLabel>
    <publishBehavior>PublishImmediately</publishBehavior>
    <fields><fullName>Word__c</fullName><label>Word</label><type>Text</type><length>20</length></fields></CustomObject>`,
  'remoteSiteSettings/Example.remoteSite-meta.xml': `<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity><isActive>true</isActive><url>https://example.com</url></RemoteSiteSetting>`,
  'Guide.cls': `@IsTest public class Guide {
    static List<String> names() {
      List<String> found = new List<String>();
      for (Account a : [SELECT Name FROM Account ORDER BY Name]) { found.add(a.Name); }
      return found;
    }
    @IsTest static void stopTestRunsQueueableJobs() {
      Test.startTest();
      Id jobId = System.enqueueJob(new AsyncExecutionExample());
      Assert.areEqual(0, names().size());
      Test.stopTest();
      Assert.areEqual(new List<String>{ 'Acme' }, names());
      Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :jobId].Status);
    }
    @IsTest static void aJobThatAJobEnqueuesStaysInTheQueueOfATest() {
      Test.startTest(); System.enqueueJob(new Chain()); Test.stopTest();
      Assert.areEqual(new List<String>{ 'First' }, names());
      Assert.areEqual(1, [SELECT COUNT() FROM AsyncApexJob WHERE ApexClass.Name = 'SecondJob']);
    }
    @IsTest static void aJobIsToldItsDepth() {
      Test.startTest();
      AsyncOptions options = new AsyncOptions();
      options.MaximumQueueableStackDepth = 10;
      System.enqueueJob(new SecondJob(), options);
      Assert.isFalse(AsyncInfo.hasMaxStackDepth());
      Test.stopTest();
      Assert.areEqual(1, names().size());
    }
    @IsTest static void aJobMayBeDelayed() {
      Test.startTest(); System.enqueueJob(new SecondJob(), 5); Test.stopTest();
      Assert.areEqual(1, names().size());
    }
    @IsTest static void theSameSignatureIsRefusedWhileItWaits() {
      AsyncOptions options = new AsyncOptions();
      options.DuplicateSignature = QueueableDuplicateSignature.Builder().addString('one').build();
      Test.startTest();
      System.enqueueJob(new SecondJob(), options);
      try { System.enqueueJob(new SecondJob(), options); Assert.fail(); }
      catch (DuplicateMessageException e) { Assert.areEqual('Attempt to enqueue job with duplicate queueable signature', e.getMessage()); }
      Test.stopTest();
    }
    @IsTest static void aFinalizerSeesSuccess() {
      Test.startTest(); System.enqueueJob(new LoggingFinalizer()); Test.stopTest();
      Assert.areEqual(new List<String>{ 'of the job', 'SUCCESS' }, names());
    }
    @IsTest static void aFinalizerOutlivesTheJobsRollback() {
      LoggingFinalizer job = new LoggingFinalizer(); job.fails = true;
      Test.startTest(); System.enqueueJob(job);
      try { Test.stopTest(); Assert.fail(); } catch (IllegalArgumentException e) { Assert.areEqual('on purpose', e.getMessage()); }
      Assert.areEqual(new List<String>{ 'UNHANDLED_EXCEPTION on purpose' }, names());
    }
    @IsTest static void aBatchGoesThroughItsRecordsAndFinishes() {
      insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
      Test.startTest(); Database.executeBatch(new UpdateAccounts(), 200); Test.stopTest();
      Assert.areEqual(new List<String>{ 'A updated', 'B updated', 'finished 2 in 1' }, names());
    }
    @IsTest static void aBatchTellsOfItsErrorsByAnEvent() {
      Account a = new Account(Name = 'A'); insert a;
      Test.startTest(); Database.executeBatch(new FailingBatch());
      try { Test.stopTest(); Assert.fail(); } catch (IllegalArgumentException e) { Assert.areEqual('on purpose', e.getMessage()); }
      Test.getEventBus().deliver();
      Assert.areEqual(new List<String>{ 'A', 'EXECUTE System.IllegalArgumentException on purpose' }, names());
      Assert.areEqual(a.Id, [SELECT Description FROM Account WHERE Name != 'A'].Description);
    }
    @IsTest static void aTestRunsOneBatchOnly() {
      insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
      Test.startTest(); Database.executeBatch(new UpdateAccounts(), 1);
      try { Test.stopTest(); Assert.fail(); } catch (Exception e) {
        Assert.isTrue(e.getMessage().startsWith('No more than one executeBatch can be called from within a test method.'), e.getMessage());
      }
    }
    @IsTest static void aBatchOverAnIterable() {
      Test.startTest(); Database.executeBatch(new IterableBatch()); Test.stopTest();
      Assert.areEqual(new List<String>{ 'a,b' }, names());
    }
    @IsTest static void aScheduledJobHasACronTrigger() {
      String expression = '0 0 0 15 3 ? 2042';
      Test.startTest();
      String jobId = System.schedule('ScheduleApexClassTest', expression, new Nightly());
      CronTrigger ct = [SELECT Id, CronExpression, TimesTriggered, NextFireTime FROM CronTrigger WHERE Id = :jobId];
      Assert.areEqual(expression, ct.CronExpression);
      Assert.areEqual(0, ct.TimesTriggered);
      Assert.isTrue(String.valueOf(ct.NextFireTime).startsWith('2042-03-15 0'), String.valueOf(ct.NextFireTime));
      Assert.areEqual(0, names().size());
      Test.stopTest();
      Assert.areEqual(new List<String>{ expression }, names());
    }
    @IsTest static void twoJobsCannotHaveOneName() {
      System.schedule('Same', '0 0 0 15 3 ? 2042', new Nightly());
      try { System.schedule('Same', '0 0 0 15 3 ? 2042', new Nightly()); Assert.fail(); }
      catch (AsyncException e) { Assert.areEqual('The Apex job named "Same" is already scheduled for execution.', e.getMessage()); }
    }
    @IsTest static void anExpressionThatIsNone() {
      try { System.schedule('Bad', 'every day', new Nightly()); Assert.fail(); } catch (StringException e) { Assert.isNotNull(e.getMessage()); }
      catch (AsyncException e) { Assert.isNotNull(e.getMessage()); }
    }
    @IsTest static void futureMethodsRunAfterStopTest() {
      Test.startTest(); FutureClass.saveName('later'); Assert.areEqual(0, names().size()); Test.stopTest();
      Assert.areEqual(new List<String>{ 'later' }, names());
    }
    @IsTest static void futureMethodsMayCallOut() {
      Test.setMock(HttpCalloutMock.class, new ExampleCalloutMock());
      Test.startTest(); FutureClass.ask(); Test.stopTest();
      Assert.areEqual(new List<String>{ '{"example":"test"}' }, names());
    }
    @IsTest static void aMockAnswersCallouts() {
      Test.setMock(HttpCalloutMock.class, new ExampleCalloutMock());
      HttpRequest req = new HttpRequest(); req.setEndpoint('https://example.com'); req.setMethod('GET');
      HttpResponse res = new Http().send(req);
      Assert.areEqual('application/json', res.getHeader('Content-Type'));
      Assert.areEqual(200, res.getStatusCode());
    }
    @IsTest static void aTestDoesNotCallOutByItself() {
      HttpRequest req = new HttpRequest(); req.setEndpoint('https://example.com'); req.setMethod('GET');
      try { new Http().send(req); Assert.fail(); } catch (TypeException e) {
        Assert.areEqual('Methods defined as TestMethod do not support Web service callouts', e.getMessage());
      }
    }
    @IsTest static void noCalloutAfterDml() {
      Test.setMock(HttpCalloutMock.class, new ExampleCalloutMock());
      insert new Account(Name = 'A');
      HttpRequest req = new HttpRequest(); req.setEndpoint('https://example.com'); req.setMethod('GET');
      try { new Http().send(req); Assert.fail(); } catch (CalloutException e) {
        Assert.areEqual('You have uncommitted work pending. Please commit or rollback before calling out', e.getMessage());
      }
    }
    @IsTest static void startTestLetsCallOutAfterDml() {
      Test.setMock(HttpCalloutMock.class, new ExampleCalloutMock());
      insert new Account(Name = 'A');
      Test.startTest();
      HttpRequest req = new HttpRequest(); req.setEndpoint('https://example.com'); req.setMethod('GET');
      Assert.areEqual(200, new Http().send(req).getStatusCode());
      Test.stopTest();
    }
    @IsTest static void eventsAreDeliveredByStopTest() {
      Test.startTest();
      Database.SaveResult sr = EventBus.publish(new My_Object__e(Printer_Model__c = 'XZO-5'));
      Assert.isTrue(sr.isSuccess());
      Assert.areEqual(0, names().size());
      Test.stopTest();
      Assert.areEqual(new List<String>{ 'XZO-5' }, names());
    }
    @IsTest static void deliverGivesOutEventsAtOnce() {
      EventBus.publish(new List<My_Object__e>{ new My_Object__e(Printer_Model__c = 'a'), new My_Object__e(Printer_Model__c = 'b') });
      Test.getEventBus().deliver();
      Assert.areEqual(new List<String>{ 'a', 'b' }, names());
    }
    @IsTest static void aRollbackTakesEventsBackUnlessTheyArePublishedImmediately() {
      Savepoint sp = Database.setSavepoint();
      EventBus.publish(new My_Object__e(Printer_Model__c = 'after commit'));
      EventBus.publish(new Now__e(Word__c = 'at once'));
      Database.rollback(sp);
      Test.getEventBus().deliver();
      Assert.areEqual(new List<String>{ 'at once' }, names());
    }
    @IsTest static void runAsChangesTheUserInsideOfTheBlock() {
      User u = new User(Alias = 'standt', Email = 's@testorg.com', EmailEncodingKey = 'UTF-8', LastName = 'Testing',
        LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'America/Los_Angeles',
        ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, UserName = 'standarduser@guide.example.com');
      String before = UserInfo.getUserName();
      System.runAs(u) { Assert.areEqual('standarduser@guide.example.com', UserInfo.getUserName()); }
      Assert.areEqual(before, UserInfo.getUserName());
    }
    @IsTest static void startTestGivesAFreshSetOfLimits() {
      for (Integer i = 0; i < 90; i++) { Integer n = [SELECT COUNT() FROM Account]; }
      Test.startTest();
      Assert.areEqual(0, Limits.getQueries());
      for (Integer i = 0; i < 50; i++) { Integer n = [SELECT COUNT() FROM Account]; }
      Test.stopTest();
      Assert.areEqual(90, Limits.getQueries());
    }
    @IsTest static void soslFindsOnlyWhatTheTestFixes() {
      Account a = new Account(Name = 'Found'); insert a;
      Assert.areEqual(0, [FIND 'Found' RETURNING Account][0].size());
      Test.setFixedSearchResults(new List<Id>{ a.Id });
      Assert.areEqual(1, [FIND 'anything' RETURNING Account(Name WHERE Name = 'Found')][0].size());
    }
    @IsTest static void createdDateCanBeSet() {
      Account a = new Account(Name = 'Old'); insert a;
      Test.setCreatedDate(a.Id, Datetime.newInstance(2012, 12, 12));
      Assert.areEqual(Datetime.newInstance(2012, 12, 12), [SELECT CreatedDate FROM Account].CreatedDate);
    }
    @IsTest static void customSettingsByHierarchy() {
      insert new Games__c(SetupOwnerId = UserInfo.getOrganizationId(), OverflowURL__c = 'org');
      insert new Games__c(SetupOwnerId = UserInfo.getUserId(), OverflowURL__c = 'user');
      Assert.areEqual('user', Games__c.getInstance().OverflowURL__c);
      Assert.areEqual('org', Games__c.getOrgDefaults().OverflowURL__c);
    }
  }`
};

const queueing = 'apex_queueing_jobs';
const batch = 'apex_batch_interface';
const scheduler = 'apex_scheduler';
const futures = 'apex_invoking_future_methods';
const mocks = 'apex_classes_restful_http_testing_httpcalloutmock';

runApexExamples(
  developerGuide,
  [
    [queueing, 'stopTestRunsQueueableJobs'],
    [queueing, 'aJobThatAJobEnqueuesStaysInTheQueueOfATest'],
    [queueing, 'aJobIsToldItsDepth'],
    [queueing, 'aJobMayBeDelayed'],
    [queueing, 'theSameSignatureIsRefusedWhileItWaits'],
    ['apex_transaction_finalizers', 'aFinalizerSeesSuccess'],
    ['apex_transaction_finalizers', 'aFinalizerOutlivesTheJobsRollback'],
    [batch, 'aBatchGoesThroughItsRecordsAndFinishes'],
    [`apex_batch_platformevents`, 'aBatchTellsOfItsErrorsByAnEvent'],
    [batch, 'aTestRunsOneBatchOnly'],
    [batch, 'aBatchOverAnIterable'],
    [scheduler, 'aScheduledJobHasACronTrigger'],
    [scheduler, 'twoJobsCannotHaveOneName'],
    [scheduler, 'anExpressionThatIsNone'],
    [futures, 'futureMethodsRunAfterStopTest'],
    [futures, 'futureMethodsMayCallOut'],
    [mocks, 'aMockAnswersCallouts'],
    [mocks, 'aTestDoesNotCallOutByItself'],
    ['apex_callouts_timeouts', 'noCalloutAfterDml'],
    ['apex_classes_restful_http_testing_dml', 'startTestLetsCallOutAfterDml'],
    ['apex_platform_events_test', 'eventsAreDeliveredByStopTest'],
    ['apex_platform_events_test', 'deliverGivesOutEventsAtOnce'],
    ['apex_platform_events_publish', 'aRollbackTakesEventsBackUnlessTheyArePublishedImmediately'],
    ['apex_testing_tools_runas', 'runAsChangesTheUserInsideOfTheBlock'],
    ['apex_testing_tools_start_stop_test', 'startTestGivesAFreshSetOfLimits'],
    ['apex_testing_SOSL', 'soslFindsOnlyWhatTheTestFixes'],
    ['apex_testing_utility_classes', 'createdDateCanBeSet'],
    ['apex_customsettings', 'customSettingsByHierarchy']
  ],
  sources
);
