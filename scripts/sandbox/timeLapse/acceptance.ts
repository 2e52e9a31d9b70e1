import { asText } from '../json.ts';
import { formats } from '../data/clouds/index.ts';
import { buyerOf, contractOf } from '../data/contracts.ts';
import type { Deal } from '../data/deal.ts';
import { dealFor } from '../data/deal.ts';
import { monthsOf } from '../data/duration.ts';
import { chance, randomFor } from '../data/random.ts';
import { money } from '../data/terms.ts';
import type { Buyer, Contract, Offer } from '../records.ts';
import { instant } from '../store/index.ts';
import type { World } from '../world.ts';
import { scheduleContract } from './schedule.ts';

/** The contract that the acceptance of `offer` at `at` (milliseconds since 1970) makes or changes. */
export function contractAfter(world: World, offer: Offer, at: number): Contract {
  const target = world.records.contracts.get(asText(offer.metadata['target_contract_id'] ?? ''));
  return target ? amend(world, { offer, target, at }) : sign(world, offer, at);
}

function amend(
  world: World,
  { offer, target, at }: { offer: Offer; target: Contract; at: number }
): Contract {
  const months = monthsOf(offer.duration) ?? 12;
  const next: Contract = {
    ...target,
    latest_offer_id: offer.id,
    offer_type: 'agreement_based_offer',
    duration: offer.duration,
    end_at: instant(formats[offer.cloud].end(at, months)),
    metadata: {
      ...target.metadata,
      agreement_value: offer.metadata['price'] ?? null,
      currency: offer.metadata['currency'] ?? null
    },
    last_modified_at: world.stamps.next(at)
  };
  world.records.contracts.put(next);
  scheduleContract(world, next);
  return next;
}

function sign(world: World, offer: Offer, at: number): Contract {
  const { seed, records, stamps } = world;
  const random = randomFor(seed, `signed:${offer.id}`);
  const id = random.uuid();
  const deal = dealOf(world, offer);
  const known = knownBuyer(world, offer);
  const contract: Contract = {
    ...contractOf(seed, {
      id,
      deal,
      buyerId: known?.id ?? random.uuid(),
      offer: { id: offer.id, type: 'offer_type' in offer ? offer.offer_type : 'reseller_offer' },
      state: formats[offer.cloud].needsActivation ? 'pending' : 'active',
      accepted: at,
      autoRenew: chance(random, 0.6),
      changed: at
    }),
    last_modified_at: stamps.next(at)
  };
  records.contracts.put(contract);
  const buyer = known
    ? { ...known, latest_contract_id: id, status: formats[offer.cloud].buyerStatus.active }
    : buyerOf(seed, deal, contract);
  records.buyers.put({ ...buyer, last_modified_at: stamps.next(at) });
  scheduleContract(world, contract);
  return contract;
}

/** The buyer that an offer names by its account; seeded offers bring their own. */
function knownBuyer(world: World, { cloud, metadata }: Offer): Buyer | undefined {
  const account = metadata['buyer_account_id'];
  if (account === undefined) return undefined;
  const isHis = (buyer: Buyer): boolean =>
    buyer.cloud === cloud && buyer.cloud_account_id === account;
  return world.records.buyers.all().find(isHis);
}

/** Who buys what: derived from the offer's id, but for what the offer says itself. */
function dealOf(world: World, offer: Offer): Deal {
  const listing = world.records.listings.get(offer.listing_id);
  if (!listing) throw new RangeError(`Offer ${offer.id} has no listing.`);
  const deal = dealFor(world.seed, offer.id, listing);
  const { buyer_account_id: account, price, currency } = offer.metadata;
  if (typeof account !== 'string') return deal;
  const known = knownBuyer(world, offer);
  const terms = {
    ...deal.terms,
    months: monthsOf(offer.duration) ?? deal.terms.months,
    cents: Math.round(Number(price ?? money(deal.terms.cents)) * 100),
    currency: typeof currency === 'string' ? currency : deal.terms.currency
  };
  const identifiers = known?.cloud_identifiers ?? { ...deal.ids.identifiers, account_id: account };
  return { ...deal, terms, ids: { account, identifiers } };
}
