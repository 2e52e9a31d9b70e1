import fc from 'fast-check';

import { bothSides, doubledDeals, openRequests } from './cosellModel/sides.ts';
import { sequences } from './cosellModel/steps.ts';
import { begin, cloudRecords, end } from './cosellModel/world.ts';
import type { Model } from './cosellModel/world.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

/** Fixed, so that every run tests the same; `COSELL_SEQUENCES=500 COSELL_SEED=1` makes a longer campaign of its own. */
const { COSELL_SEQUENCES, COSELL_SEED } = process.env;
const seeds = COSELL_SEED === undefined ? [618, 1913, 2026] : [Number(COSELL_SEED)];
const sequencesOfASeed = Number(COSELL_SEQUENCES ?? 20);

/** A sequence takes about half a second; a busy machine takes up to twenty times as long. */
const patience = 60_000 + sequencesOfASeed * 10_000;

/** One org and one sandbox for all sequences: each begins with a new world in them. */
let here: SyncedOrg;

beforeAll(async () => {
  here = await aSyncedOrg();
}, 120_000);

afterAll(() => here.close());

async function expectEqualSides({ creations }: Model): Promise<void> {
  const sides = await bothSides(here);
  expect(sides.here).toEqual(sides.there);
  expect(await openRequests(here)).toEqual([]);
  expect(await doubledDeals(here)).toEqual([]);
  const made = cloudRecords(here).filter(({ title }) => title.startsWith('Model '));
  expect(made.length).toBeLessThanOrEqual(creations);
  expect(new Set(made.map(({ title }) => title)).size).toBe(made.length);
}

test.each(seeds)(
  'should end with both sides equal whatever people, the clouds and the network do (seed %i)',
  async (seed) => {
    const property = fc.asyncProperty(sequences, async (sequence) => {
      const model = await begin(here);
      await fc.asyncModelRun(() => ({ model, real: here }), sequence);
      await end(here);
      await expectEqualSides(model);
    });

    await fc.assert(property, { numRuns: sequencesOfASeed, seed, endOnFailure: true });
  },
  patience
);
