import { developerGuide, runExamples } from './testing/examples.ts';

// Working with data in Apex: the guide's examples on saving records.

runExamples(developerGuide, [
  {
    page: 'apex_dml_section',
    title: 'adding and retrieving data with DML',
    apex: `Merchandise__c pen = new Merchandise__c(Name = 'Black Pens', Price__c = 1.25, Total_Inventory__c = 100);
      insert pen;
      System.debug([SELECT Name FROM Merchandise__c].Name);`,
    says: ['Black Pens']
  },
  {
    page: 'apex_dml_transactional',
    title: 'a statement that fails saves none of its records',
    apex: `List<Account> accounts = new List<Account>{ new Account(Name = 'One'), new Account() };
      try { insert accounts; } catch (DmlException e) { System.debug(e.getNumDml() + ' ' + e.getDmlIndex(0)); }
      System.debug([SELECT COUNT() FROM Account]);`,
    says: ['1 1', '0']
  },
  {
    page: 'apex_dml_examples',
    title: 'inserting a list, and updating it in the same transaction',
    apex: `Account[] accts = new List<Account>();
      for (Integer i = 0; i < 3; i++) { accts.add(new Account(Name = 'Acme' + i, BillingCity = 'San Francisco')); }
      Account accountToUpdate;
      try {
        insert accts;
        accountToUpdate = [SELECT BillingCity FROM Account WHERE Name = 'Acme1' AND BillingCity = 'San Francisco' LIMIT 1];
        accountToUpdate.BillingCity = 'New York';
        update accountToUpdate;
      } catch (DmlException e) { System.debug('An unexpected error has occurred: ' + e.getMessage()); }
      Account afterUpdate = [SELECT BillingCity FROM Account WHERE Id = :accountToUpdate.Id];
      System.debug(afterUpdate.BillingCity);`,
    says: ['New York']
  },
  {
    page: 'apex_dml_examples',
    title: 'inserting related records',
    apex: `Account acct = new Account(Name = 'SFDC Account');
      insert acct;
      ID acctID = acct.ID;
      Contact con = new Contact(FirstName = 'Joe', LastName = 'Smith', Phone = '415.555.1212', AccountId = acctID);
      insert con;
      System.debug([SELECT Account.Name FROM Contact].Account.Name);`,
    says: ['SFDC Account']
  },
  {
    page: 'apex_dml_examples',
    title: 'updating related records takes one statement for each object',
    apex: `insert new Contact(LastName = 'Smith', Account = null, AccountId = null);
      Account a = new Account(Name = 'Old'); insert a;
      Contact c = [SELECT Id FROM Contact LIMIT 1]; c.AccountId = a.Id; update c;
      Contact queriedContact = [SELECT Account.Name, FirstName FROM Contact WHERE LastName = 'Smith' LIMIT 1];
      queriedContact.Phone = '415.555.1213';
      queriedContact.Account.Industry = 'Technology';
      update queriedContact;
      update queriedContact.Account;
      System.debug([SELECT Industry FROM Account].Industry + ' ' + [SELECT Phone FROM Contact].Phone);`,
    says: ['Technology 415.555.1213']
  },
  {
    page: 'apex_dml_foreign_keys',
    title: 'relating records by using an external ID',
    apex: `insert new Account(Name = 'Hallie', MyExtID__c = 'SAP111111');
      Opportunity newOpportunity = new Opportunity(Name = 'OpportunityWithAccountInsert', StageName = 'Prospecting',
        CloseDate = Date.today().addDays(7));
      Account accountReference = new Account(MyExtID__c = 'SAP111111');
      newOpportunity.Account = accountReference;
      Database.SaveResult results = Database.insert(newOpportunity);
      System.debug(results.isSuccess());
      System.debug([SELECT Account.Name FROM Opportunity].Account.Name);`,
    says: ['true', 'Hallie']
  },
  {
    page: 'apex_dml_foreign_keys',
    title: 'an external id that nobody has',
    apex: `Opportunity o = new Opportunity(Name = 'x', StageName = 'Prospecting', CloseDate = Date.today(),
        Account = new Account(MyExtID__c = 'nobody'));
      System.debug(Database.insert(o, false).getErrors()[0].getStatusCode());`,
    says: ['INVALID_FIELD']
  },
  {
    page: 'apex_dml_nested_object',
    title: 'parent and child records in a single statement using foreign keys',
    apex: `Date dt = Date.today().addDays(7);
      Opportunity newOpportunity = new Opportunity(Name = 'OpportunityWithAccountInsert', StageName = 'Prospecting', CloseDate = dt);
      Account accountReference = new Account(MyExtID__c = 'SAP111111');
      newOpportunity.Account = accountReference;
      Account parentAccount = new Account(Name = 'Hallie', MyExtID__c = 'SAP111111');
      Database.SaveResult[] results = Database.insert(new SObject[] { parentAccount, newOpportunity });
      for (Integer i = 0; i < results.size(); i++) { System.debug(results[i].isSuccess()); }
      System.debug([SELECT Account.Name FROM Opportunity].Account.Name);`,
    says: ['true', 'true', 'Hallie']
  },
  {
    page: 'apex_dml_upsert',
    title: 'upsert updates what has an id, and inserts the rest',
    apex: `insert new List<Account>{ new Account(Name = 'A', BillingCity = 'Bombay'), new Account(Name = 'B', BillingCity = 'Bombay') };
      Account[] acctsList = [SELECT Id, Name, BillingCity FROM Account WHERE BillingCity = 'Bombay'];
      for (Account a : acctsList) { a.BillingCity = 'Mumbai'; }
      acctsList.add(new Account(Name = 'Acme', BillingCity = 'San Francisco'));
      upsert acctsList;
      System.debug([SELECT COUNT() FROM Account WHERE BillingCity = 'Mumbai'] + ' ' + [SELECT COUNT() FROM Account]);`,
    says: ['2 3']
  },
  {
    page: 'apex_dml_upsert',
    title: 'upsert by an external id',
    apex: `insert new Account(Name = 'Old', MyExtID__c = '12345');
      List<Account> accounts = new List<Account>{
        new Account(Name = 'Acme', MyExtID__c = '12345'), new Account(Name = 'Widgets', MyExtID__c = '67890') };
      Schema.SObjectField f = Account.Fields.MyExtID__c;
      for (Database.UpsertResult r : Database.upsert(accounts, f)) { System.debug(r.isCreated()); }
      System.debug([SELECT Name FROM Account WHERE MyExtID__c = '12345'].Name);`,
    says: ['false', 'true', 'Acme']
  },
  {
    page: 'apex_dml_upsert',
    title: 'an external id that several records have',
    apex: `insert new List<Account>{ new Account(Name = 'A', MyExtID__c = '1'), new Account(Name = 'B', MyExtID__c = '1') };
      Database.UpsertResult r = Database.upsert(new Account(Name = 'C', MyExtID__c = '1'), Account.Fields.MyExtID__c, false);
      System.debug(r.getErrors()[0].getStatusCode());`,
    says: ['DUPLICATE_EXTERNAL_ID']
  },
  {
    page: 'apex_dml_merging',
    title: 'merging accounts moves their contacts and deletes the others',
    apex: `List<Account> ls = new List<Account>{ new Account(Name = 'Acme Inc.'), new Account(Name = 'Acme') };
      insert ls;
      Account masterAcct = [SELECT Id, Name FROM Account WHERE Name = 'Acme Inc.' LIMIT 1];
      Account mergeAcct = [SELECT Id, Name FROM Account WHERE Name = 'Acme' LIMIT 1];
      Contact c = new Contact(FirstName = 'Joe', LastName = 'Merged');
      c.AccountId = mergeAcct.Id;
      insert c;
      merge masterAcct mergeAcct;
      masterAcct = [SELECT Id, Name, (SELECT FirstName, LastName FROM Contacts WHERE LastName = 'Merged') FROM Account WHERE Name = 'Acme Inc.' LIMIT 1];
      System.debug(masterAcct.getSObjects('Contacts').size());
      System.debug([SELECT Id FROM Account WHERE Id = :mergeAcct.Id].size());`,
    says: ['1', '0']
  },
  {
    page: 'apex_dml_merging',
    title: 'Database.merge tells what became of each',
    apex: `Account master = new Account(Name = 'Account1');
      insert master;
      Account[] duplicates = new Account[]{ new Account(Name = 'Account1, Inc.'), new Account(Name = 'Account 1') };
      insert duplicates;
      Contact c = new Contact(FirstName = 'Joe', LastName = 'Smith', AccountId = duplicates[0].Id);
      insert c;
      Database.MergeResult[] results = Database.merge(master, duplicates, false);
      for (Database.MergeResult res : results) {
        System.debug(res.isSuccess() + ' ' + (res.getId() == master.Id) + ' ' + res.getMergedRecordIds().size() + ' ' + res.getUpdatedRelatedIds().size());
      }`,
    says: ['true true 1 1', 'true true 1 0']
  },
  {
    page: 'apex_dml_deleting',
    title: 'deleting records',
    apex: `insert new List<Account>{ new Account(Name = 'DotCom'), new Account(Name = 'DotCom') };
      Account[] doomedAccts = [SELECT Id, Name FROM Account WHERE Name = 'DotCom'];
      try { delete doomedAccts; } catch (DmlException e) { System.debug(e.getMessage()); }
      System.debug([SELECT COUNT() FROM Account]);`,
    says: ['0']
  },
  {
    page: 'apex_dml_restoring',
    title: 'restoring deleted records',
    apex: `insert new Account(Name = 'Universal Containers');
      delete [SELECT Id FROM Account];
      Account[] savedAccts = [SELECT Id, Name FROM Account WHERE Name = 'Universal Containers' ALL ROWS];
      try { undelete savedAccts; } catch (DmlException e) { System.debug(e.getMessage()); }
      System.debug([SELECT COUNT() FROM Account]);`,
    says: ['1']
  },
  {
    page: 'apex_dml_restoring',
    title: 'details come back with their master, lookups are restored',
    apex: `Account a = new Account(Name = 'A'); insert a;
      Contact c = new Contact(LastName = 'C', AccountId = a.Id); insert c;
      delete a;
      Integer between = [SELECT COUNT() FROM Contact];
      undelete a;
      System.debug(between + ' ' + [SELECT COUNT() FROM Contact WHERE AccountId = :a.Id]);`,
    says: ['0 1']
  },
  {
    page: 'apex_dml_database_methods',
    title: 'partial success with Database.insert',
    apex: `Account[] accts = new List<Account>{ new Account(Name = 'Account1'), new Account() };
      Database.SaveResult[] srList = Database.insert(accts, false);
      for (Database.SaveResult sr : srList) {
        if (sr.isSuccess()) { System.debug('Successfully inserted account'); }
        else {
          for (Database.Error err : sr.getErrors()) {
            System.debug(err.getStatusCode() + ': ' + err.getMessage());
            System.debug('Account fields that affected this error: ' + err.getFields());
          }
        }
      }`,
    says: [
      'Successfully inserted account',
      'REQUIRED_FIELD_MISSING: Required fields are missing: [Name]',
      'Account fields that affected this error: (Name)'
    ]
  },
  {
    page: 'apex_dml_database_methods',
    title: 'Database.delete and Database.undelete tell of each record',
    apex: `Account a = new Account(Name = 'A'); insert a;
      Database.DeleteResult deleted = Database.delete(a.Id);
      Database.UndeleteResult undeleted = Database.undelete(a.Id);
      System.debug(deleted.isSuccess() + ' ' + (undeleted.getId() == a.Id));
      delete a;
      System.debug(Database.emptyRecycleBin(a).isSuccess());
      System.debug(Database.undelete(a.Id, false).getErrors()[0].getStatusCode());`,
    says: ['true true', 'true', 'UNDELETE_FAILED']
  },
  {
    page: 'apex_dml_exceptions',
    title: 'what a DmlException knows',
    apex: `try { insert new Account(); } catch (DmlException e) {
        System.debug(e.getMessage());
        System.debug(e.getDmlType(0) + ' ' + e.getDmlFieldNames(0) + ' ' + e.getDmlMessage(0) + ' ' + e.getDmlId(0));
      }`,
    says: [
      'Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]',
      'REQUIRED_FIELD_MISSING (Name) Required fields are missing: [Name] null'
    ]
  },
  {
    page: 'apex_dml_database_dmloptions',
    title: 'allowFieldTruncation cuts text that is too long',
    apex: `Database.DMLOptions dml = new Database.DMLOptions();
      dml.allowFieldTruncation = true;
      Account a = new Account(Name = 'x'.repeat(300));
      Database.insert(a, dml);
      System.debug([SELECT Name FROM Account].Name.length());`,
    says: ['255']
  },
  {
    page: 'apex_dml_database_dmloptions',
    title: 'without it the record fails',
    apex: `System.debug(Database.insert(new Account(Name = 'x'.repeat(300)), false).getErrors()[0].getMessage().left(40));`,
    says: ['Account Name: data value too large: xxxx']
  },
  {
    page: 'apex_dml_database_dmloptions',
    title: 'optAllOrNone of the options',
    apex: `Database.DMLOptions dml = new Database.DMLOptions();
      dml.optAllOrNone = false;
      Database.SaveResult[] results = Database.insert(new List<Account>{ new Account(Name = 'A'), new Account() }, dml);
      System.debug(results[0].isSuccess() + ' ' + results[1].isSuccess());`,
    says: ['true false']
  },
  {
    page: 'langCon_apex_transaction_control',
    title: 'rolling back to a savepoint',
    apex: `Account a = new Account(Name = 'xxx'); insert a;
      System.debug([SELECT AccountNumber FROM Account WHERE Id = :a.Id].AccountNumber);
      Savepoint sp = Database.setSavepoint();
      a.AccountNumber = '123';
      update a;
      System.debug([SELECT AccountNumber FROM Account WHERE Id = :a.Id].AccountNumber);
      Database.rollback(sp);
      System.debug([SELECT AccountNumber FROM Account WHERE Id = :a.Id].AccountNumber);`,
    says: ['null', '123', 'null']
  },
  {
    page: 'langCon_apex_transaction_control',
    title: 'a savepoint is gone when an earlier one is rolled back to',
    apex: `Savepoint one = Database.setSavepoint();
      insert new Account(Name = 'A');
      Savepoint two = Database.setSavepoint();
      Database.rollback(one);
      Database.rollback(two);`,
    says: [/^System\.(TypeException|UnexpectedException|InvalidParameterValueException): /]
  },
  {
    page: 'langCon_apex_transaction_control',
    title: 'savepoints and rollbacks count as DML statements',
    apex: `Savepoint sp = Database.setSavepoint();
      Database.rollback(sp);
      Database.releaseSavepoint(sp);
      System.debug(Limits.getDmlStatements());`,
    says: ['2']
  },
  {
    page: 'langCon_apex_dml_limitations',
    title: 'objects that do not support DML',
    apex: `insert new Profile(Name = 'x');`,
    says: [/DML operation INSERT not allowed on Profile/]
  },
  {
    page: 'apex_dml_non_mix_sobjects',
    title: 'mixed DML',
    apex: `insert new Account(Name = 'A');
      insert new UserRole(Name = 'CEO');`,
    says: [
      'System.DmlException: Insert failed. First exception on row 0; first error: MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): UserRole, original object: Account: []'
    ]
  },
  {
    page: 'apex_dml_limitations',
    title: 'at most ten chunks of different objects in one statement',
    apex: `List<SObject> records = new List<SObject>();
      for (Integer i = 0; i < 6; i++) { records.add(new Account(Name = 'A')); records.add(new Contact(LastName = 'C')); }
      insert records;`,
    says: [
      'System.TypeException: Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.'
    ]
  },
  {
    page: 'apex_dml_bulk_exceptions',
    title: 'partial success is tried again without the records that failed',
    apex: `Database.SaveResult[] results = Database.insert(
        new List<Account>{ new Account(Name = 'a'), new Account(), new Account(Name = 'b') }, false);
      System.debug(results[0].isSuccess() + ' ' + results[1].isSuccess() + ' ' + results[2].isSuccess());
      System.debug([SELECT COUNT() FROM Account]);`,
    says: ['true false true', '2']
  }
]);
