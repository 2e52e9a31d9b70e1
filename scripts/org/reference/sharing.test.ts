import { developerGuide, runApexExamples } from './testing/examples.ts';

// Security and sharing: the guide's examples, and the same as Apex tests would run them (System.runAs).

const sources: Readonly<Record<string, string>> = {
  'WithSharing.cls': `public with sharing class WithSharing {
    public static Integer jobs() { return [SELECT COUNT() FROM Job__c]; }
    public static Integer others() { return Inherited.jobs(); }
    public class Inner { public Integer jobs() { return [SELECT COUNT() FROM Job__c]; } }
  }`,
  'WithoutSharing.cls': `public without sharing class WithoutSharing {
    public static Integer jobs() { return [SELECT COUNT() FROM Job__c]; }
    public static Integer others() { return Inherited.jobs(); }
    public static Integer strict() { return WithSharing.jobs(); }
    public static Integer undeclared() { return Undeclared.jobs(); }
    public static Integer userMode() { return [SELECT COUNT() FROM Job__c WITH USER_MODE]; }
  }`,
  'Inherited.cls': `public inherited sharing class Inherited {
    public static Integer jobs() { return [SELECT COUNT() FROM Job__c]; }
  }`,
  'Undeclared.cls': `public class Undeclared {
    public static Integer jobs() { return [SELECT COUNT() FROM Job__c]; }
  }`,
  'Guide.cls': `@IsTest public class Guide {
    static User user(String alias) {
      User u = new User(Alias = alias, Email = alias + '@testorg.com', EmailEncodingKey = 'UTF-8', LastName = 'Testing',
        LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'America/Los_Angeles',
        ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, Username = alias + '@guide.example.com');
      insert u;
      return u;
    }
    static User worker(String alias) {
      User u = user(alias);
      System.runAs(new User(Id = UserInfo.getUserId())) {
        insert new PermissionSetAssignment(AssigneeId = u.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Jobs'].Id);
      }
      return u;
    }
    static Job__c job() { Job__c j = new Job__c(Name = 'Job'); insert j; return j; }
    @IsTest static void withSharingHidesWhatIsNotTheUsers() {
      User u = worker('ws'); job();
      System.runAs(u) { Assert.areEqual(0, WithSharing.jobs()); Assert.areEqual(1, WithoutSharing.jobs()); }
    }
    @IsTest static void inheritedSharingIsTheCallers() {
      User u = worker('is'); job();
      System.runAs(u) { Assert.areEqual(0, WithSharing.others()); Assert.areEqual(1, WithoutSharing.others()); }
    }
    @IsTest static void aClassKeepsItsOwnDeclaration() {
      User u = worker('cd'); job();
      System.runAs(u) { Assert.areEqual(0, WithoutSharing.strict()); }
    }
    @IsTest static void aClassWithoutDeclarationTakesTheCallers() {
      User u = worker('nd'); job();
      System.runAs(u) { Assert.areEqual(1, WithoutSharing.undeclared()); }
    }
    @IsTest static void anInnerClassDoesNotInheritTheDeclaration() {
      User u = worker('ic'); job();
      System.runAs(u) { Assert.areEqual(1, new WithSharing.Inner().jobs()); }
    }
    @IsTest static void userModeEnforcesSharingWhateverTheClassSays() {
      User u = worker('um'); job();
      System.runAs(u) { Assert.areEqual(0, WithoutSharing.userMode()); }
    }
    @IsTest static void manualShareOpensARecord() {
      User u = worker('ms'); Job__c j = job();
      Job__Share jobShr = new Job__Share(ParentId = j.Id, UserOrGroupId = u.Id, AccessLevel = 'Read',
        RowCause = 'Manual');
      Database.SaveResult sr = Database.insert(jobShr, false);
      Assert.isTrue(sr.isSuccess());
      System.runAs(u) { Assert.areEqual(1, WithSharing.jobs()); }
      Assert.areEqual(1, [SELECT COUNT() FROM Job__Share WHERE ParentId = :j.Id AND RowCause = 'Manual']);
    }
    @IsTest static void aReadShareDoesNotLetEdit() {
      User u = worker('rs'); Job__c j = job();
      insert new Job__Share(ParentId = j.Id, UserOrGroupId = u.Id, AccessLevel = 'Read');
      System.runAs(u) {
        j.Name = 'Changed';
        Database.SaveResult result = Database.update(j, false, AccessLevel.USER_MODE);
        Assert.areEqual(StatusCode.INSUFFICIENT_ACCESS_OR_READONLY, result.getErrors()[0].getStatusCode());
      }
    }
    @IsTest static void userModeRefusesWhatTheUserMayNotRead() {
      User u = user('fl');
      System.runAs(u) {
        try { List<Job__c> jobs = [SELECT Name FROM Job__c WITH USER_MODE]; Assert.fail(); }
        catch (QueryException e) { Assert.isTrue(e.getMessage().contains('Job__c'), e.getMessage()); }
      }
    }
    @IsTest static void securityEnforcedSaysInsufficientPermissions() {
      User u = user('se');
      System.runAs(u) {
        try { List<Job__c> jobs = [SELECT Name FROM Job__c WITH SECURITY_ENFORCED]; Assert.fail(); }
        catch (QueryException e) { Assert.isTrue(e.getMessage().startsWith('Insufficient permissions: secure query included inaccessible field'), e.getMessage()); }
      }
    }
    @IsTest static void userModeRefusesToCreate() {
      User u = user('cr');
      System.runAs(u) {
        try { insert as user new Job__c(Name = 'x'); Assert.fail(); }
        catch (SecurityException e) { Assert.areEqual('Access to entity \\'Job__c\\' denied', e.getMessage()); }
      }
    }
    @IsTest static void stripInaccessibleRemovesFields() {
      User u = worker('si');
      System.runAs(u) {
        List<Account> accounts = new List<Account>{ new Account(Name = 'Acme', Rating_Count__c = 5) };
        SObjectAccessDecision decision = Security.stripInaccessible(AccessType.CREATABLE, accounts);
        Assert.isFalse(decision.getRecords()[0].isSet('Rating_Count__c'));
        Assert.isTrue(decision.getRemovedFields().get('Account').contains('Rating_Count__c'));
        Assert.areEqual(new Set<Integer>{ 0 }, decision.getModifiedIndexes());
      }
    }
    @IsTest static void stripInaccessibleRemovesChildrenOfObjectsThatAreClosed() {
      User u = user('sc');
      insert new Invoice_Statement__c(Name = 'I');
      insert new Line_Item__c(Name = 'L', Invoice_Statement__c = [SELECT Id FROM Invoice_Statement__c].Id);
      List<Invoice_Statement__c> invoices = [SELECT Name, (SELECT Name FROM Line_Items__r) FROM Invoice_Statement__c];
      System.runAs(u) {
        SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, invoices, false);
        Assert.isTrue(decision.getRemovedFields().get('Invoice_Statement__c').contains('Line_Items__r'));
      }
    }
    @IsTest static void describeTellsWhatTheUserMayDo() {
      User u = user('ds');
      System.runAs(u) {
        Assert.isFalse(Schema.SObjectType.Job__c.isAccessible());
        Assert.isTrue(Schema.SObjectType.Account.isCreateable());
        Assert.isFalse(Account.Rating_Count__c.getDescribe().isUpdateable());
      }
    }
    @IsTest static void runAsCannotHelpAgainstMixedDmlButStartsAnew() {
      User u = worker('mx');
      System.runAs(u) { insert new Account(Name = 'A'); }
      Assert.areEqual(1, [SELECT COUNT() FROM Account]);
    }
    @IsTest static void managersSeeWhatTheirPeopleOwn() {
      User manager = worker('bo'); User people = worker('pe');
      System.runAs(new User(Id = UserInfo.getUserId())) {
        UserRole boss = new UserRole(Name = 'Boss'); insert boss;
        UserRole rep = new UserRole(Name = 'Rep', ParentRoleId = boss.Id); insert rep;
        update new List<User>{ new User(Id = manager.Id, UserRoleId = boss.Id), new User(Id = people.Id, UserRoleId = rep.Id) };
      }
      System.runAs(people) { insert new Job__c(Name = 'Mine'); }
      System.runAs(manager) { Assert.areEqual(1, WithSharing.jobs()); }
    }
    @IsTest static void changingTheOwnerDeletesManualShares() {
      User u = worker('o1'); User other = worker('o2'); Job__c j = job();
      insert new Job__Share(ParentId = j.Id, UserOrGroupId = u.Id, AccessLevel = 'Edit');
      j.OwnerId = other.Id; update j;
      Assert.areEqual(0, [SELECT COUNT() FROM Job__Share WHERE ParentId = :j.Id AND RowCause = 'Manual']);
    }
  }`,
  'permissionsets/Jobs.permissionset-meta.xml': `<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Jobs</label>
    <objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>
      <modifyAllRecords>false</modifyAllRecords><object>Job__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>`
};

