import { randomFor } from '../data/random.ts';
import type { Terms } from '../data/terms.ts';
import { dayLength, schedule, termsAt } from '../data/terms.ts';
import type { JsonObject } from '../json.ts';
import type { Buyer, Cloud, Contract, Listing, Offer } from '../records.ts';
import { dayOf, millisecondsOf } from '../store/index.ts';
import type { World } from '../world.ts';

/** A contract of Azure or GCP with all that reports tell of it. */
export interface Subscription {
  readonly contract: Contract;
  readonly product: Product;
  readonly customer: Customer;
  readonly sale: Sale;
  readonly terms: Terms;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
}

/** What is bought. */
export interface Product {
  readonly title: string | null;
  /** Identifiers and properties in the cloud's own words. */
  readonly properties: JsonObject;
}

/** Who buys. */
export interface Customer {
  readonly name: string | null;
  readonly domain: string | null;
  readonly country: string | null;
  readonly email: string | null;
  readonly fullName: string;
  readonly identifiers: JsonObject;
}

/** The offer that was accepted; of a public one there is nothing to tell. */
export interface Sale {
  /** 1 when the price was made for the customer, else 0. */
  readonly isPrivate: number;
  readonly isReseller: boolean;
  readonly id: string | null;
  readonly name: string | null;
  readonly acceptedOn: string | null;
  readonly creator: string | null;
}

/** One payment of a subscription that is due, in cents. */
export interface Charge {
  readonly subscription: Subscription;
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly cents: number;
}

/** What the clouds keep: 3 per cent, and they pay out about 45 days after the invoice. */
export const feePercentage = 3;
export const paysAfter = 45 * dayLength;

/** Of a contract whose buyer was deleted. */
const nobody: Customer = {
  name: null,
  domain: null,
  country: null,
  email: null,
  fullName: '',
  identifiers: {}
};

/** Contracts of a cloud that have begun, oldest first. */
export function subscriptions(world: World, cloud: Cloud): Subscription[] {
  const begun = world.records.contracts
    .all()
    .filter((contract) => contract.cloud === cloud && contract.start_at !== null);
  return begun
    .map((contract) => subscription(world, contract))
    .sort((a, b) => a.start - b.start || (a.contract.id < b.contract.id ? -1 : 1));
}

function subscription({ records, seed }: World, contract: Contract): Subscription {
  const key = contract.latest_offer_id ?? contract.id;
  const start = millisecondsOf(contract.start_at ?? contract.accepted_at);
  const offer = records.private_offers.get(key) ?? records.reseller_offers.get(key);
  return {
    contract,
    product: productOf(records.listings.get(contract.listing_id)),
    customer: customerOf(records.buyers.get(contract.buyer_id)),
    sale: saleOf(contract, offer),
    terms: termsAt(randomFor(seed, `terms:${key}`)),
    start,
    end: contract.end_at === null ? start : millisecondsOf(contract.end_at)
  };
}

function productOf(listing: Listing | undefined): Product {
  return { title: listing?.title ?? null, properties: listing?.metadata ?? {} };
}

function customerOf(buyer: Buyer | undefined): Customer {
  if (buyer === undefined) return nobody;
  const answer = (field: string): string | null =>
    textOf(buyer.registration_details.find((detail) => detail['field'] === field) ?? {}, 'value');
  return {
    name: buyer.name,
    domain: buyer.domain,
    country: textOf(buyer.metadata, 'country'),
    email: answer('Email Address'),
    fullName: answer('Full Name') ?? '',
    identifiers: buyer.cloud_identifiers
  };
}

function saleOf({ offer_type }: Contract, offer: Offer | undefined): Sale {
  const isReseller = offer_type === 'reseller_offer';
  if (offer === undefined) {
    return { isPrivate: 0, isReseller, id: null, name: null, acceptedOn: null, creator: null };
  }
  return {
    isPrivate: 1,
    isReseller,
    id: offer.cloud_id,
    name: offer.name,
    acceptedOn: offer.accepted_at?.slice(0, 10) ?? null,
    creator: 'offers@lumenfold.example'
  };
}

/** Payments of a cloud that are invoiced by `now` (milliseconds since 1970), oldest first. */
export function charges(world: World, cloud: Cloud, now: number): Charge[] {
  const all = subscriptions(world, cloud).flatMap((subscription) =>
    schedule(subscription.terms, subscription.start).map(({ at, cents }, index) => ({
      subscription,
      number: index + 1,
      at,
      cents
    }))
  );
  return all
    .filter(({ at }) => at <= now)
    .sort(
      (a, b) => a.at - b.at || (a.subscription.contract.id < b.subscription.contract.id ? -1 : 1)
    );
}

/** What the seller earns of a payment, in units of the currency. */
export function split(cents: number): { gross: number; fee: number; net: number } {
  const fee = Math.round((cents * feePercentage) / 100);
  return { gross: cents / 100, fee: fee / 100, net: (cents - fee) / 100 };
}

/** The first day of a month, `YYYY-MM-01`. */
export function monthOf(milliseconds: number): string {
  return `${dayOf(milliseconds).slice(0, 7)}-01`;
}

/** A text among a cloud's own identifiers or properties, or null. */
export function textOf(source: JsonObject, name: string): string | null {
  const value = source[name];
  return typeof value === 'string' ? value : null;
}
