import { administrator, localUserId } from '../../org/index.ts';
import { aTemplateOrg, templateFlows } from './templateOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);
const day = 86_400_000;

/** Two hundred records go all the way, on a machine that may be busy. */
const patience = 120_000;

/** Every template works in one org, beside the others, as in the org of an admin who has activated them all. */
let here: SyncedOrg;

beforeAll(async () => {
  here = await aTemplateOrg(broken);
}, 120_000);

beforeEach(async () => {
  await here.startOver();
  await run('update new User(Id = UserInfo.getUserId(), ManagerId = null);');
});

afterAll(() => here.close());

/** What an org may have that stops a Flow's elements themselves: two triggers that object while an Account says so. */
const broken = {
  'triggers/Clogged.trigger': `trigger Clogged on clazar__Clazar_Request__c(before insert) {
    if ([SELECT COUNT() FROM Account WHERE Name = 'Storage is full'] > 0)
      for (clazar__Clazar_Request__c row : Trigger.new) row.addError('Storage is full.');
  }`,
  'triggers/Unwelcome.trigger': `trigger Unwelcome on Task(before insert) {
    if ([SELECT COUNT() FROM Account WHERE Name = 'No tasks'] > 0)
      for (Task each : Trigger.new) each.addError('No more tasks.');
  }`,
  ...Object.fromEntries(
    ['Clogged', 'Unwelcome'].map((name) => [
      `triggers/${name}.trigger-meta.xml`,
      '<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexTrigger>'
    ])
  )
};

function breakdown(what: 'Storage is full' | 'No tasks'): Promise<void> {
  return run(`insert new Account(Name = '${what}');`);
}

async function query(soql: string): Promise<unknown[][]> {
  const { records } = await here.org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()]);
}

async function count(soql: string): Promise<unknown> {
  return (await query(`SELECT COUNT(Id) FROM ${soql}`))[0]?.[0];
}

async function run(apex: string): Promise<void> {
  const outcome = await here.org.executeAnonymous(userId, apex);
  expect(outcome.compileProblem ?? outcome.exceptionMessage ?? '').toBe('');
  await here.org.settled();
}

/** What does not fit into one transaction is sent by jobs that wait. */
async function settleOutbox(): Promise<void> {
  for (let minutes = 0; minutes < 10; minutes += 1) {
    await here.org.settled();
    here.clock.advance(60_000);
  }
  await here.org.settled();
}

/** What people are told: tasks by their subject, each with its text. */
function told(subject: string): Promise<unknown[][]> {
  return query(`SELECT Description FROM Task WHERE Subject = '${subject}'`);
}

function makeOpportunities(many: number): Promise<void> {
  return run(`Account buyer = new Account(
      Name = 'Umbra', Website = 'https://umbra.example', Industry = 'Banking',
      BillingCountry = 'United States', BillingState = 'WA', BillingPostalCode = '98101');
    insert buyer;
    List<Opportunity> deals = new List<Opportunity>();
    for (Integer i = 0; i < ${many}; i++) {
      deals.add(new Opportunity(
        Name = 'Deal ' + i, AccountId = buyer.Id, StageName = 'Prospecting', Amount = 20000,
        CloseDate = Date.today().addDays(60), Description = 'Reports take hours and nobody trusts them.'));
    }
    insert deals;`);
}

/** Changes a field of every Opportunity of the test. */
function change(field: string, value: string): Promise<void> {
  return run(`List<Opportunity> deals = [SELECT Id FROM Opportunity WHERE Name LIKE 'Deal %'];
    for (Opportunity deal : deals) deal.${field} = ${value};
    update deals;`);
}

function reachStage(): Promise<void> {
  return change('StageName', "'Proposal/Price Quote'");
}

async function makeDrafts(many: number): Promise<void> {
  await makeOpportunities(many);
  await reachStage();
  await settleOutbox();
}

/** What Clazar has of the Opportunities of the test. */
function inClazar() {
  const { opportunities } = here.sandbox.control.snapshot();
  return opportunities.filter(({ title }) => title.startsWith('Deal '));
}

