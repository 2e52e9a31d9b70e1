import fc from 'fast-check';
import { administrator, localUserId } from '../../org/index.ts';
import { orgState, sandboxState } from './comparison.ts';
import { aPushingCloud, deliveryOf } from './pushingCloud.ts';
import type { Delivery, Door, Pushed, PushingCloud } from './pushingCloud.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);
const doors: readonly Door[] = ['record', 'collection', 'bulk'];
const pushed: readonly Pushed[] = [
  'listings',
  'buyers',
  'contracts',
  'private_offers',
  'reseller_offers'
];
const pageSize = 20;

let here: SyncedOrg;
let cloud: PushingCloud;

beforeAll(async () => {
  here = await aSyncedOrg();
  cloud = await aPushingCloud(here.org);
}, 240_000);

afterAll(async () => {
  await cloud.close();
  await here.close();
});

beforeEach(() => here.forget());

/** Every record of the sandbox, page by page, as Clazar's cloud pushes it. */
function pages(): Delivery[][] {
  const snapshot = here.sandbox.control.snapshot();
  return pushed.flatMap((name) => {
    const all = snapshot[name].map((record) => deliveryOf(name, record));
    const count = Math.ceil(all.length / pageSize);
    return Array.from({ length: count }, (_, n) => all.slice(n * pageSize, (n + 1) * pageSize));
  });
}

/** What both sides have of the records that are pushed. */
async function bothSides(): Promise<{ here: unknown; there: unknown }> {
  const [ours, theirs] = [await orgState(here.org, userId), sandboxState(here.sandbox)];
  return { here: { ...ours, opportunities: [] }, there: { ...theirs, opportunities: [] } };
}

async function expectEqualSides(): Promise<void> {
  const sides = await bothSides();
  expect(sides.here).toEqual(sides.there);
  expect(await danglingLinks()).toBe(0);
}

/** Contracts whose buyer or listing is here, but not linked. */
async function danglingLinks(): Promise<number> {
  const soql =
    'SELECT COUNT() FROM Contract__c WHERE (Buyer__c = NULL AND Buyer_Clazar_Id__c != NULL) ' +
    'OR (Listing__c = NULL AND Listing_Clazar_Id__c != NULL)';
  return (await here.org.query(userId, { soql })).totalSize;
}

test.each(doors)('should end with the data of Clazar when it is pushed by %s', async (door) => {
  for (const page of pages().reverse()) await cloud.push(door, page);
  for (const page of pages()) await cloud.push(door, page);

  await expectEqualSides();
});

test.each(doors)('should give the same by %s as the sync gives', async (door) => {
  await here.sync('everything');
  const pulled = await bothSides();
  await here.forget();

  for (const page of pages()) await cloud.push(door, page);

  expect((await bothSides()).here).toEqual(pulled.here);
});

test.each(doors)('should keep the newer version whatever %s delivers later', async (door) => {
  const { control } = here.sandbox;
  const [first] = control.snapshot().private_offers;
  const old = deliveryOf('private_offers', first ?? fail());
  const second = control.putRecord('private_offers', { id: first?.id ?? '', name: 'Second' });
  const third = control.putRecord('private_offers', { id: first?.id ?? '', name: 'Third' });

  await cloud.push(door, [deliveryOf('private_offers', third)]);
  await cloud.push(door, [deliveryOf('private_offers', second)]);
  await cloud.push(door, [old]);

  const { records } = await here.org.query(userId, { soql: 'SELECT Name FROM Private_Offer__c' });
  expect(records.map(({ values }) => values.get('Name'))).toEqual(['Third']);
});

test('should not clash when a sync and a push run at once', async () => {
  const [status] = await Promise.all([
    here.sync('everything'),
    (async () => {
      for (const page of pages()) await cloud.push('collection', page);
      for (const page of pages()) await cloud.push('bulk', page);
    })()
  ]);

  expect(status).toBe('Completed');
  await expectEqualSides();
});

interface Shuffled {
  readonly kind: 'page' | 'version' | 'pull';
  readonly deliveries: readonly Delivery[];
  readonly door: Door;
}

test('should end with the data of Clazar in any order and any number of times', async () => {
  const seeds = fc.record({
    order: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
    changed: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
    repeated: fc.array(fc.nat(), { maxLength: 10 }),
    pulls: fc.array(fc.nat(), { maxLength: 2 }),
    ways: fc.array(fc.constantFrom(...doors), { minLength: 1, maxLength: 5 })
  });
  const property = fc.asyncProperty(seeds, async (plan) => {
    await here.forget();
    for (const step of shuffled(plan)) {
      if (step.kind === 'pull') await here.sync('changes');
      else await cloud.push(step.door, step.deliveries);
    }
    await expectEqualSides();
  });

  await fc.assert(property, { numRuns: 10, endOnFailure: true });
}, 240_000);

interface Plan {
  readonly order: readonly number[];
  readonly changed: readonly number[];
  readonly repeated: readonly number[];
  readonly pulls: readonly number[];
  readonly ways: readonly Door[];
}

/** Pages, older and newer versions, repetitions and pulls, in an order that the plan decides. */
function shuffled({ order, changed, repeated, pulls, ways }: Plan): Shuffled[] {
  const outdated = pages();
  const versions = changed.flatMap((pick) => twoVersions(pick));
  const doorAt = (index: number): Door => ways[index % ways.length] ?? 'record';
  const all = [...outdated, ...pages()];
  const steps: Shuffled[] = [
    ...all.map((deliveries, n) => ({ kind: 'page' as const, deliveries, door: doorAt(n) })),
    ...versions.map((one, n) => ({
      kind: 'version' as const,
      deliveries: [one],
      door: doorAt(n)
    })),
    ...repeated.map((pick, n) => ({
      kind: 'page' as const,
      deliveries: all[pick % all.length] ?? [],
      door: doorAt(n)
    })),
    ...pulls.map(() => ({ kind: 'pull' as const, deliveries: [], door: 'record' as const }))
  ];
  return steps
    .map((step, n) => ({ step, rank: (order[n % order.length] ?? 0) + n / 1000 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ step }) => step);
}

/** Changes a record twice, within one second, and tells of both. */
function twoVersions(pick: number): Delivery[] {
  const { control } = here.sandbox;
  const offers = control.snapshot().private_offers;
  const id = offers[pick % offers.length]?.id ?? '';
  return ['Second', 'Third'].map((name) =>
    deliveryOf(
      'private_offers',
      control.putRecord('private_offers', { id, name: `${name} ${String(pick)}` })
    )
  );
}

function fail(): never {
  throw new Error('The sandbox has no offers.');
}
