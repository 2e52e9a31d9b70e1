import type { Random } from '../../shared/index.ts';
import type { ContractState, OfferState } from './clouds/index.ts';
import { formats } from './clouds/index.ts';
import type { Deal } from './deal.ts';
import { chance, weighted } from './random.ts';
import { dayLength, endOfDay } from './terms.ts';

/** When what happened to a contract. Times in milliseconds since 1970. */
export interface ContractTimes {
  readonly state: ContractState;
  readonly accepted: number;
  readonly changed: number;
}

const contractWeights: readonly [ContractState, number][] = [
  ['active', 76],
  ['ending', 4],
  ['suspended', 2],
  ['cancelled', 4],
  ['expired', 8]
];

/** A state that the deal's cloud knows. */
export function contractState(random: Random, deal: Deal): ContractState {
  const words = formats[deal.listing.cloud].contractStatus;
  return weighted(
    random,
    contractWeights.filter(([name]) => words[name] !== undefined)
  );
}

/** Times that fit a contract in `state` at `now` (milliseconds since 1970). */
export function contractTimes(
  random: Random,
  { deal, state }: { deal: Deal; state: ContractState },
  now: number
): ContractTimes {
  const term = deal.terms.months * 30;
  const ago = (days: number): number => now - days * dayLength - random.integer(0, 60_000_000);
  if (state === 'pending') return at(state, ago(random.integer(0, 4)));
  if (state === 'expired') {
    const signed = ago(term + 36 + random.integer(3, 200));
    return at(state, signed, formats[deal.listing.cloud].end(signed, deal.terms.months));
  }
  const isSoonDue = state === 'active' && chance(random, 0.2);
  const accepted = ago(isSoonDue ? term - random.integer(10, 60) : random.integer(3, term - 40));
  if (state === 'active') return at(state, accepted);
  return at(state, accepted, accepted + Math.floor((now - accepted) * random.next()));
}

function at(state: ContractState, accepted: number, changed = accepted): ContractTimes {
  return { state, accepted, changed };
}

/** When what happened to an offer that was not accepted. Times in milliseconds since 1970. */
export interface OfferTimes {
  readonly state: OfferState;
  readonly published: number | null;
  readonly expiration: number | null;
  readonly changed: number;
}

const openWeights: readonly [OfferState, number][] = [
  ['pending', 46],
  ['expired', 26],
  ['draft', 10],
  ['publishing', 5],
  ['cancelled', 8],
  ['failed', 3]
];

/** A state of an offer without contract, and times that fit it. */
export function openOfferTimes(random: Random, deal: Deal, now: number): OfferTimes {
  const words = formats[deal.listing.cloud].offerStatus;
  const state = weighted(
    random,
    openWeights.filter(([name]) => words[name] !== undefined)
  );
  return timesOf(random, state, now);
}

/** Times for an offer in `state`, as they would be at `now`. */
export function timesOf(random: Random, state: OfferState, now: number): OfferTimes {
  const ago = (low: number, high: number): number =>
    now - Math.floor((low + random.next() * (high - low)) * dayLength);
  const later = endOfDay(now + random.integer(1, 45) * dayLength);
  if (state === 'draft' || state === 'failed') {
    return { state, published: null, expiration: later, changed: ago(0.1, 12) };
  }
  if (state === 'publishing') {
    return {
      state,
      published: null,
      expiration: later,
      changed: now - random.integer(1, 40) * 60_000
    };
  }
  const published = state === 'pending' ? ago(0.1, 20) : ago(40, 300);
  if (state === 'pending') return { state, published, expiration: later, changed: published };
  const past = endOfDay(published + random.integer(14, 35) * dayLength);
  if (state === 'expired') return { state, published, expiration: past, changed: past };
  const withdrawn = published + random.integer(1, 10) * dayLength;
  return { state, published, expiration: withdrawn, changed: withdrawn };
}