runApexExamples(
  developerGuide,
  [
    ['apex_classes_keywords_sharing', 'withSharingHidesWhatIsNotTheUsers'],
    ['apex_classes_keywords_sharing', 'inheritedSharingIsTheCallers'],
    ['apex_classes_keywords_sharing', 'aClassKeepsItsOwnDeclaration'],
    ['apex_classes_keywords_sharing', 'aClassWithoutDeclarationTakesTheCallers'],
    ['apex_classes_keywords_sharing', 'anInnerClassDoesNotInheritTheDeclaration'],
    ['apex_classes_enforce_usermode', 'userModeEnforcesSharingWhateverTheClassSays'],
    ['apex_bulk_sharing_creating_with_apex', 'manualShareOpensARecord'],
    ['apex_bulk_sharing_creating_with_apex', 'aReadShareDoesNotLetEdit'],
    ['apex_bulk_sharing_creating_with_apex', 'changingTheOwnerDeletesManualShares'],
    ['apex_classes_enforce_usermode', 'userModeRefusesWhatTheUserMayNotRead'],
    ['apex_classes_with_security_enforced', 'securityEnforcedSaysInsufficientPermissions'],
    ['apex_classes_enforce_usermode', 'userModeRefusesToCreate'],
    ['apex_classes_with_security_stripInaccessible', 'stripInaccessibleRemovesFields'],
    [
      'apex_classes_with_security_stripInaccessible',
      'stripInaccessibleRemovesChildrenOfObjectsThatAreClosed'
    ],
    ['apex_classes_perms_enforcing', 'describeTellsWhatTheUserMayDo'],
    ['apex_testing_tools_runas', 'runAsCannotHelpAgainstMixedDmlButStartsAnew'],
    ['apex_bulk_sharing_understanding', 'managersSeeWhatTheirPeopleOwn']
  ],
  sources
);