function hasManager(): Promise<void> {
  return run(`User me = new User(Id = UserInfo.getUserId());
    me.ManagerId = [SELECT Id FROM User WHERE IsActive = TRUE AND Id != :me.Id AND UserType = 'Standard' LIMIT 1].Id;
    update me;`);
}

test('should all be templates that do nothing before an admin activates a copy', async () => {
  const { components } = here.org.project;

  const active = components('Flow').filter(({ xml }) => JSON.stringify(xml).includes('"Active"'));

  expect(active.map(({ fullName }) => fullName)).toEqual(expect.arrayContaining(templateFlows()));
  expect(templateFlows()).toHaveLength(6);
  expect(await count('Cosell_Opportunity__c')).toBe(0);
});

describe('accept invitations that match', () => {
  const told = "Task WHERE Subject = 'AWS invitation was not accepted'";

  /** Invitations that AWS has just sent. */
  function invite(many: number): void {
    for (let each = 0; each < many; each += 1) {
      const name = `Invited ${String(each).padStart(3, '0')}`;
      const invitation = { cloud: 'aws', title: name, customer_company: name } as const;
      here.sandbox.control.putRecord('opportunities', invitation);
    }
  }

  test.each([1, 200])(
    'should accept %i, and make an Opportunity for each',
    async (many) => {
      invite(many);

      await here.sync('everything');
      await settleOutbox();
      await here.sync('changes');

      const accepted = await count(
        "Cosell_Opportunity__c WHERE Title__c LIKE 'Invited %' AND Status__c = 'Approved' AND Opportunity__c != NULL"
      );
      expect(accepted).toBe(many);
      expect(await count(told)).toBe(0);
    },
    patience
  );

  test('should tell the owner what Clazar refuses', async () => {
    invite(1);
    const path = '/opportunities/*/accept/';
    here.sandbox.control.addFault({ kind: 'status', status: 403, path, times: 500 });

    await here.sync('everything');
    await settleOutbox();
    here.sandbox.control.clearFaults();

    expect(await count(told)).toBeGreaterThan(0);
  });

  test('should take the fault path when the action is stopped', async () => {
    await breakdown('Storage is full');
    invite(1);

    await here.sync('everything');
    await settleOutbox();

    const problems = await query(`SELECT Description FROM ${told}`);
    expect(problems.length).toBeGreaterThanOrEqual(1);
    expect(String(problems[0])).toMatch(/Storage is full/);
  });
});

describe('create at a stage and an amount', () => {
  const subject = 'Co-sell with AWS was not created';

  test.each([1, 200])(
    'should make drafts of %i Opportunities',
    async (many) => {
      await makeDrafts(many);

      const drafts = "Cosell_Opportunity__c WHERE Opportunity__r.Name LIKE 'Deal %'";
      expect(await count(`${drafts} AND Status__c = 'Draft'`)).toBe(many);
      expect(inClazar()).toHaveLength(many);
      expect(await count('Task')).toBe(0);
    },
    patience
  );

  test.each(['Amount', 'StageName'])('should wait for the %s', async (field) => {
    await makeOpportunities(1);

    await change(field, field === 'Amount' ? '15000' : "'Qualification'");
    await settleOutbox();

    expect(inClazar()).toEqual([]);
  });

  test('should tell the owner what is missing', async () => {
    await makeOpportunities(1);
    await run(`update new Account(Id = [SELECT Id FROM Account WHERE Name = 'Umbra'].Id,
      Website = 'x'.repeat(3));`);

    await reachStage();

    expect(await told(subject)).toEqual([[expect.stringMatching(/Website/)]]);
  });

  test.each([1, 200])(
    'should take the fault path of %i when the action is stopped',
    async (many) => {
      await makeOpportunities(many);
      await breakdown('Storage is full');

      await reachStage();
      await settleOutbox();

      const problems = await told(subject);
      expect(problems).toHaveLength(many);
      expect(String(problems[0])).toMatch(/Storage is full/);
    },
    patience
  );
});

