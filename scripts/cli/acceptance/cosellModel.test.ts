import fc from 'fast-check';

import { administrator, localUserId } from '../../org/index.ts';
import type { Fault, Records, SandboxControl } from '../../sandbox/index.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

type Opportunity = Records['opportunities'];
type Decision = Parameters<SandboxControl['review']>[1];

const userId = localUserId(administrator.username);
const minute = 60_000;

/** What the test believes while the product does something. */
interface Model {
  /** Whether Salesforce has seen everything that Clazar has. */
  isFresh: boolean;
  /** Whether a request may meet a fault. */
  isFaulty: boolean;
  /** Deals in Salesforce without a co-sell. */
  deals: string[];
  /** How many creations were asked for. */
  creations: number;
}

type Step = fc.AsyncCommand<Model, SyncedOrg>;

/** An answer of the screens' door to co-sell. */
interface Answer {
  readonly success: boolean;
  readonly status: string;
  readonly message: string;
}

const faults: readonly Fault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 503, when: 'after' },
  { kind: 'status', status: 500, times: 2 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, retryAfter: 120 },
  { kind: 'drop' },
  { kind: 'drop', when: 'after' },
  { kind: 'malformedJson' },
  { kind: 'halfBody' },
  { kind: 'expiredToken' }
];

const changes: readonly object[] = [
  { next_step: 'Call them' },
  { next_step: 'Send the offer — today' },
  { sale_stage: 'Committed', target_close_date: '2027-06-30' },
  { project_description: 'A longer text that says what the customer wants, and by when.' },
  { sale_stage: 'Closed Lost', closed_lost_reason: 'Price' },
  { expected_monthly_aws_revenue: 1234.567 }
];

let here: SyncedOrg;

beforeAll(async () => {
  here = await aSyncedOrg();
}, 120_000);

afterAll(async () => {
  await here.close();
});

function awsRecords({ sandbox }: SyncedOrg): readonly Opportunity[] {
  sandbox.control.advance(0);
  return sandbox.control
    .snapshot()
    .opportunities.filter(({ cloud }) => cloud === 'aws')
    .sort((left, right) => left.id.localeCompare(right.id));
}

/** The record that a number means: those on which most can happen come first. */
function pick(real: SyncedOrg, which: number): Opportunity | undefined {
  const lively = awsRecords(real).filter(({ status }) => status !== 'Rejected');
  return lively[which % lively.length];
}

async function idOf({ org }: SyncedOrg, clazarId: string): Promise<string | undefined> {
  const soql = `SELECT Id FROM Cosell_Opportunity__c WHERE Clazar_Id__c = '${clazarId}'`;
  const { records } = await org.query(userId, { soql });
  const [id] = records[0]?.values.values() ?? [];
  return typeof id === 'string' ? id : undefined;
}

async function call(real: SyncedOrg, methodName: string, parameters: object): Promise<Answer> {
  const call = { className: 'CosellFormController', methodName, parameters: { ...parameters } };
  const answer = (await real.org.invokeAura(userId, call)) as Answer;
  // Whatever happens, a person is told something.
  expect([answer.status, answer.message.length > 5]).toEqual([answer.status, true]);
  return answer;
}

/** Where an action can work, by the cloud's own word: what the machine of AWS says. */
const possible: Readonly<Record<string, readonly string[]>> = {
  accept: ['PENDING'],
  reject: ['PENDING'],
  submit: ['Pending Submission']
};

function isOff(name: string, record: Opportunity): boolean {
  return isWorking(record) || possible[name]?.includes(record.status) !== true;
}

function isWorking({ metadata }: Opportunity): boolean {
  return JSON.stringify(metadata).includes('IN_PROGRESS');
}

/** An action on a record, held to what the machine of AWS allows when both sides are known to agree. */
function act(name: 'accept' | 'reject' | 'submit', which: number): Step {
  return {
    check: () => true,
    run: async (model, real) => {
      const record = pick(real, which);
      const id = record && (await idOf(real, record.id));
      if (!record || id === undefined) return;
      const answer = await call(real, ...doorOf(name, id));
      if (model.isFresh && isOff(name, record)) expect(answer.status).not.toBe('Sent');
      model.isFresh = model.isFresh && !answer.success;
      await real.org.settled();
    },
    toString: () => `${name} ${which}`
  };
}

