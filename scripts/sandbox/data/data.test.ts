import { asText } from '../json.ts';
import fc from 'fast-check';

import type { PrivateOffer } from '../records.ts';
import type { World } from '../world.ts';
import { seededWorld } from './index.ts';
import { companyAt, companyCount } from './companies.ts';
import { money, schedule, termsAt } from './terms.ts';
import { randomFor } from './random.ts';

const now = Date.parse('2026-11-24T08:00:00Z');

function recordsOf(world: World): unknown {
  return Object.values(world.records).map((collection) => collection.all());
}

describe('seeded data', () => {
  test('should be the same for the same seed and time', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [first, second] = [seededWorld(seed, 'small', now), seededWorld(seed, 'small', now)];

        expect(recordsOf(first)).toEqual(recordsOf(second));
      }),
      { numRuns: 20 }
    );
  });

  test.each([
    ['small', 300],
    ['medium', 10_000]
  ] as const)('should have as many records as %s promises', (size, expected) => {
    const world = seededWorld(3, size, now);

    const counts = Object.values(world.records).map((collection) => collection.size);

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(expected);
  });

  test('should have 100,000 records that a sync brings in the largest', () => {
    const { records } = seededWorld(3, 'large', now);
    const { listings, buyers, contracts, private_offers, reseller_offers, opportunities } = records;

    const synced = [listings, buyers, contracts, private_offers, reseller_offers, opportunities];

    expect(synced.reduce((sum, { size }) => sum + size, 0)).toBe(100_000);
  });

  test('should be consistent for any seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const world = seededWorld(seed, 'small', now);

        expect(offersOutOfOrder(world)).toEqual([]);
        expect(contractsOutOfOrder(world)).toEqual([]);
        expect(Object.values(world.records).flatMap((all) => all.all().filter(isInFuture))).toEqual(
          []
        );
      }),
      { numRuns: 40 }
    );
  });

  /** An accepted offer has a contract; an expired one has none, and its end is over. */
  function offersOutOfOrder(world: World): unknown[] {
    return world.records.private_offers.all().filter((offer) => {
      const isAccepted = ['accepted', 'ended'].includes(offer.status.toLowerCase());
      return isAccepted ? lacksContract(world, offer) : isMisplaced(offer);
    });
  }

  function lacksContract({ records }: World, offer: PrivateOffer): boolean {
    const contract = records.contracts.get(asText(offer.metadata['contract_id']));
    return contract?.cloud !== offer.cloud || offer.accepted_at === null;
  }

  function isMisplaced({ status, expiration_at, accepted_at, metadata }: PrivateOffer): boolean {
    const isOver = Date.parse(expiration_at ?? '') <= now;
    const shouldBeOver = ['expired', 'cancelled'].includes(status.toLowerCase());
    return accepted_at !== null || 'contract_id' in metadata || isOver !== shouldBeOver;
  }

  /** Buyer, listing and offer of a contract exist, and its term is where its state says. */
  function contractsOutOfOrder({ records }: World): unknown[] {
    return records.contracts.all().filter((contract) => {
      const buyer = records.buyers.get(contract.buyer_id);
      const offer = contract.latest_offer_id;
      const hasOffer =
        offer === null || records.private_offers.get(offer) || records.reseller_offers.get(offer);
      const isOver = contract.end_at !== null && Date.parse(contract.end_at) <= now;
      const isActive = ['ACTIVE', 'Subscribed', 'ENTITLEMENT_ACTIVE'].includes(contract.status);
      return !buyer || buyer.cloud !== contract.cloud || !hasOffer || (isActive && isOver);
    });
  }

  function isInFuture({ last_modified_at }: { last_modified_at: string }): boolean {
    return Date.parse(last_modified_at) > now;
  }

  test('should pay an agreement’s value to the cent', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const terms = termsAt(randomFor(seed, 'terms'));

        const paid = schedule(terms, now).reduce((sum, { cents }) => sum + cents, 0);

        expect(money(paid)).toBe(money(terms.cents));
      })
    );
  });

  test('should not name two companies alike', () => {
    const names = new Set(
      Array.from({ length: companyCount }, (_, index) => companyAt(1, index).name)
    );

    expect(names.size).toBe(companyCount);
  });

  test('should have contracts that wait for their activation', () => {
    const { contracts } = seededWorld(11, 'small', now).records;

    const waiting = contracts.all().filter(({ start_at }) => start_at === null);

    expect(waiting.length).toBeGreaterThanOrEqual(2);
  });
});
