import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { administrator, localUserId } from '../../org/index.ts';
import { templateFlows, withActiveFlows } from './activeFlows.ts';
import type { ActivatedProject } from './activeFlows.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);
const day = 86_400_000;

/** A whole org is opened by each test, and two hundred records go all the way. */
const patience = 240_000;

let project: ActivatedProject;
let here: SyncedOrg;

async function start(...flows: readonly string[]): Promise<void> {
  project = withActiveFlows(...flows);
  here = await aSyncedOrg({ project: project.folder });
  await run(allowed);
}

/** Paths that run asynchronously run as this user, who must be allowed what they do (docs/flow-guide.md). */
const allowed = `Id automatedId = [SELECT Id FROM User WHERE Alias = 'autoproc'].Id;
  Id setId = [SELECT Id FROM PermissionSet WHERE Name = 'Clazar_Automation'].Id;
  insert new PermissionSetAssignment(AssigneeId = automatedId, PermissionSetId = setId);`;

afterEach(async () => {
  await here.close();
  project.remove();
});

async function query(soql: string): Promise<unknown[][]> {
  const { records } = await here.org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()]);
}

async function run(apex: string): Promise<void> {
  const outcome = await here.org.executeAnonymous(userId, apex);
  expect(outcome.compileProblem ?? outcome.exceptionMessage ?? '').toBe('');
  await here.org.settled();
}

const opportunity = `Account buyer = new Account(
    Name = 'Umbra', Website = 'https://umbra.example', Industry = 'Banking',
    BillingCountry = 'United States', BillingState = 'WA', BillingPostalCode = '98101');
  insert buyer;
  List<Opportunity> deals = new List<Opportunity>();
  for (Integer i = 0; i < COUNT; i++) {
    deals.add(new Opportunity(
      Name = 'Deal ' + i, AccountId = buyer.Id, StageName = 'Prospecting', Amount = 20000,
      CloseDate = Date.today().addDays(60), Description = 'Reports take hours and nobody trusts them.'));
  }
  insert deals;`;

function opportunities(count: number): string {
  return opportunity.replace('COUNT', String(count));
}

const reachStage = `List<Opportunity> deals = [SELECT Id FROM Opportunity WHERE Name LIKE 'Deal %'];
  for (Opportunity deal : deals) deal.StageName = 'Proposal/Price Quote';
  update deals;`;

test(
  'should all be templates that an admin copies',
  async () => {
    await start(...templateFlows());

    expect(templateFlows()).toContain('Accept_AWS_Invitations');
    expect(await query('SELECT COUNT(Id) FROM Cosell_Opportunity__c')).toEqual([[0]]);
  },
  patience
);

/** Invitations that AWS has just sent, here and in Clazar. */
function invite(count: number): void {
  for (let each = 0; each < count; each += 1) {
    const name = `Invited ${String(each).padStart(3, '0')}`;
    here.sandbox.control.putRecord('opportunities', {
      cloud: 'aws',
      title: name,
      customer_company: name
    });
  }
}

const invitedHere = "Title__c LIKE 'Invited %'";

/** Insists that nothing that is sent to Clazar can be kept: Flow's own fault path is taken. */
const clogged = `trigger Clogged on Clazar_Request__c(before insert) {
  for (Clazar_Request__c row : Trigger.new) row.addError('Storage is full.');
}`;

async function startClogged(flow: string): Promise<void> {
  project = withActiveFlows(flow);
  const folder = join(project.folder, 'force-app/cosell/triggers');
  writeFileSync(join(folder, 'Clogged.trigger'), clogged);
  copyFileSync(
    join(folder, 'CosellOpportunityTrigger.trigger-meta.xml'),
    join(folder, 'Clogged.trigger-meta.xml')
  );
  here = await aSyncedOrg({ project: project.folder });
  await run(allowed);
}

async function tasks(): Promise<unknown[][]> {
  return query('SELECT Subject, Description FROM Task');
}

test.each([1, 200])(
  'should accept %i invitations',
  async (count) => {
    await start('Accept_AWS_Invitations');
    invite(count);

    await here.sync('everything');
    await settleOutbox();
    await here.sync('changes');

    const accepted = await query(
      `SELECT COUNT(Id) FROM Cosell_Opportunity__c WHERE ${invitedHere} AND Status__c = 'Approved' AND Opportunity__c != NULL`
    );
    expect(accepted).toEqual([[count]]);
    expect(await tasks()).toEqual([]);
  },
  patience
);

test(
  'should tell the owner of an invitation that could not be accepted',
  async () => {
    await start('Accept_AWS_Invitations');
    invite(1);
    here.sandbox.control.addFault({
      kind: 'status',
      status: 403,
      path: '/opportunities/*/accept/',
      times: 500
    });

    await here.sync('everything');
    await settleOutbox();

    const told = await query(
      "SELECT COUNT(Id) FROM Task WHERE Subject = 'AWS invitation was not accepted'"
    );
    expect(Number(told[0]?.[0])).toBeGreaterThan(0);
  },
  patience
);