describe('update on stage, amount or close date', () => {
  const subject = 'AWS was not told of the change';
  const moveCloseDates = () => change('CloseDate', 'Date.newInstance(2027, 5, 31)');

  test.each([1, 200])(
    'should tell AWS of %i Opportunities',
    async (many) => {
      await makeDrafts(many);

      await moveCloseDates();
      await settleOutbox();

      const dates = inClazar().map(({ target_close_date }) => target_close_date);
      expect(dates).toEqual(Array<string>(many).fill('2027-05-31'));
      expect(await count('Task')).toBe(0);
    },
    patience
  );

  test.each([
    ['StageName', "'Negotiation/Review'"],
    ['Amount', '30000']
  ])('should look at a change of the %s', async (field, value) => {
    await makeDrafts(1);
    await run(
      "update new Account(Id = [SELECT Id FROM Account WHERE Name = 'Umbra'].Id, BillingPostalCode = '98104');"
    );
    expect(inClazar()[0]?.details['postal_code']).toBe('98101');

    await change(field, value);
    await settleOutbox();

    expect(inClazar()[0]?.details['postal_code']).toBe('98104');
  });

  test('should not send again what comes back from AWS', async () => {
    await run(`insert new Field_Mapping__c(Name = 'Close date', Applies_To__c = 'Co-Sell Opportunity', Cloud__c = 'AWS',
      Target_Field__c = 'target_close_date', Source_Path__c = 'CloseDate', Active__c = true, Inbound_Updates__c = true);`);
    await makeDrafts(1);
    await moveCloseDates();
    await settleOutbox();
    const ofTheDeal = "Clazar_Request__c WHERE Cosell_Opportunity__r.Title__c LIKE 'Deal %'";
    const sent = await count(ofTheDeal);

    await here.sync('everything');
    await settleOutbox();

    expect(sent).toBe(2);
    expect(await count(ofTheDeal)).toBe(sent);
    await run('delete [SELECT Id FROM Field_Mapping__c];');
  });

  test('should leave Opportunities without co-sell alone', async () => {
    await makeOpportunities(1);

    await moveCloseDates();

    expect(await count('Clazar_Request__c')).toBe(0);
    expect(await count('Task')).toBe(0);
  });

  test('should tell the owner what Clazar refuses', async () => {
    await makeDrafts(1);
    here.sandbox.control.addFault({ kind: 'status', status: 403, method: 'PATCH', times: 5 });

    await moveCloseDates();
    await settleOutbox();

    expect(await told(subject)).toEqual([[expect.any(String)]]);
  });

  test('should take the fault path when the action is stopped', async () => {
    await makeDrafts(1);
    await breakdown('Storage is full');

    await moveCloseDates();
    await settleOutbox();

    const problems = await told(subject);
    expect(problems).toHaveLength(1);
    expect(String(problems[0])).toMatch(/Storage is full/);
  });
});

describe('remind before an invitation expires', () => {
  const reminders = "Task WHERE Subject = 'Answer the invitation before it expires'";

  /** Invitations of which the last `answered` are answered. */
  function invite(many: number, answered = 0): Promise<void> {
    return run(`List<Cosell_Opportunity__c> all = new List<Cosell_Opportunity__c>();
      for (Integer i = 0; i < ${many}; i++) all.add(new Cosell_Opportunity__c(Name = 'Invitation', Cloud__c = 'AWS',
        Cloud_Status__c = 'PENDING', Accept_By__c = Datetime.now().addDays(3), Title__c = 'Umbra'));
      insert all;
      for (Integer i = 0; i < ${answered}; i++) all[i].Cloud_Status__c = 'Approved';
      update all;`);
  }

  async function pass(days: number): Promise<void> {
    here.clock.advance(days * day);
    await here.org.settled();
  }

  test('should give the owner a task a day before', async () => {
    await invite(1);

    await pass(1.9);
    expect(await count(reminders)).toBe(0);
    await pass(0.2);

    expect(await query(`SELECT Description, OwnerId FROM ${reminders}`)).toEqual([
      ['Umbra', userId]
    ]);
  });

  test(
    'should remind of two hundred, and of none that was answered',
    async () => {
      await invite(250, 50);

      await pass(2.1);

      expect(await count(reminders)).toBe(200);
    },
    patience
  );

  test.each([1, 200])(
    'should take the fault path of %i when no task can be made',
    async (many) => {
      await invite(many);
      await breakdown('No tasks');

      await pass(2.1);

      const problem = 'Its owner could not be reminded of this invitation.%No more tasks%';
      // A long text is no criterion of a query.
      const records = await query('SELECT Last_Problem__c FROM Cosell_Opportunity__c');
      const noted = records.filter(([text]) =>
        new RegExp(problem.replaceAll('%', '.*')).test(String(text))
      );
      expect(noted).toHaveLength(many);
    },
    patience
  );
});

