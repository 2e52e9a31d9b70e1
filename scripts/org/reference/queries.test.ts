import { developerGuide, runExamples } from './testing/examples.ts';

// SOQL in Apex: the guide's examples, with what they find.

const acmes = `insert new List<Account>{
  new Account(Name = 'Acme', BillingCity = 'Bombay', NumberOfEmployees = 10),
  new Account(Name = 'Bolt', BillingCity = 'Paris', NumberOfEmployees = 30) };
  Account acme = [SELECT Id FROM Account WHERE Name = 'Acme'];
  insert new List<Contact>{ new Contact(FirstName = 'Ada', LastName = 'Frank', AccountId = acme.Id), new Contact(LastName = 'Smith') };
  `;

runExamples(developerGuide, [
  {
    page: 'langCon_apex_SOQL',
    title: 'a query assigned to a list',
    apex: `${acmes}List<Account> aa = [SELECT Id, Name FROM Account WHERE Name = 'Acme'];
      System.debug(aa.size());`,
    says: ['1']
  },
  {
    page: 'langCon_apex_SOQL',
    title: 'new objects from a query',
    apex: `${acmes}Contact c = new Contact(Account = [SELECT Name FROM Account WHERE NumberOfEmployees > 10 LIMIT 1]);
      c.FirstName = 'James'; c.LastName = 'Yoyce';
      System.debug(c.Account.Name);`,
    says: ['Bolt']
  },
  {
    page: 'langCon_apex_SOQL',
    title: 'a count',
    apex: `${acmes}Integer i = [SELECT COUNT() FROM Contact WHERE LastName = 'Frank'];
      System.debug(i);`,
    says: ['1']
  },
  {
    page: 'langCon_apex_SOQL',
    title: 'arithmetic with a count',
    apex: `${acmes}Integer j = 5 * [SELECT COUNT() FROM Contact];
      System.debug(j);`,
    says: ['10']
  },
  {
    page: 'langCon_apex_SOQL_query_results',
    title: 'a field that was not selected',
    apex: `${acmes}Account a = [SELECT Id FROM Account LIMIT 1];
      System.debug(a.Name);`,
    says: [
      'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Name'
    ]
  },
  {
    page: 'langCon_apex_SOQL_query_results',
    title: 'even if only one field is selected, the id is there',
    apex: `${acmes}System.debug([SELECT Name FROM Account LIMIT 1].Id != null);`,
    says: ['true']
  },
  {
    page: 'langCon_apex_SOQL_foreign_key',
    title: 'fields of parents',
    apex: `${acmes}Contact c = [SELECT Account.Name FROM Contact WHERE LastName = 'Frank'];
      System.debug(c.Account.Name + ' ' + (c.Account.Id == acme.Id));`,
    says: ['Acme true']
  },
  {
    page: 'langCon_apex_SOQL_foreign_key',
    title: 'children',
    apex: `${acmes}Account acct = [SELECT Id, Name, (SELECT Id, LastName FROM Contacts) FROM Account WHERE Name = 'Acme'];
      for (Contact c : acct.Contacts) { System.debug(c.LastName); }`,
    says: ['Frank']
  },
  {
    page: 'langCon_apex_SOQL_agg_fns',
    title: 'an aggregate without GROUP BY',
    apex: `insert new List<Opportunity>{
        new Opportunity(Name = 'A', StageName = 'Prospecting', CloseDate = Date.today(), Amount = 100),
        new Opportunity(Name = 'B', StageName = 'Prospecting', CloseDate = Date.today(), Amount = 200) };
      AggregateResult[] groupedResults = [SELECT AVG(Amount)aver FROM Opportunity];
      Object avgAmount = groupedResults[0].get('aver');
      System.debug(avgAmount);`,
    says: [/^150(\.0+)?$/]
  },
  {
    page: 'langCon_apex_SOQL_agg_fns',
    title:
      'GROUP BY, the name that an aggregate without alias gets, and picklists in their own order',
    apex: `insert new List<Opportunity>{
        new Opportunity(Name = 'A', StageName = 'Prospecting', CloseDate = Date.today(), Amount = 100),
        new Opportunity(Name = 'B', StageName = 'Prospecting', CloseDate = Date.today(), Amount = 200),
        new Opportunity(Name = 'C', StageName = 'Closed Won', CloseDate = Date.today(), Amount = 50) };
      AggregateResult[] groupedResults = [SELECT StageName, SUM(Amount) FROM Opportunity GROUP BY StageName ORDER BY StageName];
      for (AggregateResult ar : groupedResults) { System.debug(ar.get('StageName') + ' ' + ((Decimal) ar.get('expr0')).intValue()); }`,
    says: ['Prospecting 300', 'Closed Won 50']
  },
  {
    page: 'langCon_apex_SOQL_very_large_data_sets',
    title: 'a SOQL for loop over lists of 200',
    apex: `List<Account> accounts = new List<Account>();
      for (Integer i = 0; i < 401; i++) { accounts.add(new Account(Name = 'A' + i)); }
      insert accounts;
      for (List<Account> some : [SELECT Id FROM Account]) { System.debug(some.size()); }`,
    says: ['200', '200', '1']
  },
  {
    page: 'langCon_apex_SOQL_single_row',
    title: 'no row',
    apex: `Account a = [SELECT Id FROM Account WHERE Name = 'nobody'];`,
    says: ['System.QueryException: List has no rows for assignment to SObject']
  },
  {
    page: 'langCon_apex_SOQL_single_row',
    title: 'more than one row',
    apex: `${acmes}Account a = [SELECT Id FROM Account];`,
    says: ['System.QueryException: List has more than 1 row for assignment to SObject']
  },
  {
    page: 'langCon_apex_SOQL_single_row',
    title: 'a null object where there may be no row',
    apex: `List<Account> found = [SELECT Id FROM Account WHERE Name = 'nobody'];
      System.debug(found.isEmpty());
      System.debug([SELECT Name FROM Account WHERE Name = 'nobody']?.Name);`,
    says: ['true', 'null']
  },
  {
    page: 'langCon_apex_SOQL_Avoid_Null',
    title: 'a filter by a parent leaves out those without one',
    apex: `${acmes}System.debug([SELECT COUNT() FROM Contact WHERE Account.Name = 'Acme']);`,
    says: ['1']
  },
  {
    page: 'langCon_apex_SOQL_Polymorphic_relationships',
    title: 'filtering by the type of a parent',
    apex: `${acmes}insert new Event(Subject = 'E', WhatId = acme.Id, DurationInMinutes = 30, ActivityDateTime = Datetime.now());
      List<Event> events = [SELECT Description FROM Event WHERE What.Type IN ('Account', 'Opportunity')];
      System.debug(events.size());`,
    says: ['1']
  },
  {
    page: 'langCon_apex_SOQL_Polymorphic_relationships',
    title: 'TYPEOF',
    apex: `${acmes}insert new Event(Subject = 'E', WhatId = acme.Id, DurationInMinutes = 30, ActivityDateTime = Datetime.now());
      List<Event> events = [SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount END FROM Event];
      System.debug(events[0].What.get('Name'));`,
    says: ['Acme']
  },
  {
    page: 'langCon_apex_SOQL_variables',
    title: 'bind variables',
    apex: `${acmes}Account A = new Account(Name = 'Acme');
      String s = 'A';
      List<Id> ids = new List<Id>{ acme.Id };
      Set<String> names = new Set<String>{ 'Acme', 'x' };
      System.debug([SELECT COUNT() FROM Account WHERE Id IN :ids]);
      System.debug([SELECT COUNT() FROM Account WHERE Name IN :names]);
      System.debug([SELECT COUNT() FROM Account WHERE Name = :('A' + 'cme')]);
      System.debug([SELECT COUNT() FROM Account WHERE Name LIKE :s + '%']);
      Integer i = 1;
      System.debug([SELECT Id FROM Account LIMIT :i].size());`,
    says: ['1', '1', '1', '1', '1']
  },
  {
    page: 'langCon_apex_SOQL_query_all_records',
    title: 'ALL ROWS finds what is in the recycle bin',
    apex: `${acmes}delete acme;
      System.debug([SELECT COUNT() FROM Account WHERE IsDeleted = true ALL ROWS] + ' ' + [SELECT COUNT() FROM Account]);`,
    says: ['1 1']
  },
  {
    page: 'langCon_apex_loops_for_SOQL',
    title: 'a SOQL for loop record by record',
    apex: `${acmes}for (Account a : [SELECT Name FROM Account ORDER BY Name]) { System.debug(a.Name); }`,
    says: ['Acme', 'Bolt']
  },
  {
    page: 'apex_dynamic_soql',
    title: 'a query made at run time, with a bind',
    apex: `${acmes}String myName = 'Acme';
      List<SObject> found = Database.query('SELECT Id FROM Account WHERE Name = :myName');
      System.debug(found.size());
      System.debug(Database.countQuery('SELECT COUNT() FROM Account'));`,
    says: ['1', '2']
  },
  {
    page: 'apex_dynamic_soql',
    title: 'queryWithBinds takes a map',
    apex: `${acmes}Map<String, Object> binds = new Map<String, Object>{ 'name' => 'Acme' };
      List<Account> accts = Database.queryWithBinds('SELECT Id FROM Account WHERE Name = :name', binds, AccessLevel.USER_MODE);
      System.debug(accts.size());`,
    says: ['1']
  },
  {
    page: 'apex_dynamic_soql',
    title: 'a bind that is not there',
    apex: `Database.query('SELECT Id FROM Account WHERE Name = :nothingLikeIt');`,
    says: ['System.QueryException: Variable does not exist: nothingLikeIt']
  },
  {
    page: 'apex_dynamic_soql',
    title: 'SOQL injection, and how to keep it out',
    apex: `${acmes}String name = 'x\\' OR Name LIKE \\'%';
      System.debug(Database.query('SELECT Id FROM Account WHERE Name = \\'' + name + '\\'').size());
      System.debug(Database.query('SELECT Id FROM Account WHERE Name = \\'' + String.escapeSingleQuotes(name) + '\\'').size());`,
    says: ['2', '0']
  },
  {
    page: 'apex_dynamic_soql',
    title: 'a mistake in a query made at run time',
    apex: `Database.query('SELECT Nope FROM Account');`,
    says: [
      /^System\.QueryException: \nSELECT Nope FROM Account\n {7}\^\nERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Account'\./
    ]
  },
  {
    page: 'apex_dynamic_dml',
    title: 'records of a type that is known at run time',
    apex: `Schema.SObjectType targetType = Schema.getGlobalDescribe().get('Account');
      SObject record = targetType.newSObject();
      record.put('Name', 'Made');
      insert record;
      System.debug(record.get('Name') + ' ' + record.getSObjectType());`,
    says: ['Made Account']
  },
  {
    page: 'apex_dynamic_dml',
    title: 'a field that does not exist',
    apex: `SObject s = new Account(); s.put('Nope', 1);`,
    says: [/^System\.SObjectException: Invalid field Nope for Account/]
  },
  {
    page: 'apex_dynamic_field_tokens',
    title: 'tokens of objects and fields',
    apex: `Schema.SObjectField f = Account.Name;
      Schema.DescribeFieldResult d = f.getDescribe();
      System.debug(d.getName() + ' ' + d.getType() + ' ' + d.getLength() + ' ' + d.isNillable());
      System.debug(Schema.SObjectType.Account.getKeyPrefix());`,
    says: ['Name STRING 255 false', '001']
  },
  {
    page: 'apex_dynamic_describe_objects_understanding',
    title: 'describing objects by name',
    apex: `Schema.DescribeSObjectResult[] results = Schema.describeSObjects(new String[]{ 'Account', 'Merchandise__c' });
      for (Schema.DescribeSObjectResult res : results) { System.debug(res.getLabel() + ' ' + res.isCustom()); }`,
    says: ['Account false', 'Merchandise true']
  },
  {
    page: 'apex_dynamic_describe_objects_understanding',
    title: 'picklist values',
    apex: `List<Schema.PicklistEntry> entries = Account.Industry.getDescribe().getPicklistValues();
      System.debug(entries.size() > 5);
      System.debug(entries[0].getValue());`,
    says: ['true', 'Agriculture']
  }
]);