test.each([
  ['Create_AWS_Co_Sell', 'Co-sell with AWS was not created'],
  ['Accept_AWS_Invitations', 'AWS invitation was not accepted']
])(
  'should take the fault path of %s when the platform stops the action',
  async (flow, subject) => {
    await startClogged(flow);
    invite(1);
    await run(opportunities(1));

    await run(reachStage);
    await here.sync('everything');
    await here.org.settled();

    const told = await query(`SELECT Description FROM Task WHERE Subject = '${subject}'`);
    expect(told.length).toBeGreaterThan(0);
    expect(String(told[0]?.[0])).toMatch(/Storage is full/);
  },
  patience
);

test(
  'should accept the invitations that are worth it, and make an Opportunity for each',
  async () => {
    await start('Accept_AWS_Invitations');

    await here.sync('everything');
    const invited = here.sandbox.control
      .snapshot()
      .opportunities.filter(({ cloud, metadata }) => cloud === 'aws' && metadata['task']);
    here.clock.advance(day / 24);
    await here.sync('changes');

    expect(invited.length).toBeGreaterThan(0);
    const accepted = await query(
      "SELECT Status__c FROM Cosell_Opportunity__c WHERE Task_Kind__c = 'accept' AND Opportunity__c != NULL"
    );
    expect(accepted).toEqual(invited.map(() => ['Approved']));
  },
  patience
);

test.each([1, 200])(
  'should make drafts of %i Opportunities that reach the stage',
  async (count) => {
    await start('Create_AWS_Co_Sell');
    await run(opportunities(count));

    await run(reachStage);
    await settleOutbox();

    const drafts = await query(
      "SELECT COUNT(Id) FROM Cosell_Opportunity__c WHERE Opportunity__r.Name LIKE 'Deal %'"
    );
    expect(drafts).toEqual([[count]]);
    expect(await query('SELECT Subject, Description FROM Task')).toEqual([]);
  },
  patience
);

test(
  'should tell the owner when a co-sell cannot be made',
  async () => {
    await start('Create_AWS_Co_Sell');
    await run(opportunities(1));
    await run(`update new Account(Id = [SELECT Id FROM Account WHERE Name = 'Umbra'].Id,
    Website = 'x'.repeat(3));`);

    await run(reachStage);

    const tasks = await query('SELECT Subject, Description FROM Task');
    expect(tasks).toEqual([['Co-sell with AWS was not created', expect.stringMatching(/Website/)]]);
  },
  patience
);

test.each([1, 200])(
  'should tell AWS when stage, amount or close date of %i Opportunities change',
  async (count) => {
    await start('Create_AWS_Co_Sell', 'Update_AWS_Co_Sell');
    await run(opportunities(count));
    await run(reachStage);
    await settleOutbox();

    await run(moveCloseDates);
    await settleOutbox();

    const made = here.sandbox.control
      .snapshot()
      .opportunities.filter(({ title }) => title.startsWith('Deal '));
    expect(made).toHaveLength(count);
    expect(new Set(made.map(({ target_close_date }) => target_close_date))).toEqual(
      new Set(['2027-05-31'])
    );
    expect(await tasks()).toEqual([]);
  },
  patience
);

const moveCloseDates = `List<Opportunity> deals = [SELECT Id FROM Opportunity WHERE Name LIKE 'Deal %'];
  for (Opportunity deal : deals) deal.CloseDate = Date.newInstance(2027, 5, 31);
  update deals;`;

test(
  'should tell the owner when AWS could not be told',
  async () => {
    await start('Create_AWS_Co_Sell', 'Update_AWS_Co_Sell');
    await run(opportunities(1));
    await run(reachStage);
    here.sandbox.control.addFault({ kind: 'status', status: 403, method: 'PATCH', times: 5 });

    await run(moveCloseDates);
    await settleOutbox();

    expect(await tasks()).toEqual([['AWS was not told of the change', expect.any(String)]]);
  },
  patience
);

test(
  'should remind the owner a day before an invitation expires',
  async () => {
    await start('Remind_Before_Accept_By');
    await run(`insert new Cosell_Opportunity__c(Name = 'Invitation', Cloud__c = 'AWS',
    Cloud_Status__c = 'PENDING', Accept_By__c = Datetime.now().addDays(3), Title__c = 'Umbra');`);

    here.clock.advance(1.9 * day);
    await here.org.settled();
    expect(await query('SELECT COUNT(Id) FROM Task')).toEqual([[0]]);
    here.clock.advance(0.2 * day);
    await here.org.settled();

    expect(await tasks()).toEqual([['Answer the invitation before it expires', 'Umbra']]);
  },
  patience
);