describe('ask before submitting', () => {
  test('should ask the manager', async () => {
    await hasManager();

    await makeDrafts(1);

    expect(await query('SELECT Subject, OwnerId FROM Task')).toEqual([
      ['Approve co-sell: Deal 0', expect.not.stringMatching(userId)]
    ]);
  });

  test(
    'should ask about two hundred drafts',
    async () => {
      await hasManager();

      await makeDrafts(200);

      expect(await count('Task')).toBe(200);
    },
    patience
  );

  test('should ask nobody where there is no manager', async () => {
    await makeDrafts(1);

    expect(await count('Task')).toBe(0);
  });

  test('should take the fault path when no task can be made', async () => {
    await hasManager();
    await breakdown('No tasks');

    await makeDrafts(1);

    const records = await query('SELECT Last_Problem__c FROM Cosell_Opportunity__c');
    const text = /could not be asked to approve.*No more tasks/;
    expect(records.filter(([problem]) => text.test(String(problem)))).toHaveLength(1);
  });
});

describe('submit what was approved', () => {
  const subject = 'Co-sell was not submitted';
  /** What AWS wants before a submission and an Opportunity does not have. */
  const complete = {
    solution_offered: ['S-1234567'],
    use_case: 'Archiving',
    expected_monthly_aws_revenue: 1000,
    partner_primary_need_from_aws: ['Co-Sell - Deal Support']
  };

  async function completeDrafts(many: number): Promise<void> {
    await makeDrafts(many);
    for (const { id, details } of inClazar()) {
      here.sandbox.control.putRecord('opportunities', { id, details: { ...details, ...complete } });
    }
    await here.sync('changes');
  }

  function approve(): Promise<void> {
    return run(`List<Task> approvals = new List<Task>();
      for (Cosell_Opportunity__c draft : [SELECT Title__c FROM Cosell_Opportunity__c WHERE Title__c LIKE 'Deal %']) {
        approvals.add(new Task(WhatId = draft.Id, Subject = 'Approve co-sell: ' + draft.Title__c));
      }
      insert approvals;
      for (Task approval : approvals) approval.Status = 'Completed';
      update approvals;`);
  }

  test.each([1, 200])(
    'should submit %i drafts',
    async (many) => {
      await completeDrafts(many);

      await approve();
      await settleOutbox();

      // AWS's task is done some seconds after the submission.
      here.sandbox.control.advance(0);
      const statuses = inClazar().map(({ status }) => status);
      expect(statuses).toHaveLength(many);
      expect(statuses.filter((status) => status === 'Pending Submission')).toEqual([]);
      expect(await told(subject)).toEqual([]);
    },
    patience
  );

  test('should say what is missing when a draft is approved too early', async () => {
    await makeDrafts(1);

    await approve();

    expect(await told(subject)).toEqual([[expect.stringMatching(/Solutions Offered/)]]);
  });

  test('should take the fault path when the action is stopped', async () => {
    await completeDrafts(1);
    await breakdown('Storage is full');

    await approve();
    await settleOutbox();

    const problems = await told(subject);
    expect(problems).toHaveLength(1);
    expect(String(problems[0])).toMatch(/Storage is full/);
  });
});
