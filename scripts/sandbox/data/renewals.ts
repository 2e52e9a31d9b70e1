import type { Contract } from '../records.ts';
import { instant, millisecondsOf } from '../store/index.ts';
import type { World } from '../world.ts';
import { contractWord, formats } from './clouds/index.ts';
import { companyAt } from './companies.ts';
import type { Deal } from './deal.ts';
import { monthsOf } from './duration.ts';
import { dealWith } from './deal.ts';
import { privateOffer } from './offers.ts';
import { randomFor } from './random.ts';
import { addMonths, dayLength, money } from './terms.ts';

/** The deal of a contract that is already there: its buyer keeps his name and accounts. */
export function dealOf(world: World, contract: Contract, key: string): Deal {
  const { seed, records } = world;
  const listing = records.listings.get(contract.listing_id);
  const buyer = records.buyers.get(contract.buyer_id);
  if (!listing || !buyer) throw new RangeError(`Contract ${contract.id} has no listing or buyer.`);
  const base = dealWith(seed, { key, listing, company: companyAt(seed, 0) });
  const company = { ...base.company, name: buyer.name, domain: buyer.domain ?? '' };
  const ids = { account: buyer.cloud_account_id, identifiers: buyer.cloud_identifiers };
  return { ...base, company, ids };
}

/** Adds the agreement that `contract` renewed, with the offer it came from. */
export function renewedContract(world: World, contract: Contract): void {
  const { seed, records } = world;
  const random = randomFor(seed, `renewed:${contract.id}`);
  const offerId = random.uuid();
  const deal = dealOf(world, contract, offerId);
  const accepted = addMonths(millisecondsOf(contract.accepted_at), -12);
  const id = random.uuid();
  const { cloud_id, cloud_url, identifiers } = formats.aws.contract(random, deal.ids);
  const terms = { ...deal.terms, months: 12 };
  records.contracts.put({
    ...contract,
    id,
    cloud_id,
    cloud_url,
    cloud_identifiers: identifiers,
    status: contractWord('aws', 'renewed'),
    latest_offer_id: offerId,
    duration: formats.aws.duration(12),
    accepted_at: instant(accepted),
    start_at: instant(accepted),
    end_at: instant(formats.aws.end(accepted, 12)),
    metadata: {
      ...contract.metadata,
      agreement_value: money(terms.cents),
      currency: terms.currency
    },
    last_modified_at: contract.accepted_at
  });
  records.contracts.put({
    ...contract,
    metadata: { ...contract.metadata, initial_agreement_id: cloud_id }
  });
  const offer = privateOffer(seed, {
    id: offerId,
    deal: { ...deal, terms },
    state: 'accepted',
    published: accepted - 6 * dayLength,
    expiration: accepted + 20 * dayLength,
    accepted,
    changed: accepted
  });
  const links = { buyer_id: contract.buyer_id, contract_id: id };
  records.private_offers.put({ ...offer, metadata: { ...offer.metadata, ...links } });
}

/** Adds an accepted agreement-based offer that changed the terms of `contract`. */
export function amendedContract(world: World, contract: Contract, now: number): void {
  const { seed, records } = world;
  const random = randomFor(seed, `amended:${contract.id}`);
  const id = random.uuid();
  const agreed = dealOf(world, contract, id);
  const months = monthsOf(contract.duration) ?? agreed.terms.months;
  const deal = { ...agreed, terms: { ...agreed.terms, months } };
  const signed = millisecondsOf(contract.accepted_at);
  const accepted = signed + Math.floor((now - signed) * (0.2 + random.next() * 0.7));
  const plan = { id, deal, published: accepted - dayLength, expiration: accepted + 14 * dayLength };
  const offer = privateOffer(
    seed,
    { ...plan, state: 'accepted', accepted, changed: accepted },
    'agreement_based_offer'
  );
  const links = {
    buyer_id: contract.buyer_id,
    contract_id: contract.id,
    target_agreement_id: contract.cloud_id
  };
  records.private_offers.put({ ...offer, metadata: { ...offer.metadata, ...links } });
  const current = records.contracts.get(contract.id) ?? contract;
  const value = { agreement_value: offer.metadata['price'] ?? null, currency: deal.terms.currency };
  records.contracts.put({
    ...current,
    latest_offer_id: id,
    offer_type: 'agreement_based_offer',
    metadata: { ...current.metadata, ...value },
    last_modified_at: offer.last_modified_at
  });
}
