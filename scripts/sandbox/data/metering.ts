import type { Contract, Metering } from '../records.ts';
import { instant, millisecondsOf } from '../store/index.ts';
import { scheduleMetering } from '../timeLapse/schedule.ts';
import type { World } from '../world.ts';
import { randomFor } from './random.ts';

const hour = 3_600_000;

/** Fills the world with `count` usage records: whole hours of contracts that run. */
export function addMetering(world: World, count: number, now: number): void {
  const { contracts } = world.records;
  const started = contracts.all().filter((contract) => hasHours(contract, count, now));
  for (let index = 0; index < count && started.length > 0; index += 1) {
    const contract = started[index % started.length];
    if (contract) world.records.metering.put(usage(world, { contract, index, now }));
  }
}

/** Old enough that its hours do not run out. */
function hasHours({ start_at, end_at }: Contract, count: number, now: number): boolean {
  if (start_at === null || end_at === null) return false;
  return millisecondsOf(start_at) < now - (count + 48) * hour && millisecondsOf(end_at) > now;
}

/** The dimensions that a listing is metered by. */
export function dimensionsOf(world: World, listingId: string): readonly string[] {
  const dimensions = world.records.listings.get(listingId)?.metadata['dimensions'];
  if (!Array.isArray(dimensions)) return [];
  return dimensions.filter((item): item is string => typeof item === 'string');
}

function usage(
  world: World,
  { contract, index, now }: { contract: Contract; index: number; now: number }
): Metering {
  const random = randomFor(world.seed, `metering:${index}`);
  const start = (Math.floor(now / hour) - 2 - index) * hour;
  const record: Metering = {
    id: random.uuid(),
    cloud: contract.cloud,
    contract_id: contract.id,
    dimension: random.pick(dimensionsOf(world, contract.listing_id)),
    quantity: String(random.integer(1, 900)),
    start_time: instant(start),
    end_time: instant(start + hour - 1000),
    status: index < 3 ? 'submitted' : 'processed',
    custom_properties: {},
    last_modified_at: instant(start + hour)
  };
  if (record.status === 'submitted') scheduleMetering(world, record, now);
  return record;
}
