import { testOrg } from './testing/org.ts';

const site = 'https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl';

/** The examples of the SOQL reference on objects that this org knows, by page. */
const examples: Readonly<Record<string, readonly string[]>> = {
  sforce_api_calls_soql_select_examples: [
    `SELECT Name FROM Account`,
    `SELECT Id FROM Contact WHERE Name LIKE 'A%' AND MailingState='California'`,
    `SELECT Name FROM Account ORDER BY Name DESC NULLS LAST`,
    `SELECT Name FROM Account WHERE Industry = 'media' LIMIT 125`,
    `SELECT Name FROM Account WHERE Industry = 'media' ORDER BY BillingPostalCode ASC NULLS LAST LIMIT 125`,
    `SELECT COUNT() FROM Contact`,
    `SELECT LeadSource, COUNT(Name) FROM Lead GROUP BY LeadSource`,
    `SELECT Name, COUNT(Id) FROM Account GROUP BY Name HAVING COUNT(Id) > 1`,
    `SELECT Name, Id FROM Merchandise_free__c ORDER BY Name OFFSET 100`,
    `SELECT Contact.FirstName, Contact.Account.Name FROM Contact`,
    `SELECT Name, (SELECT LastName FROM Contacts) FROM Account`,
    `SELECT Name, (SELECT CreatedBy.Name FROM Notes) FROM Account`,
    `SELECT Amount, Id, Name, (SELECT Quantity, ListPrice, PricebookEntry.UnitPrice, PricebookEntry.Name FROM OpportunityLineItems) FROM Opportunity`,
    `SELECT UserId, LoginTime FROM LoginHistory`
  ],
  sforce_api_calls_soql_select_fieldexpression: [
    `SELECT Amount FROM Opportunity WHERE CALENDAR_YEAR(CreatedDate) = 2011`
  ],
  sforce_api_calls_soql_select_conditionexpression: [
    `SELECT Name FROM Account WHERE Name LIKE 'A%'`,
    `SELECT Id FROM Contact WHERE Name LIKE 'A%' AND MailingState='California'`,
    `SELECT Name FROM Account WHERE CreatedDate > 2011-04-26T10:00:00-08:00`,
    `SELECT Amount FROM Opportunity WHERE CALENDAR_YEAR(CreatedDate) = 2011`
  ],
  sforce_api_calls_soql_select_comparisonoperators: [
    `SELECT AccountId, FirstName, LastName FROM Contact WHERE LastName LIKE 'appl%'`,
    `SELECT Name FROM Account WHERE BillingState IN ('California', 'New York')`,
    `SELECT Name FROM Account WHERE BillingState NOT IN ('California', 'New York')`,
    `SELECT Id, Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Lost')`,
    `SELECT Id FROM Task WHERE WhoId IN (SELECT Id FROM Contact WHERE MailingCity = 'Twin Falls')`,
    `SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Opportunity WHERE IsClosed = false)`,
    `SELECT Id FROM Opportunity WHERE AccountId NOT IN (SELECT AccountId FROM Contact WHERE LeadSource = 'Web')`,
    `SELECT Id, Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'apple%') AND Id IN (SELECT AccountId FROM Opportunity WHERE IsClosed = false)`,
    `SELECT Id, (SELECT Id FROM OpportunityLineItems) FROM Opportunity WHERE Id IN (SELECT OpportunityId FROM OpportunityLineItem WHERE TotalPrice > 10000)`
  ],
  sforce_api_calls_soql_select_logicaloperators: [
    `SELECT Name FROM Account WHERE Industry = 'Banking' AND NumberOfEmployees > 5`,
    `SELECT Name FROM Account WHERE (NOT Industry = 'Banking') OR NumberOfEmployees > 5`
  ],
  sforce_api_calls_soql_select_dateformats: [
    `SELECT Id FROM Account WHERE CreatedDate > 2005-10-08T01:02:03Z`,
    `SELECT Name FROM Opportunity WHERE CloseDate > 2011-04-26`,
    ...[
      'YESTERDAY',
      'TODAY',
      'TOMORROW',
      'LAST_WEEK',
      'THIS_WEEK',
      'LAST_MONTH',
      'THIS_MONTH',
      'LAST_90_DAYS',
      'LAST_N_DAYS:365',
      'LAST_N_WEEKS:4',
      'N_WEEKS_AGO:4',
      'LAST_N_MONTHS:2',
      'N_MONTHS_AGO:2',
      'LAST_N_QUARTERS:2',
      'N_QUARTERS_AGO:2',
      'LAST_N_YEARS:5',
      'N_YEARS_AGO:5',
      'THIS_FISCAL_QUARTER',
      'LAST_FISCAL_QUARTER',
      'LAST_N_FISCAL_QUARTERS:6',
      'THIS_FISCAL_YEAR',
      'LAST_N_FISCAL_YEARS:3'
    ].map((literal) => `SELECT Id FROM Account WHERE CreatedDate = ${literal}`),
    ...[
      'NEXT_WEEK',
      'NEXT_MONTH',
      'NEXT_90_DAYS',
      'NEXT_N_DAYS:15',
      'NEXT_N_WEEKS:4',
      'NEXT_N_MONTHS:2',
      'NEXT_QUARTER',
      'NEXT_N_QUARTERS:2',
      'NEXT_YEAR',
      'NEXT_N_YEARS:5',
      'NEXT_FISCAL_QUARTER',
      'NEXT_FISCAL_YEAR'
    ].map((literal) => `SELECT Id FROM Opportunity WHERE CloseDate > ${literal}`)
  ],
  sforce_api_calls_soql_select_multiselect_picklists: [
    `SELECT Id FROM AccountContactRelation WHERE Roles = 'Influencer;Evaluator'`,
    `SELECT Id FROM AccountContactRelation WHERE Roles INCLUDES ('Influencer;Evaluator', 'Other')`
  ],
  sforce_api_calls_soql_select_orderby: [
    `SELECT Name FROM Account ORDER BY Name DESC NULLS LAST`,
    `SELECT Name, Industry FROM Account ORDER BY Industry, Id`,
    `SELECT Id, CaseNumber, Account.Id, Account.Name FROM Case ORDER BY Account.Name`
  ],
  sforce_api_calls_soql_select_groupby: [
    `SELECT LeadSource, COUNT(Name) FROM Lead GROUP BY LeadSource`,
    `SELECT LeadSource FROM Lead GROUP BY LeadSource`,
    `SELECT CampaignId, AVG(Amount) avg FROM Opportunity GROUP BY CampaignId`,
    `SELECT Name n, MAX(Amount) max FROM Opportunity GROUP BY Name`,
    `SELECT Name, MAX(Amount), MIN(Amount) min, SUM(Amount) FROM Opportunity GROUP BY Name`
  ],
  sforce_api_calls_soql_select_groupby_rollup: [
    `SELECT LeadSource, COUNT(Name) cnt FROM Lead GROUP BY ROLLUP(LeadSource)`,
    `SELECT Status, LeadSource, COUNT(Name) cnt FROM Lead GROUP BY ROLLUP(Status, LeadSource)`,
    `SELECT LeadSource, Rating, GROUPING(LeadSource) grpLS, GROUPING(Rating) grpRating, COUNT(Name) cnt FROM Lead GROUP BY ROLLUP(LeadSource, Rating)`
  ],
  sforce_api_calls_soql_select_groupby_cube: [
    `SELECT Type, BillingCountry, GROUPING(Type) grpType, GROUPING(BillingCountry) grpCty, COUNT(Id) accts FROM Account GROUP BY CUBE(Type, BillingCountry)`
  ],
  sforce_api_calls_soql_select_having: [
    `SELECT LeadSource, COUNT(Name) FROM Lead GROUP BY LeadSource HAVING COUNT(Name) > 100`,
    `SELECT Name, COUNT(Id) FROM Account GROUP BY Name HAVING COUNT(Id) > 1`,
    `SELECT LeadSource, COUNT(Name) FROM Lead GROUP BY LeadSource HAVING COUNT(Name) > 100 AND LeadSource > 'Phone'`
  ],
  sforce_api_calls_soql_select_agg_functions: [
    `SELECT AVG(Amount) FROM Opportunity`,
    `SELECT COUNT_DISTINCT(Company) FROM Lead`,
    `SELECT MIN(CreatedDate), FirstName, LastName FROM Contact GROUP BY FirstName, LastName`,
    `SELECT Name, MAX(BudgetedCost) FROM Campaign GROUP BY Name`,
    `SELECT SUM(Amount) FROM Opportunity WHERE IsClosed = false AND Probability > 60`
  ],
  sforce_api_calls_soql_select_count: [
    `SELECT COUNT() FROM Account WHERE Name LIKE 'a%'`,
    `SELECT COUNT() FROM Contact, Contact.Account WHERE Account.Name = 'MyriadPubs'`,
    `SELECT COUNT(Id) FROM Account WHERE Name LIKE 'a%'`,
    `SELECT COUNT(Id), COUNT(CampaignId) FROM Opportunity`
  ],
  sforce_api_calls_soql_select_date_functions: [
    `SELECT CALENDAR_YEAR(CreatedDate), SUM(Amount) FROM Opportunity GROUP BY CALENDAR_YEAR(CreatedDate)`,
    `SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)), SUM(Amount) FROM Opportunity GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))`,
    `SELECT FISCAL_YEAR(CloseDate), SUM(Amount) FROM Opportunity GROUP BY FISCAL_YEAR(CloseDate)`
  ],
  sforce_api_calls_soql_select_fields: [
    `SELECT FIELDS(ALL) FROM Account LIMIT 200`,
    `SELECT FIELDS(CUSTOM) FROM Account LIMIT 200`,
    `SELECT FIELDS(STANDARD) FROM Account`,
    `SELECT Id, FIELDS(CUSTOM) FROM Opportunity LIMIT 200`
  ],
  sforce_api_calls_soql_select_typeof: [
    `SELECT TYPEOF What WHEN Account THEN Phone, NumberOfEmployees WHEN Opportunity THEN Amount, CloseDate ELSE Name END FROM Event`
  ],
  sforce_api_calls_soql_relationships_query_using: [
    `SELECT Id, Name, Account.Name FROM Contact WHERE Account.Industry = 'media'`,
    `SELECT Name, (SELECT LastName FROM Contacts WHERE CreatedBy.Alias = 'x') FROM Account WHERE Industry = 'media'`,
    `SELECT Id, FirstName__c, Mother_of_Child__r.FirstName__c FROM Daughter__c WHERE Mother_of_Child__r.LastName__c LIKE 'C%'`,
    `SELECT LastName__c, (SELECT LastName__c FROM Daughters__r) FROM Mother__c`
  ],
  sforce_api_calls_soql_relationships_and_polymorph_keys: [
    `SELECT Id, Owner.Name FROM Task WHERE Owner.FirstName LIKE 'B%'`,
    `SELECT Id, Who.FirstName, Who.LastName FROM Task WHERE Owner.FirstName LIKE 'B%'`,
    `SELECT Id, What.Name FROM Event`,
    `SELECT Id FROM Event WHERE What.Type IN ('Account', 'Opportunity')`
  ],
  sforce_api_calls_soql_select_with_security_enforced: [
    `SELECT Id, (SELECT LastName FROM Contacts), (SELECT Description FROM Opportunities) FROM Account WITH SECURITY_ENFORCED`
  ],
  sforce_api_calls_soql_select_for_update: [
    `SELECT Id FROM Account LIMIT 2 FOR UPDATE`,
    `SELECT Name, Id FROM Contact LIMIT 1 FOR VIEW`,
    `SELECT Name, Id FROM Contact LIMIT 1 FOR REFERENCE`
  ],
  sforce_api_calls_soql_select_formatting: [
    `SELECT FORMAT(Amount) Amt, FORMAT(CloseDate) FROM Opportunity`,
    `SELECT Amount, FORMAT(convertCurrency(Amount)) convertedCurrency FROM Opportunity WHERE CloseDate < TODAY`,
    `SELECT toLabel(Status) FROM Lead WHERE toLabel(Status) = 'le Draft'`
  ]
};

const text = '<type>Text</type><length>80</length>';
const org = testOrg({
  'CustomObject Merchandise_free__c': '<label>Merchandise</label>',
  'CustomObject Mother__c': '<label>Mother</label>',
  'CustomObject Daughter__c': '<label>Daughter</label>',
  'CustomField Mother__c.FirstName__c': text,
  'CustomField Mother__c.LastName__c': text,
  'CustomField Daughter__c.FirstName__c': text,
  'CustomField Daughter__c.LastName__c': text,
  'CustomField Daughter__c.Mother_of_Child__c':
    '<type>Lookup</type><referenceTo>Mother__c</referenceTo><relationshipName>Daughters</relationshipName>'
});

describe.each(Object.entries(examples))(`the examples of ${site}/%s.htm`, (_, queries) => {
  test.each(queries)('should run: %s', (soql) => {
    expect(() => org.engine.executeQuery(org.request(soql))).not.toThrow();
  });
});
