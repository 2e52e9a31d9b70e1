import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Fault, SandboxControl } from '../../../sandbox/index.ts';
import type { SyncedOrg } from '../syncedOrg.ts';
import { cloudRecords, idOf, letPass, userId, wordOf } from './world.ts';
import type { Model, Opportunity } from './world.ts';

type Decision = Parameters<SandboxControl['review']>[1];
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

const changes: Readonly<Record<string, readonly object[]>> = {
  aws: [
    { next_step: 'Call them' },
    { next_step: 'Send the offer — today' },
    { sale_stage: 'Committed', target_close_date: '2027-06-30' },
    { project_description: 'A longer text that says what the customer wants, and by when.' },
    { sale_stage: 'Closed Lost', closed_lost_reason: 'Price' },
    { expected_monthly_aws_revenue: 1234.567 }
  ],
  azure: [
    { notes: 'They want a demonstration' },
    { deal_value: 75_000.5 },
    { sales_stage: '60%', closing_date_time: '2027-06-30' },
    { sub_status: 'Won' },
    { sub_status: 'Lost', status_reason: 'Budget' },
    { deal_name: 'Cannot be changed' }
  ]
};

const creations: Readonly<Record<string, object>> = {
  AWS: {
    solution_offered: ['S-1234567'],
    use_case: 'Archiving',
    expected_monthly_aws_revenue: 1000,
    partner_primary_need_from_aws: ['Co-Sell - Deal Support']
  },
  Azure: {
    solutions: ['SOL-123456'],
    consent_to_contact: true,
    assistance_type: 'Workload-specific value proposition'
  }
};

async function call(real: SyncedOrg, methodName: string, parameters: object): Promise<Answer> {
  const call = { className: 'CosellFormController', methodName, parameters: { ...parameters } };
  const answer = (await real.org.invokeAura(userId, call)) as Answer;
  assert(
    answer.message.length > 5,
    `Whatever happens, a person is told something: ${answer.status}`
  );
  return answer;
}

/** The record that a number means, of those on which something can happen. */
function pick(real: SyncedOrg, which: number): Opportunity | undefined {
  const over = ['Rejected', 'Declined', 'Expired'];
  const lively = cloudRecords(real).filter(({ status }) => !over.includes(status));
  return lively[which % lively.length];
}

/** Where an action can work, by the cloud's own word: what the machines of the clouds say. */
const possible: Readonly<Record<string, readonly string[]>> = {
  accept: ['PENDING', 'Received'],
  reject: ['PENDING', 'Received'],
  submit: ['Pending Submission']
};

function isOff(name: string, record: Opportunity): boolean {
  return isWorking(record) || possible[name]?.includes(wordOf(record)) !== true;
}

function isWorking({ metadata }: Opportunity): boolean {
  return JSON.stringify(metadata).includes('IN_PROGRESS');
}

type Name = 'accept' | 'reject' | 'submit';

/** An action on a record, held to what its cloud allows when both sides are known to agree. */
function act(name: Name, which: number): Step {
  return step(`${name} ${which}`, async (model, real) => {
    const record = pick(real, which);
    const id = record && (await idOf(real, record.id));
    if (!record || id === undefined) return;
    const answer = await call(real, ...doorOf(name, id));
    if (model.isFresh && isOff(name, record)) assert.notEqual(answer.status, 'Sent', record.status);
    model.isFresh = model.isFresh && !answer.success;
    await real.org.settled();
  });
}

function step(name: string, run: Step['run'], check: Step['check'] = () => true): Step {
  return { check, run, toString: () => name };
}

function doorOf(name: Name, cosellOpportunityId: string): [string, object] {
  switch (name) {
    case 'accept':
      return [name, { cosellOpportunityId, opportunityId: null, createOpportunity: false }];
    case 'reject':
      return [name, { cosellOpportunityId, reason: 'Other', remark: null }];
    case 'submit':
      return ['send', { ...sent('submit', cosellOpportunityId), valuesJson: '{}' }];
  }
}

function sent(action: string, recordId: string | undefined, cloud: string | null = null): object {
  return { action, cloud, recordId, requestKey: null };
}

