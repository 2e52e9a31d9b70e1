import { apexBench } from '../../worker/testing/apexBench.ts';
import type { ApexBench } from '../../worker/testing/apexBench.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_convertLead.htm

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const text = (name: string): string =>
  `<CustomField ${namespace}><fullName>${name}</fullName><label>${name}</label><type>Text</type><length>40</length></CustomField>`;

const convert = `
  static Database.LeadConvertResult into(Lead lead, Boolean withoutOpportunity) {
    Database.LeadConvert lc = new Database.LeadConvert();
    lc.setLeadId(lead.Id);
    lc.setConvertedStatus([SELECT MasterLabel FROM LeadStatus WHERE IsConverted = TRUE LIMIT 1].MasterLabel);
    lc.setDoNotCreateOpportunity(withoutOpportunity);
    return Database.convertLead(lc);
  }`;

let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench({
    'Convert.cls': `public with sharing class Convert { public ${convert.trim()} }`,
    'Leads.trigger': `trigger Leads on Lead (after update) {
      for (Lead lead : Trigger.new) { System.debug('converted ' + Trigger.oldMap.get(lead.Id).IsConverted + ' ' + lead.IsConverted); }
    }`,
    'objects/Lead/fields/Word__c.field-meta.xml': text('Word__c'),
    'objects/Account/fields/Word__c.field-meta.xml': text('Word__c'),
    'LeadConvertSettings/LeadConvertSettings.LeadConvertSetting-meta.xml': `<LeadConvertSettings ${namespace}>
      <objectMapping><inputObject>Lead</inputObject><outputObject>Account</outputObject>
        <mappingFields><inputField>Word__c</inputField><outputField>Word__c</outputField></mappingFields></objectMapping>
      <opportunityCreationOptions>VisibleOptional</opportunityCreationOptions></LeadConvertSettings>`
  });
});

afterAll(() => bench.close());

test('should make account, contact and opportunity of a lead, and tell its triggers', () => {
  const apex = `
    Lead lead = new Lead(LastName = 'Fry', FirstName = 'Jim', Company = 'Fry And Sons', City = 'Berlin', Word__c = 'own');
    insert lead;
    Task call = new Task(Subject = 'Call', WhoId = lead.Id); insert call;
    Database.LeadConvertResult result = Convert.into(lead, false);
    Account account = [SELECT Name, BillingCity, Word__c FROM Account WHERE Id = :result.getAccountId()];
    System.debug(result.isSuccess() + ' ' + account.Name + ' ' + account.BillingCity + ' ' + account.Word__c);
    Contact contact = [SELECT Name, AccountId, MailingCity FROM Contact WHERE Id = :result.getContactId()];
    System.debug(contact.Name + ' ' + (contact.AccountId == account.Id) + ' ' + contact.MailingCity);
    Opportunity opportunity = [SELECT Name, StageName, CloseDate FROM Opportunity WHERE Id = :result.getOpportunityId()];
    System.debug(opportunity.Name + ' ' + opportunity.StageName + ' ' + (opportunity.CloseDate != null));
    lead = [SELECT IsConverted, ConvertedAccountId, ConvertedDate FROM Lead];
    System.debug(lead.IsConverted + ' ' + (lead.ConvertedAccountId == account.Id) + ' ' + (lead.ConvertedDate != null));
    System.debug([SELECT WhoId FROM Task].WhoId == contact.Id);
    System.debug(Limits.getDmlStatements());`;

  expect(bench.run(apex)).toEqual([
    'converted false true',
    'true Fry And Sons Berlin own',
    'Jim Fry true Berlin',
    'Fry And Sons Prospecting true',
    'true true true',
    'true',
    '3'
  ]);
});

test('should convert into records that are there, without an opportunity', () => {
  const apex = `
    Account account = new Account(Name = 'There'); insert account;
    Lead lead = new Lead(LastName = 'Low', Company = 'Low'); insert lead;
    Database.LeadConvert lc = new Database.LeadConvert();
    lc.setLeadId(lead.Id); lc.setAccountId(account.Id); lc.setDoNotCreateOpportunity(true);
    lc.setConvertedStatus('Closed - Converted');
    Database.LeadConvertResult result = Database.convertLead(lc);
    System.debug((result.getAccountId() == account.Id) + ' ' + result.getOpportunityId());
    System.debug([SELECT COUNT() FROM Contact WHERE AccountId = :account.Id]);`;

  expect(bench.run(apex)).toEqual(['converted false true', 'true null', '1']);
});

test('should refuse another status and a lead that is converted, and undo what it began', () => {
  const apex = `
    Lead lead = new Lead(LastName = 'Low', Company = 'Twice'); insert lead;
    Convert.into(lead, true);
    try { Convert.into(lead, true); } catch (DmlException e) { System.debug(e.getMessage().substringBefore(' with id') + e.getMessage().substringAfter('first error')); }
    Lead other = new Lead(LastName = 'Low', Company = 'Other'); insert other;
    Database.LeadConvert lc = new Database.LeadConvert(); lc.setLeadId(other.Id); lc.setConvertedStatus('Working - Contacted');
    System.debug(Database.convertLead(lc, false).getErrors()[0].getMessage());
    System.debug([SELECT COUNT() FROM Account WHERE Name IN ('Twice', 'Other')]);`;

  expect(bench.run(apex)).toEqual([
    'converted false true',
    'ConvertLead failed. First exception on row 0: CANNOT_UPDATE_CONVERTED_LEAD, cannot reference converted lead: []',
    'invalid convertedStatus: Working - Contacted',
    '1'
  ]);
});