function doorOf(name: 'accept' | 'reject' | 'submit', id: string): [string, object] {
  const cosellOpportunityId = id;
  switch (name) {
    case 'accept':
      return [name, { cosellOpportunityId, opportunityId: null, createOpportunity: false }];
    case 'reject':
      return [name, { cosellOpportunityId, reason: 'Other', remark: null }];
    case 'submit':
      return ['send', { ...sent('submit', id), valuesJson: '{}' }];
  }
}

function sent(action: string, recordId: string): object {
  return { action, cloud: null, recordId, requestKey: null };
}

function update(which: number): Step {
  return {
    check: () => true,
    run: async (model, real) => {
      const record = pick(real, which);
      const id = record && (await idOf(real, record.id));
      if (id === undefined) return;
      const wait = which % 3 === 0 ? { when_locked: 'Wait' } : {};
      const values = { ...changes[which % changes.length], ...wait };
      await call(real, 'send', { ...sent('update', id), valuesJson: JSON.stringify(values) });
      model.isFresh = false;
      await real.org.settled();
    },
    toString: () => `update ${which}`
  };
}

function create(isSubmitted: boolean): Step {
  return {
    check: ({ deals }) => deals.length > 0,
    run: async (model, real) => {
      const recordId = model.deals.pop();
      const values = {
        submit: isSubmitted,
        solution_offered: ['S-1234567'],
        use_case: 'Archiving',
        expected_monthly_aws_revenue: 1000,
        partner_primary_need_from_aws: ['Co-Sell - Deal Support']
      };
      const parameters = { action: 'create', cloud: 'AWS', recordId, requestKey: null };
      const valuesJson = JSON.stringify(values);
      const first = await call(real, 'send', { ...parameters, valuesJson });
      // The impatient press the button twice.
      await call(real, 'send', { ...parameters, valuesJson });
      model.creations += first.success ? 1 : 0;
      model.isFresh = false;
      await real.org.settled();
    },
    toString: () => `create ${isSubmitted ? 'and submit' : 'a draft'}`
  };
}

function review(which: number, decision: Decision): Step {
  return {
    check: () => true,
    run: (model, real) => {
      const waiting = awsRecords(real).filter(
        (record) => ['Submitted', 'In review'].includes(record.status) || isWorking(record)
      );
      const record = waiting[which % waiting.length];
      if (record) decide(real, record, decision);
      model.isFresh = false;
      return Promise.resolve();
    },
    toString: () => `review ${which} ${decision}`
  };
}

/** What the state does not know is no decision. */
function decide({ sandbox }: SyncedOrg, { id }: Opportunity, decision: Decision): void {
  try {
    sandbox.control.review(id, decision);
  } catch (refused) {
    expect(refused).toMatchObject({ status: 409 });
  }
}

function fault(which: number): Step {
  return {
    check: () => true,
    run: (model, { sandbox }) => {
      const found = faults[which % faults.length];
      if (found) sandbox.control.addFault({ ...found, path: '/opportunities/*' });
      model.isFaulty = true;
      return Promise.resolve();
    },
    toString: () => `fault ${JSON.stringify(faults[which % faults.length])}`
  };
}

function pass(minutes: number): Step {
  return {
    check: () => true,
    run: async (model, real) => {
      await letPass(real, minutes);
      model.isFresh = false;
    },
    toString: () => `${minutes} minutes`
  };
}

const sync: Step = {
  check: () => true,
  run: async (model, real) => {
    await real.sync('changes');
    model.isFresh = !model.isFaulty;
  },
  toString: () => 'sync'
};

async function letPass({ org, clock }: SyncedOrg, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    await org.settled();
    clock.advance(minute);
  }
  await org.settled();
}

