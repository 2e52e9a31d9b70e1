import { syncScheduledFlows } from '../async/index.ts';
import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';
import {
  assign,
  autolaunched,
  connector,
  input,
  output,
  recordFlow,
  ref,
  text,
  variable
} from './testing/flowOrg.ts';

// Flows as an org runs them: with Apex, triggers, jobs, messages and users around them.

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function flows(sources: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, inside]) => [
      `flows/${name}.flow-meta.xml`,
      `<Flow ${namespace}>${inside}</Flow>`
    ])
  );
}

let bench: ApexBench | undefined;

async function open(sources: Readonly<Record<string, string>>): Promise<ApexBench> {
  bench = await apexBench(sources);
  return bench;
}

afterEach(() => bench?.close());

function runQueue({ core }: ApexBench): void {
  while (core.jobs.runNext());
}

function messages({ core }: ApexBench) {
  const rows = core.store.all('SELECT * FROM "LocalOrg_Message" ORDER BY "Id"', []);
  return rows.map((row) => [row['Kind'], row['Recipients'], row['Subject'], row['Body']]);
}

const parameter = (name: string, value: string) =>
  `<inputParameters><name>${name}</name>${value}</inputParameters>`;

const note = (
  value: string
) => `<recordUpdates><name>Note</name><inputReference>$Record</inputReference>
  <inputAssignments><field>Description</field>${text(value)}</inputAssignments></recordUpdates>`;

const addTask = `<recordCreates><name>Add_Task</name><object>Task</object>
  <inputAssignments><field>Subject</field>${text('Call {!$Record.Name}')}</inputAssignments>
  <inputAssignments><field>WhatId</field>${ref('$Record.Id')}</inputAssignments></recordCreates>`;

const subjects = `List<String> subjects = new List<String>();
  for (Task t : [SELECT Subject FROM Task ORDER BY Subject]) subjects.add(t.Subject);
  System.debug(subjects);`;

describe('messages', () => {
  const sending = flows({
    Tell: recordFlow(
      { object: 'Account', on: 'Create', first: 'Mail' },
      `<actionCalls><name>Mail</name><actionName>emailSimple</actionName><actionType>emailSimple</actionType>
        ${parameter('emailAddresses', text('a@example.com, b@example.com'))}${parameter('emailSubject', text('New {!$Record.Name}'))}
        ${parameter('emailBody', text('Hello'))}${connector('Bell')}</actionCalls>
       <actionCalls><name>Bell</name><actionName>customNotificationAction</actionName><actionType>customNotificationAction</actionType>
        ${parameter('recipientIds', ref('recipients'))}${parameter('title', text('Title'))}${parameter('body', text('Body'))}</actionCalls>
       ${variable('recipients', 'String', `<isCollection>true</isCollection>${ref('$User.Id')}`)}`
    )
  });

  test('should be kept after the commit', async () => {
    const org = await open(sending);

    org.run(`insert new Account(Name = 'Acme');`);

    expect(messages(org)).toEqual([
      ['email', 'a@example.com;b@example.com', 'New Acme', 'Hello'],
      ['notification', org.userId, 'Title', 'Body']
    ]);
  });

  test('should not be sent when the transaction is rolled back', async () => {
    const org = await open(sending);

    org.run(`insert new Account(Name = 'Acme'); Integer i = 1 / 0;`);

    expect(messages(org)).toEqual([]);
  });
});

