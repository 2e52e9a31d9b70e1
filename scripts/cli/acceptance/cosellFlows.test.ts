import { administrator, localUserId } from '../../org/index.ts';
import { templateFlows, withActiveFlows } from './activeFlows.ts';
import type { ActivatedProject } from './activeFlows.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);
const day = 86_400_000;

let project: ActivatedProject;
let here: SyncedOrg;

async function start(...flows: readonly string[]): Promise<void> {
  project = withActiveFlows(...flows);
  here = await aSyncedOrg({ project: project.folder });
  await run(allowed);
}

/** Paths that run asynchronously run as this user, who must be allowed what they do (docs/flow-guide.md). */
const allowed = `Id automatedId = [SELECT Id FROM User WHERE Alias = 'autoproc'].Id;
  for (PermissionSet found : [SELECT Id FROM PermissionSet
      WHERE Name IN ('Clazar_Admin', 'Clazar_Salesforce_Integration_User')]) {
    insert new PermissionSetAssignment(AssigneeId = automatedId, PermissionSetId = found.Id);
  }`;

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

test('should all be templates that an admin copies', async () => {
  await start(...templateFlows());

  expect(templateFlows()).toContain('Accept_AWS_Invitations');
  expect(await query('SELECT COUNT(Id) FROM Cosell_Opportunity__c')).toEqual([[0]]);
});

test('should accept the invitations that are worth it, and make an Opportunity for each', async () => {
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
});

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
  }
);

test('should tell the owner when a co-sell cannot be made', async () => {
  await start('Create_AWS_Co_Sell');
  await run(opportunities(1));
  await run(`update new Account(Id = [SELECT Id FROM Account WHERE Name = 'Umbra'].Id,
    Website = 'x'.repeat(3));`);

  await run(reachStage);

  const tasks = await query('SELECT Subject, Description FROM Task');
  expect(tasks).toEqual([['Co-sell with AWS was not created', expect.stringMatching(/Website/)]]);
});

test('should tell AWS when stage, amount or close date change', async () => {
  await start('Create_AWS_Co_Sell', 'Update_AWS_Co_Sell');
  await run(opportunities(1));
  await run(reachStage);

  await run(`Opportunity deal = [SELECT Id FROM Opportunity WHERE Name = 'Deal 0'];
    deal.CloseDate = Date.newInstance(2027, 5, 31);
    update deal;`);
  await settleOutbox();

  const [made] = here.sandbox.control
    .snapshot()
    .opportunities.filter(({ title }) => title === 'Deal 0');
  expect(made?.target_close_date).toBe('2027-05-31');
});

test('should remind the owner a day before an invitation expires', async () => {
  await start('Remind_Before_Accept_By');
  await run(`insert new Cosell_Opportunity__c(Name = 'Invitation', Cloud__c = 'AWS',
    Cloud_Status__c = 'PENDING', Accept_By__c = Datetime.now().addDays(3), Title__c = 'Umbra');`);

  here.clock.advance(1.9 * day);
  await here.org.settled();
  expect(await query('SELECT COUNT(Id) FROM Task')).toEqual([[0]]);
  here.clock.advance(0.2 * day);
  await here.org.settled();

  expect(await query('SELECT Subject, Description FROM Task')).toEqual([
    ['Answer the invitation before it expires', 'Umbra']
  ]);
});

test('should ask the manager before a draft is submitted', async () => {
  await start('Ask_Before_Submitting', 'Create_AWS_Co_Sell');
  await run(`User me = new User(Id = UserInfo.getUserId());
    me.ManagerId = [SELECT Id FROM User WHERE IsActive = TRUE AND Id != :me.Id AND UserType = 'Standard' LIMIT 1].Id;
    update me;`);
  await run(opportunities(1));

  await run(reachStage);

  expect(await query('SELECT Subject, OwnerId FROM Task')).toEqual([
    ['Approve co-sell: Deal 0', expect.not.stringMatching(userId)]
  ]);
});

test('should say what is missing when a draft is approved too early', async () => {
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
});

/** What does not fit into one transaction is sent by jobs that wait. */
async function settleOutbox(): Promise<void> {
  for (let minutes = 0; minutes < 10; minutes += 1) {
    await here.org.settled();
    here.clock.advance(60_000);
  }
  await here.org.settled();
}