test(
  'should remind of two hundred invitations, and of none that was answered',
  async () => {
    await start('Remind_Before_Accept_By');
    await run(`List<Cosell_Opportunity__c> all = new List<Cosell_Opportunity__c>();
    for (Integer i = 0; i < 200; i++) all.add(new Cosell_Opportunity__c(Name = 'Invitation', Cloud__c = 'AWS',
      Cloud_Status__c = 'PENDING', Accept_By__c = Datetime.now().addDays(3), Title__c = 'Umbra ' + i));
    insert all;
    for (Integer i = 0; i < 50; i++) all[i].Cloud_Status__c = 'Approved';
    update all;`);

    here.clock.advance(2.1 * day);
    await here.org.settled();

    expect(await query('SELECT COUNT(Id) FROM Task')).toEqual([[150]]);
  },
  patience
);

test(
  'should ask the manager before a draft is submitted',
  async () => {
    await start('Ask_Before_Submitting', 'Create_AWS_Co_Sell');
    await run(`User me = new User(Id = UserInfo.getUserId());
    me.ManagerId = [SELECT Id FROM User WHERE IsActive = TRUE AND Id != :me.Id AND UserType = 'Standard' LIMIT 1].Id;
    update me;`);
    await run(opportunities(1));

    await run(reachStage);

    expect(await query('SELECT Subject, OwnerId FROM Task')).toEqual([
      ['Approve co-sell: Deal 0', expect.not.stringMatching(userId)]
    ]);
  },
  patience
);

test(
  'should ask about two hundred drafts, and nobody where there is no manager',
  async () => {
    await start('Ask_Before_Submitting', 'Create_AWS_Co_Sell');
    await run(`User me = new User(Id = UserInfo.getUserId());
    me.ManagerId = [SELECT Id FROM User WHERE IsActive = TRUE AND Id != :me.Id AND UserType = 'Standard' LIMIT 1].Id;
    update me;`);
    await run(opportunities(200));
    await run(reachStage);
    await settleOutbox();
    expect(await query('SELECT COUNT(Id) FROM Task')).toEqual([[200]]);

    await run('update new User(Id = UserInfo.getUserId(), ManagerId = null);');
    await run(opportunities(1).replace("'Deal '", "'Deal alone '"));
    await run(reachStage);
    await settleOutbox();

    expect(await query('SELECT COUNT(Id) FROM Task')).toEqual([[200]]);
  },
  patience
);

test.each([1, 200])(
  'should submit %i drafts that were approved',
  async (count) => {
    await start('Submit_When_Approved', 'Create_AWS_Co_Sell');
    await run(opportunities(count));
    await run(reachStage);
    await settleOutbox();
    const drafts = here.sandbox.control
      .snapshot()
      .opportunities.filter(({ title }) => title.startsWith('Deal '));
    for (const { id, details } of drafts) {
      here.sandbox.control.putRecord('opportunities', { id, details: { ...details, ...complete } });
    }
    await here.sync('changes');

    await run(`List<Task> approvals = new List<Task>();
    for (Cosell_Opportunity__c draft : [SELECT Title__c FROM Cosell_Opportunity__c WHERE Title__c LIKE 'Deal %']) {
      approvals.add(new Task(WhatId = draft.Id, Subject = 'Approve co-sell: ' + draft.Title__c));
    }
    insert approvals;
    for (Task approval : approvals) approval.Status = 'Completed';
    update approvals;`);
    await settleOutbox();

    // AWS's task is done some seconds after the submission.
    here.sandbox.control.advance(0);
    const statuses = here.sandbox.control
      .snapshot()
      .opportunities.filter(({ title }) => title.startsWith('Deal '))
      .map(({ status }) => status);
    expect(statuses.filter((status) => status === 'Pending Submission')).toEqual([]);
    expect(statuses).toHaveLength(count);
  },
  patience
);

/** What AWS wants before a submission and an Opportunity does not have. */
const complete = {
  solution_offered: ['S-1234567'],
  use_case: 'Archiving',
  expected_monthly_aws_revenue: 1000,
  partner_primary_need_from_aws: ['Co-Sell - Deal Support']
};

test(
  'should say what is missing when a draft is approved too early',
  async () => {
    await start('Submit_When_Approved', 'Create_AWS_Co_Sell');
    await run(opportunities(1));
    await run(reachStage);

    await run(`Id draftId = [SELECT Id FROM Cosell_Opportunity__c].Id;
    Task approval = new Task(WhatId = draftId, Subject = 'Approve co-sell: Deal 0');
    insert approval;
    approval.Status = 'Completed';
    update approval;`);

    const told = await query("SELECT Description FROM Task WHERE Subject LIKE 'Co-sell was not%'");
    expect(told).toEqual([[expect.stringMatching(/Solutions Offered/)]]);
  },
  patience
);

/** What does not fit into one transaction is sent by jobs that wait. */
async function settleOutbox(): Promise<void> {
  for (let minutes = 0; minutes < 10; minutes += 1) {
    await here.org.settled();
    here.clock.advance(60_000);
  }
  await here.org.settled();
}