describe('paths that run later', () => {
  const later = flows({
    Later: recordFlow(
      {
        object: 'Account',
        on: 'Create',
        first: 'Note',
        more: `<scheduledPaths>${connector('Add_Task')}<pathType>AsyncAfterCommit</pathType></scheduledPaths>
          <scheduledPaths><name>Soon</name>${connector('Note')}<offsetNumber>2</offsetNumber><offsetUnit>Hours</offsetUnit><timeSource>RecordTriggerEvent</timeSource></scheduledPaths>`
      },
      note('{!$Record.Description}x') + addTask
    )
  });

  test('should run after the commit, all records of a save in one transaction', async () => {
    const org = await open(later);
    org.run(`List<Account> accounts = new List<Account>();
      for (Integer i = 0; i < 200; i++) accounts.add(new Account(Name = 'A' + i));
      insert accounts;`);
    const before = org.run(`System.debug([SELECT COUNT() FROM Task]);`);

    const ran = org.core.jobs.runNext();

    expect([before, ran, org.run(`System.debug([SELECT COUNT() FROM Task]);`)]).toEqual([
      ['0'],
      true,
      ['200']
    ]);
  });

  test('should run at their time, over the record as it is then', async () => {
    const org = await open(later);
    org.run(`insert new Account(Name = 'Acme');`);
    runQueue(org);
    org.run(`update new Account(Id = [SELECT Id FROM Account LIMIT 1].Id, Description = 'now');`);

    org.clock.advance(2 * 3_600_000);
    runQueue(org);

    expect(org.run(`System.debug([SELECT Description FROM Account].Description);`)).toEqual([
      'nowx'
    ]);
  });

  test('should leave the other records alone when one fails', async () => {
    const org = await open({
      ...later,
      'NoB.trigger': `trigger NoB on Task (before insert) {
        for (Task t : Trigger.new) if (t.Subject == 'Call B') t.addError('no');
      }`
    });
    org.run(
      `insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B'), new Account(Name = 'C') };`
    );

    runQueue(org);

    expect(org.run(subjects)).toEqual(['(Call A, Call C)']);
  });
});

test('should run a scheduled flow at its time, once for each record that it finds, in bulk', async () => {
  const start = `<start>${connector('Note')}<object>Account</object><filterLogic>and</filterLogic>
    <filters><field>Industry</field><operator>EqualTo</operator>${text('Banking')}</filters>
    <schedule><frequency>Daily</frequency><startDate>2026-03-04</startDate><startTime>08:00:00.000Z</startTime></schedule>
    <triggerType>Scheduled</triggerType></start>`;
  const org = await open(
    flows({
      Nightly: `<label>Nightly</label><processType>AutoLaunchedFlow</processType><status>Active</status>${start}${note('seen')}`
    })
  );
  org.run(
    `insert new List<Account>{ new Account(Name = 'A', Industry = 'Banking'), new Account(Name = 'B') };`
  );
  const { services, store } = org.core;
  const place = { store, now: org.clock.now(), timeZone: 'UTC', userId: org.userId };
  syncScheduledFlows(services.flows.scheduled, place);
  store.commit();
  runQueue(org);
  const seen = `for (Account a : [SELECT Name, Description FROM Account ORDER BY Name]) {
    System.debug(a.Name + ' ' + a.Description);
  }`;
  const before = org.run(seen);

  org.clock.advance(5 * 3_600_000);
  runQueue(org);

  expect([before, org.run(seen)]).toEqual([
    ['A null', 'B null'],
    ['A seen', 'B null']
  ]);
});

