import fc from 'fast-check';

import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import type { Opportunity } from '../records.ts';
import type { TestBench } from '../testing/client.ts';
import { aBench } from '../testing/client.ts';
import { awsMachine, awsStateOf } from './aws/states.ts';
import { azureMachine, azureStateOf } from './azure/states.ts';
import { awsSummary, azureSummary } from './summary.ts';
import { act, awsDeal, azureDeal, created, reread, update } from './testing.ts';

/** What someone does, or what happens, in one step. */
type Step = { readonly what: keyof typeof deeds; readonly which: number };

const updates: readonly JsonObject[] = [
  { next_step: 'Call them' },
  { sale_stage: 'Committed', target_close_date: '2027-06-30' },
  { sale_stage: 'Closed Lost', closed_lost_reason: 'Price' },
  { project_description: 'A longer text that says what the customer wants, and by when.' },
  { deal_value: 75_000 },
  { sub_status: 'Won' },
  { sub_status: 'Lost', status_reason: 'Budget' },
  { country: 'DE' }
];

const deeds = {
  accept: async (bench: TestBench, record: Opportunity) => act(bench, record, ['accept']),
  reject: async (bench: TestBench, record: Opportunity) =>
    act(bench, record, ['reject', { rejection_reason: 'Other' }]),
  associate: async (bench: TestBench, record: Opportunity) =>
    act(bench, record, ['associate', { solution_offered: ['S-1234567'] }]),
  submit: async (bench: TestBench, record: Opportunity) => act(bench, record, ['submit']),
  update: async (bench: TestBench, record: Opportunity, which: number) =>
    update(bench, await reread(bench, record), updates[which % updates.length] ?? {}),
  minutes: (bench: TestBench) => {
    bench.clock.advance(11 * 60_000);
    return Promise.resolve();
  },
  days: (bench: TestBench) => bench.pass(2)
};

const steps = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
    which: fc.nat(200)
  }),
  { minLength: 5, maxLength: 30 }
);

/** The rows of a life: drafts and invitations, so that much can happen. */
async function actors(bench: TestBench): Promise<readonly Opportunity[]> {
  for (let count = 0; count < 2; count += 1) {
    await created(bench, 'aws', awsDeal);
    await created(bench, 'azure', azureDeal);
  }
  return opportunities(bench).filter(({ status }) =>
    ['Pending Submission', 'PENDING', 'New', 'Action Required'].includes(status)
  );
}

function opportunities(bench: TestBench): readonly Opportunity[] {
  bench.sandbox.control.advance(0);
  return bench.sandbox.control.snapshot().opportunities.filter(({ cloud }) => cloud !== 'gcp');
}

/** What the list shows is what the row says. */
function isTorn(record: Opportunity): boolean {
  const summary =
    record.cloud === 'aws' ? awsSummary(record.details) : azureSummary(record.details);
  const shown: Readonly<Record<string, unknown>> = record;
  return Object.entries(summary).some(([name, value]) => shown[name] !== value);
}

type Moves = Readonly<Record<string, Readonly<Record<string, string>>>>;

function stateOf(record: Opportunity): string {
  return record.cloud === 'aws' ? awsStateOf(record) : azureStateOf(record);
}

/** Every state that can follow `state`, in any number of moves, by the clouds' own tables. */
function reachable({ cloud }: Opportunity, state: string): ReadonlySet<string> {
  const moves: Moves = cloud === 'aws' ? awsMachine.moves : azureMachine.moves;
  const found = new Set([state, ...endings(state)]);
  for (const known of found) {
    for (const next of Object.values(moves[known] ?? {})) found.add(next);
    for (const ending of endings(known)) found.add(ending);
  }
  return found;
}

/** What time and a stage do beside the tables. */
function endings(state: string): string[] {
  const ends: Readonly<Record<string, string[]>> = {
    invited: ['lapsed'],
    received: ['expired'],
    approved: ['closed']
  };
  return ends[state] ?? [];
}

async function run(
  bench: TestBench,
  { what, which }: Step,
  all: readonly Opportunity[]
): Promise<void> {
  const record = all[which % all.length];
  if (!record) return;
  const answer = await deeds[what](bench, record, which);
  if (answer) expect([200, 400, 409]).toContain(answer.status);
}

test('should keep every opportunity whole and on the paths of its cloud, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const bench = await aBench();
      const cast = await actors(bench);
      for (const step of sequence) {
        const before = new Map(opportunities(bench).map((record) => [record.id, record]));

        await run(bench, step, cast);

        for (const record of opportunities(bench)) {
          const earlier = before.get(record.id);
          const allowed = earlier
            ? reachable(earlier, stateOf(earlier))
            : new Set([stateOf(record)]);
          expect([...allowed]).toContain(stateOf(record));
          expect([asText(record.title), isTorn(record)]).toEqual([record.title, false]);
        }
      }
    }),
    { numRuns: 12 }
  );
}, 60_000);
