import type { Listing } from '../records.ts';
import type { BuyerIds } from './clouds/index.ts';
import { formats } from './clouds/index.ts';
import type { Company } from './companies.ts';
import { companyAt } from './companies.ts';
import { chance, randomFor } from './random.ts';
import type { Terms } from './terms.ts';
import { termsAt } from './terms.ts';

/** Who buys what for how much: what an offer, its contract and its buyer have in common. */
export interface Deal {
  readonly listing: Listing;
  readonly company: Company;
  readonly terms: Terms;
  readonly ids: BuyerIds;
}

const regulars = 40;
const prospects = 5000;

/**
 * The deal behind `key` (an offer's id): derived, not stored, so that an offer that is accepted
 * months later still meets the buyer it was made for.
 */
export function dealFor(seed: number, key: string, listing: Listing): Deal {
  const random = randomFor(seed, `deal:${key}`);
  const isRegular = chance(random, 0.3);
  const number = isRegular ? random.integer(0, regulars - 1) : random.integer(regulars, prospects);
  return dealWith(seed, { key, listing, company: companyAt(seed, number) });
}

/** The deal behind `key` with a company that is already known. */
export function dealWith(
  seed: number,
  { key, listing, company }: { key: string; listing: Listing; company: Company }
): Deal {
  const random = randomFor(seed, `terms:${key}`);
  const ids = formats[listing.cloud].buyer(random, company);
  return { listing, company, ids, terms: termsAt(random) };
}
