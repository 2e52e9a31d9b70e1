import type { Random } from '../../../shared/index.ts';
import type { JsonObject } from '../../json.ts';
import type { Listing } from '../../records.ts';
import type { Company } from '../companies.ts';
import type { Terms } from '../terms.ts';

/** States that the clouds share; each cloud says which it has, and in which word. */
export type OfferState =
  'draft' | 'publishing' | 'pending' | 'accepted' | 'expired' | 'cancelled' | 'failed' | 'ended';
export type ContractState =
  'pending' | 'active' | 'ending' | 'suspended' | 'cancelled' | 'expired' | 'renewed';

export interface Product {
  readonly name: string;
  readonly slug: string;
  readonly pitch: string;
  /** What usage is metered by. */
  readonly dimension: string;
}

/** Ids of one thing in a cloud. */
export interface CloudIds {
  readonly cloud_id: string;
  readonly cloud_url: string;
}

export interface BuyerIds {
  readonly account: string;
  readonly identifiers: JsonObject;
}

/** An agreement that `metadata` describes. */
export interface Agreement {
  readonly terms: Terms;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly account: string;
  readonly listing: Listing;
}

/** Everything that differs from cloud to cloud in marketplace records. */
export interface CloudFormat {
  readonly offerStatus: Partial<Record<OfferState, string>>;
  readonly contractStatus: Partial<Record<ContractState, string>>;
  readonly buyerStatus: { readonly active: string; readonly gone: string };
  readonly eula: { readonly standard: string; readonly custom: string };
  /** Whether a renewal makes a new contract (AWS) or prolongs the old one. */
  readonly renewsAsNewContract: boolean;
  /** Whether a new contract waits until the seller activates it. */
  readonly needsActivation: boolean;
  duration(months: number): string;
  /** When a term of `months` that starts at `start` ends (milliseconds since 1970). */
  end(start: number, months: number): number;
  listing(random: Random, product: Product): CloudIds & { status: string; metadata: JsonObject };
  buyer(random: Random, company: Company): BuyerIds;
  offer(random: Random, listing: Listing): CloudIds;
  contract(random: Random, buyer: BuyerIds): CloudIds & { identifiers: JsonObject };
  offerMetadata(agreement: Agreement): JsonObject;
  contractMetadata(agreement: Agreement): JsonObject;
}
