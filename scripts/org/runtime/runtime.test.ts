import { apexBench } from '../worker/testing/apexBench.ts';
import { callAura } from '../worker/aura.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

let bench: ApexBench;

const field = (name: string, content: string): [string, string] => [
  `objects/Account/fields/${name}.field-meta.xml`,
  `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
  <fullName>${name}</fullName><label>${name}</label>${content}
</CustomField>`
];

beforeAll(async () => {
  bench = await apexBench({
    ...Object.fromEntries([
      field('Loud__c', '<type>Text</type><formula>UPPER(Name)</formula>'),
      field('Seen__c', '<type>Text</type><length>80</length>')
    ]),
    'Watch.cls': `public without sharing class Watch {
      public static List<String> moments = new List<String>();
      @AuraEnabled(cacheable=true)
      public static void save() { insert new Account(Name = 'From a cacheable method'); }
    }`,
    'AccountWatch.trigger': `trigger AccountWatch on Account (
      before insert, after insert, before update, after update, before delete, after delete, after undelete
    ) {
      Watch.moments.add(Trigger.operationType + ' ' + Trigger.size);
      if (Trigger.isBefore && Trigger.isInsert) {
        for (Account account : Trigger.new) {
          account.Seen__c = account.Loud__c;
          if (account.Name == 'Bad') { account.Name.addError('No bad names'); }
          if (account.Name == 'Boom') { throw new IllegalArgumentException('boom'); }
        }
      }
      if (Trigger.isAfter && Trigger.isInsert && Trigger.new[0].Name == 'Locked') { Trigger.new[0].Name = 'x'; }
      if (Trigger.isBefore && Trigger.isUpdate && Trigger.oldMap.get(Trigger.new[0].Id).Name == Trigger.new[0].Name) {
        Trigger.new[0].Site = 'unchanged';
      }
    }`
  });
});

afterAll(() => bench.close());

test('should run triggers with their context, and take over what before triggers set', () => {
  const apex = `
    Account account = new Account(Name = 'quiet');
    insert account;
    update account;
    delete account;
    undelete account;
    System.debug(Watch.moments);
    System.debug([SELECT Seen__c, Site FROM Account WHERE Id = :account.Id]);`;

  const [moments, record] = bench.run(apex);

  expect(moments).toBe(
    '(BEFORE_INSERT 1, AFTER_INSERT 1, BEFORE_UPDATE 1, AFTER_UPDATE 1, BEFORE_DELETE 1, AFTER_DELETE 1, AFTER_UNDELETE 1)'
  );
  expect(record).toMatch(/Seen__c=QUIET, Site=unchanged/);
});

test('should fail a record with the error that a trigger added to its field', () => {
  expect(bench.run(`insert new Account(Name = 'Bad');`)).toEqual([
    'System.DmlException: Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, No bad names: [Name]'
  ]);
});

test('should fail all records of a chunk with the exception that left a trigger', () => {
  const [message] = bench.run(`insert new Account(Name = 'Boom');`);

  expect(message).toMatch(
    /CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AccountWatch: execution of BeforeInsert\n\ncaused by: System.IllegalArgumentException: boom\n\nTrigger.AccountWatch: line 9, column \d+: \[\]$/
  );
});

test('should not let after triggers change records', () => {
  const [message] = bench.run(`insert new Account(Name = 'Locked');`);

  expect(message).toMatch(/System.FinalException: Record is read-only/);
});

test('should chunk triggers by 200 records', () => {
  const apex = `
    List<Account> accounts = new List<Account>();
    for (Integer i = 0; i < 250; i++) accounts.add(new Account(Name = 'Many ' + i));
    insert accounts;
    System.debug(Watch.moments);`;

  expect(bench.run(apex)).toEqual([
    '(BEFORE_INSERT 200, AFTER_INSERT 200, BEFORE_INSERT 50, AFTER_INSERT 50)'
  ]);
});

test('should refuse DML in a cacheable method', () => {
  const { core, userId } = bench;
  const call = { className: 'Watch', methodName: 'save', parameters: {} };

  const outcome = core.transact({ quiddity: 'AURA', userId }, () =>
    callAura(core.services.context, call)
  );

  expect(outcome).toMatchObject({
    kind: 'failed',
    failure: { type: 'System.LimitException', message: 'Too many DML statements: 1' }
  });
});