describe('autolaunched flows', () => {
  const half = autolaunched(
    'Halve',
    `${assign('Halve', [['half', 'Assign', ref('computed')]])}
    <formulas><name>computed</name><dataType>Number</dataType><expression>{!number} / 2</expression></formulas>
    ${variable('number', 'Number', input)}${variable('half', 'Number', output)}`
  );

  test('should be started from Apex and give back what they computed', async () => {
    const org = await open(flows({ Half: half }));

    const said =
      org.run(`Flow.Interview interview = Flow.Interview.createInterview('Half', new Map<String, Object>{ 'number' => 8 });
      interview.start();
      System.debug(interview.getVariableValue('half'));`);

    expect(said).toEqual(['4']);
  });

  test('should tell Apex of a fault', async () => {
    const fails = '<recordCreates><name>Fail</name><object>Account</object></recordCreates>';
    const org = await open(flows({ Fails: autolaunched('Fail', fails) }));

    const said = org.run(`try {
        Flow.Interview.createInterview('Fails', new Map<String, Object>()).start();
      } catch (FlowException e) { System.debug(e.getMessage()); }`);

    expect(said[0]).toContain('REQUIRED_FIELD_MISSING: Required fields are missing: [Name]');
  });

  test('should run subflows and take their outputs', async () => {
    const org = await open(
      flows({
        Half: half,
        Quarter: autolaunched(
          'First',
          `<subflows><name>First</name><flowName>Half</flowName><inputAssignments><name>number</name>${ref('number')}</inputAssignments>${connector('Second')}</subflows>
           <subflows><name>Second</name><flowName>Half</flowName><inputAssignments><name>number</name>${ref('First.half')}</inputAssignments>
             <outputAssignments><assignToReference>quarter</assignToReference><name>half</name></outputAssignments></subflows>
           ${variable('number', 'Number', input)}${variable('quarter', 'Number', output)}`
        )
      })
    );

    const said =
      org.run(`Flow.Interview interview = Flow.Interview.createInterview('Quarter', new Map<String, Object>{ 'number' => 8 });
      interview.start();
      System.debug(interview.getVariableValue('quarter'));`);

    expect(said).toEqual(['2']);
  });
});

describe('Apex actions', () => {
  const shout = `public class Shout {
    public class Request { @InvocableVariable public String word; }
    public class Result { @InvocableVariable public String loud; }
    @InvocableMethod public static List<Result> run(List<Request> requests) {
      System.debug('called with ' + requests.size());
      List<Result> results = new List<Result>();
      for (Request each : requests) {
        if (each.word == 'bad') throw new IllegalArgumentException('bad word');
        Result result = new Result();
        result.loud = each.word.toUpperCase();
        results.add(result);
      }
      return results;
    }
  }`;
  const call = (fault: string) =>
    `<actionCalls><name>Call</name><actionName>Shout</actionName><actionType>apex</actionType>
      ${parameter('word', ref('$Record.Name'))}<storeOutputAutomatically>true</storeOutputAutomatically>${connector('Note')}${fault}</actionCalls>
     ${note('{!Call.loud}')}`;
  const flow = (fault = '', more = '') =>
    flows({
      Loud: recordFlow({ object: 'Account', on: 'Create', first: 'Call' }, call(fault) + more)
    });

  test('should be called once for all records of a chunk, and give each its own result', async () => {
    const org = await open({ 'Shout.cls': shout, ...flow() });

    const said = org.run(`List<Account> accounts = new List<Account>();
      for (Integer i = 0; i < 250; i++) accounts.add(new Account(Name = 'a' + i));
      insert accounts;
      System.debug([SELECT Description FROM Account WHERE Name = 'a249'].Description);
      System.debug(Limits.getDmlStatements());`);

    expect(said).toEqual(['called with 200', 'called with 50', 'A249', '3']);
  });

  test('should keep the record from being saved when they throw and there is no fault path', async () => {
    const org = await open({ 'Shout.cls': shout, ...flow() });

    const [, message = ''] = org.run(`insert new Account(Name = 'bad');`);

    expect(message).toMatch(
      /^System\.DmlException: Insert failed\. First exception on row 0.*CANNOT_EXECUTE_FLOW_TRIGGER, We can't save this record because the “Test Flow” process failed\..*An Apex error occurred: System\.IllegalArgumentException: bad word/
    );
  });

  test('should send it down the fault path where there is one', async () => {
    const fault = connector('Say', 'faultConnector');
    const say = note('{!$Flow.FaultMessage}').replace('<name>Note</name>', '<name>Say</name>');
    const org = await open({ 'Shout.cls': shout, ...flow(fault, say) });

    org.run(`insert new Account(Name = 'bad');`);

    expect(org.run(`System.debug([SELECT Description FROM Account].Description);`)).toEqual([
      'An Apex error occurred: System.IllegalArgumentException: bad word'
    ]);
  });
});

