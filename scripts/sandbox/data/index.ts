import { planArrival } from '../timeLapse/arrivals.ts';
import type { World } from '../world.ts';
import { emptyWorld } from '../world.ts';
import { addContacts } from './contacts.ts';
import { listingAt } from './listings.ts';
import { addMarketplace } from './marketplace.ts';
import { addMetering } from './metering.ts';
import { addOpportunities } from './opportunities.ts';
import type { Size } from './sizes.ts';
import { sizes } from './sizes.ts';

export { sizes } from './sizes.ts';
export type { Size } from './sizes.ts';

/** A world of believable records: the same for the same seed, size and time (milliseconds). */
export function seededWorld(seed: number, size: Size, now: number): World {
  const world = emptyWorld(seed);
  const counts = sizes[size];
  for (let index = 0; index < counts.listings; index += 1) {
    world.records.listings.put(listingAt(seed, index, now));
  }
  addMarketplace(world, counts, now);
  addOpportunities(world, counts.opportunities, now);
  planArrival(world, 1, now);
  addContacts(world, counts.contacts, now);
  addMetering(world, counts.metering, now);
  return world;
}