async function start(): Promise<{ model: Model; real: SyncedOrg }> {
  here.sandbox.control.reset();
  await here.forget();
  const outcome = await here.org.executeAnonymous(
    userId,
    `delete [SELECT Id FROM Clazar_Request__c]; delete [SELECT Id FROM Opportunity]; delete [SELECT Id FROM Clazar_User__c];
    insert new Clazar_User__c(Name = 'me', User__c = UserInfo.getUserId(), User_Id__c = UserInfo.getUserId(),
      Email__c = 'me@example.com', Linked__c = true);
    Account buyer = new Account(Name = 'Umbra', Website = 'https://umbra.example', Industry = 'Banking',
      BillingCountry = 'Germany', BillingPostalCode = '10115');
    insert buyer;
    List<Opportunity> deals = new List<Opportunity>();
    for (Integer i = 0; i < 5; i++) {
      deals.add(new Opportunity(Name = 'Model ' + i, AccountId = buyer.Id, StageName = 'Qualification',
        CloseDate = Date.today().addDays(90), Description = 'Reports take hours and nobody trusts them.'));
    }
    insert deals;`
  );
  expect(outcome.compileProblem ?? outcome.exceptionMessage ?? '').toBe('');
  await here.sync('everything');
  const { records } = await here.org.query(userId, {
    soql: "SELECT Id FROM Opportunity WHERE Name LIKE 'Model %'"
  });
  const deals = records.flatMap(({ values }) => [...values.values()].map(String));
  return { model: { isFresh: true, isFaulty: false, deals, creations: 0 }, real: here };
}

/** Nothing goes wrong any more: what waits in the outbox is sent, AWS decides, and a sync brings it all. */
async function settle(real: SyncedOrg): Promise<void> {
  real.sandbox.control.clearFaults();
  await letPass(real, 45);
  await real.sync('changes');
  await letPass(real, 15);
  await real.sync('changes');
}

type Row = readonly (string | null)[];

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function theirs(real: SyncedOrg): Row[] {
  return awsRecords(real).map(({ id, details, status }) => [
    id,
    status,
    text(details['sale_stage']),
    text(details['partner_project_title']),
    text(details['next_step']),
    text(details['target_close_date']),
    text(details['project_description'])
  ]);
}

async function ours({ org }: SyncedOrg): Promise<Row[]> {
  const soql = `SELECT Clazar_Id__c, Cloud_Status__c, Stage__c, Title__c, Next_Steps__c, Target_Close_Date__c,
    Customer_Business_Problem__c FROM Cosell_Opportunity__c WHERE Cloud__c = 'AWS' ORDER BY Clazar_Id__c`;
  const { records } = await org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()].map(text));
}

async function expectEqualSides(real: SyncedOrg, { creations }: Model): Promise<void> {
  const here = (await ours(real)).map((row) => row.join(' | ')).sort();
  expect(here).toEqual(
    theirs(real)
      .map((row) => row.join(' | '))
      .sort()
  );
  const open = await real.org.query(userId, {
    soql: `SELECT Operation__c, Status__c, Message__c FROM Clazar_Request__c
      WHERE Status__c IN ('Queued', 'Unknown')`
  });
  expect(open.records.map(({ values }) => [...values.values()])).toEqual([]);
  const made = awsRecords(real).filter(({ title }) => title.startsWith('Model '));
  expect(made.length).toBeLessThanOrEqual(creations);
  expect(new Set(made.map(({ title }) => title)).size).toBe(made.length);
}

const anyRecord = fc.nat(40);
const commands = fc.commands(
  [
    anyRecord.map((which) => act('accept', which)),
    anyRecord.map((which) => act('reject', which)),
    anyRecord.map((which) => act('submit', which)),
    anyRecord.map(update),
    anyRecord.map(update),
    fc.boolean().map(create),
    fc
      .tuple(
        anyRecord,
        fc.constantFrom<Decision[]>(
          'approve',
          'requestChanges',
          'disqualify',
          'completeTask',
          'failTask'
        )
      )
      .map(([which, decision]) => review(which, decision)),
    anyRecord.map(fault),
    fc.integer({ min: 1, max: 25 }).map(pass),
    fc.constant(sync)
  ],
  { maxCommands: 24 }
);

test('should end with both sides equal whatever people, AWS and the network do', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const { model, real } = await start();
      await fc.asyncModelRun(() => ({ model, real }), sequence);
      await settle(real);
      await expectEqualSides(real, model);
    }),
    { numRuns: 8, seed: 618, endOnFailure: true }
  );
}, 300_000);