test('should show a custom error at its field, and leave good records alone', async () => {
  const guard = recordFlow(
    { object: 'Account', moment: 'RecordBeforeSave', on: 'Create', first: 'Check' },
    `<decisions><name>Check</name><rules><name>bad</name><conditionLogic>and</conditionLogic>
       <conditions><leftValueReference>$Record.Name</leftValueReference><operator>StartsWith</operator>${text('x', 'rightValue')}</conditions>${connector('Refuse')}</rules></decisions>
     <customErrors><name>Refuse</name><customErrorMessages><errorMessage>Not {!$Record.Name}</errorMessage>
       <fieldSelection>Industry</fieldSelection><isFieldError>true</isFieldError></customErrorMessages></customErrors>`
  );
  const org = await open(flows({ Guard: guard }));

  const said = org.run(`List<Database.SaveResult> results = Database.insert(
      new List<Account>{ new Account(Name = 'xa'), new Account(Name = 'b') }, false);
    System.debug(results[0].getErrors()[0].getMessage() + ' ' + results[0].getErrors()[0].getFields());
    System.debug(results[1].isSuccess());`);

  expect(said).toEqual(['Not xa (Industry)', 'true']);
});

test('should run before a delete', async () => {
  const org = await open(
    flows({
      Gone: recordFlow(
        { object: 'Account', moment: 'RecordBeforeDelete', on: 'Delete', first: 'Add_Task' },
        addTask.replace(/<inputAssignments><field>WhatId.*?<\/inputAssignments>/s, '')
      )
    })
  );

  const said = org.run(`Account a = new Account(Name = 'Acme'); insert a; delete a; ${subjects}`);

  expect(said).toEqual(['(Call Acme)']);
});

test('should run for platform events', async () => {
  const event = `<CustomObject ${namespace}><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType>
    <label>Ping</label><pluralLabel>Pings</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior>
    <fields><fullName>Word__c</fullName><label>Word</label><type>Text</type><length>20</length></fields></CustomObject>`;
  const org = await open({
    'objects/Ping__e/Ping__e.object-meta.xml': event,
    ...flows({
      Hear: recordFlow(
        { object: 'Ping__e', moment: 'PlatformEvent', first: 'Add_Task' },
        `<recordCreates><name>Add_Task</name><object>Task</object>
          <inputAssignments><field>Subject</field>${ref('$Record.Word__c')}</inputAssignments></recordCreates>`
      )
    })
  });
  org.run(`EventBus.publish(new Ping__e(Word__c = 'pong'));`);

  runQueue(org);

  expect(org.run(subjects)).toEqual(['(pong)']);
});

test('should refuse to write setup objects and others in one transaction', async () => {
  const org = await open(
    flows({
      Mix: recordFlow(
        { object: 'Account', on: 'Create', first: 'Role' },
        `<recordCreates><name>Role</name><object>UserRole</object>
          <inputAssignments><field>Name</field>${text('CEO')}</inputAssignments></recordCreates>`
      )
    })
  );

  expect(org.run(`insert new Account(Name = 'Acme');`)[0]).toContain('MIXED_DML_OPERATION');
});

test('should deliver what is published at once even when the transaction fails', async () => {
  const org = await open({
    'objects/Now__e/Now__e.object-meta.xml': `<CustomObject ${namespace}><deploymentStatus>Deployed</deploymentStatus>
      <eventType>HighVolume</eventType><label>Now</label><pluralLabel>Nows</pluralLabel><publishBehavior>PublishImmediately</publishBehavior></CustomObject>`,
    'Now.trigger': `trigger Now on Now__e (after insert) { insert new Task(Subject = 'heard'); }`
  });
  org.run(`EventBus.publish(new Now__e()); insert new Account(Name = 'gone'); Integer i = 1 / 0;`);

  runQueue(org);

  expect(org.run(subjects)).toEqual(['(heard)']);
  expect(org.run(`System.debug([SELECT COUNT() FROM Account]);`)).toEqual(['0']);
});
