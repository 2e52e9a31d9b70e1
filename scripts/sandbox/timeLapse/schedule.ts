import { formats } from '../data/clouds/index.ts';
import type { OfferState } from '../data/clouds/index.ts';
import { chance, randomFor } from '../data/random.ts';
import type { Contract, Metering, Offer, Opportunity } from '../records.ts';
import { millisecondsOf } from '../store/index.ts';
import type { World } from '../world.ts';

/** AWS needs about 45 minutes to publish an offer (clazar.md 2). */
const publishing = 45 * 60_000;
const meteringTakes = 60 * 60_000;

/** The private or reseller offer with this id. */
export function findOffer(world: World, id: string): Offer | undefined {
  return world.records.private_offers.get(id) ?? world.records.reseller_offers.get(id);
}

/** Whether an offer is in a state of its cloud. */
export function isOffer(offer: Offer, state: OfferState): boolean {
  return formats[offer.cloud].offerStatus[state] === offer.status;
}

/** Decides what will become of an offer: six of ten that wait are accepted, the others expire. */
export function scheduleOffer(world: World, id: string, now: number): void {
  const offer = findOffer(world, id);
  if (!offer) return;
  if (isOffer(offer, 'publishing')) {
    world.agenda.schedule({ at: now + publishing, kind: 'publishOffer', id });
  }
  if (!isOffer(offer, 'pending') || offer.expiration_at === null) return;
  const end = millisecondsOf(offer.expiration_at);
  const random = randomFor(world.seed, `fate:${id}`);
  if (!chance(random, 0.6) || end <= now) {
    world.agenda.schedule({ at: Math.max(end, now), kind: 'expireOffer', id });
    return;
  }
  const at = now + Math.floor((end - now) * (0.1 + random.next() * 0.8));
  world.agenda.schedule({ at, kind: 'acceptOffer', id });
}

/** A contract that has an end ends or renews then. */
export function scheduleContract(world: World, { id, end_at }: Contract): void {
  if (end_at === null) return;
  world.agenda.schedule({ at: millisecondsOf(end_at), kind: 'endContract', id });
}

/** A referral of AWS waits for an answer until `accept_by`. */
export function scheduleReferral(world: World, { id, accept_by }: Opportunity): void {
  if (accept_by === null) return;
  world.agenda.schedule({ at: millisecondsOf(accept_by), kind: 'expireReferral', id });
}

/** The clouds confirm usage about an hour after it was sent. */
export function scheduleMetering(world: World, { id }: Metering, now: number): void {
  world.agenda.schedule({ at: now + meteringTakes, kind: 'processMetering', id });
}