function update(which: number): Step {
  return step(`update ${which}`, async (model, real) => {
    const record = pick(real, which);
    const id = record && (await idOf(real, record.id));
    if (id === undefined) return;
    const wait = which % 3 === 0 ? { when_locked: 'Wait' } : {};
    const known = changes[record?.cloud ?? ''] ?? [];
    const values = { ...known[which % known.length], ...wait };
    await call(real, 'send', { ...sent('update', id), valuesJson: JSON.stringify(values) });
    model.isFresh = false;
    await real.org.settled();
  });
}

function create(cloud: 'AWS' | 'Azure', isSubmitted: boolean): Step {
  const run: Step['run'] = async (model, real) => {
    const valuesJson = JSON.stringify({ submit: isSubmitted, ...creations[cloud] });
    const parameters = { ...sent('create', model.deals.pop(), cloud), valuesJson };
    const first = await call(real, 'send', parameters);
    // The impatient press the button twice.
    await call(real, 'send', parameters);
    model.creations += first.success ? 1 : 0;
    model.isFresh = false;
    await real.org.settled();
  };
  const name = `create ${cloud} ${isSubmitted ? 'and submit' : 'a draft'}`;
  return step(name, run, ({ deals }) => deals.length > 0);
}

/** Takes AWS's values where its own view differs. */
function take(which: number): Step {
  return step(`take ${which}`, async (model, real) => {
    const record = pick(real, which);
    const id = record && (await idOf(real, record.id));
    if (id === undefined || record?.cloud !== 'aws') return;
    const fields = ['next_step', 'expected_monthly_aws_revenue'];
    await call(real, 'takeTheirs', { cosellOpportunityId: id, fields });
    model.isFresh = false;
    await real.org.settled();
  });
}

function review(which: number, decision: Decision): Step {
  return step(`review ${which} ${decision}`, (model, real) => {
    const waiting = cloudRecords(real).filter(
      (record) => ['Submitted', 'In review'].includes(record.status) || isWorking(record)
    );
    const record = waiting[which % waiting.length];
    if (record) decide(real, record, decision);
    model.isFresh = false;
    return Promise.resolve();
  });
}

/** What the state does not know is no decision. */
function decide({ sandbox }: SyncedOrg, { id }: Opportunity, decision: Decision): void {
  try {
    sandbox.control.review(id, decision);
  } catch (refused) {
    assert.equal((refused as { status?: number }).status, 409);
  }
}

/** Somebody changes a record in the cloud's own screens. */
function elsewhere(which: number): Step {
  return step(`elsewhere ${which}`, (model, real) => {
    const record = pick(real, which);
    if (record !== undefined) {
      const column = record.cloud === 'aws' ? 'next_step' : 'notes';
      const details = { ...record.details, [column]: `Written elsewhere ${which}` };
      real.sandbox.control.putRecord('opportunities', { id: record.id, details });
    }
    model.isFresh = false;
    return Promise.resolve();
  });
}

function fault(which: number): Step {
  const found = faults[which % faults.length];
  return step(`fault ${JSON.stringify(found)}`, (model, { sandbox }) => {
    if (found) sandbox.control.addFault({ ...found, path: '/opportunities/*' });
    model.isFaulty = true;
    return Promise.resolve();
  });
}

function pass(minutes: number): Step {
  return step(`${minutes} minutes`, async (model, real) => {
    await letPass(real, minutes);
    model.isFresh = false;
  });
}

const sync = step('sync', async (model, real) => {
  await real.sync('changes');
  model.isFresh = !model.isFaulty;
});

const anyRecord = fc.nat(60);
const decisions: readonly Decision[] = [
  'approve',
  'requestChanges',
  'disqualify',
  'completeTask',
  'failTask'
];

/** Sequences of what people, the clouds and the network do. */
export const sequences = fc.commands(
  [
    anyRecord.map((which) => act('accept', which)),
    anyRecord.map((which) => act('reject', which)),
    anyRecord.map((which) => act('submit', which)),
    anyRecord.map(update),
    anyRecord.map(update),
    anyRecord.map(take),
    anyRecord.map(elsewhere),
    fc
      .tuple(fc.constantFrom('AWS' as const, 'Azure' as const), fc.boolean())
      .map((args) => create(...args)),
    fc.tuple(anyRecord, fc.constantFrom(...decisions)).map((args) => review(...args)),
    anyRecord.map(fault),
    fc.integer({ min: 1, max: 25 }).map(pass),
    fc.constant(sync)
  ],
  { maxCommands: 24, size: '+1' }
);
