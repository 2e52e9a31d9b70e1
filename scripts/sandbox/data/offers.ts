import type { Random } from '../../shared/index.ts';
import type { Offer, PrivateOffer, ResellerOffer } from '../records.ts';
import { instant } from '../store/index.ts';
import type { OfferState } from './clouds/index.ts';
import { formats, offerWord } from './clouds/index.ts';
import type { Deal } from './deal.ts';
import { chance, randomFor } from './random.ts';

/** What an offer is made from. Times in milliseconds since 1970. */
export interface OfferPlan {
  readonly id: string;
  readonly deal: Deal;
  readonly state: OfferState;
  readonly published: number | null;
  readonly expiration: number | null;
  readonly accepted?: number;
  readonly changed: number;
}

/** A private offer, or one that changes an agreement. */
export function privateOffer(
  seed: number,
  plan: OfferPlan,
  offer_type = 'private_offer'
): PrivateOffer {
  const random = randomFor(seed, `offer:${plan.id}`);
  const fields = offerFields(random, plan);
  const isOver = plan.state === 'expired' || plan.state === 'cancelled';
  return { ...fields, archived: String(isOver && chance(random, 0.2)), offer_type };
}

/** An offer made through a reseller (AWS CPPO, Microsoft MPO, Google MCPO). */
export function resellerOffer(seed: number, plan: OfferPlan): ResellerOffer {
  const random = randomFor(seed, `offer:${plan.id}`);
  const fields = offerFields(random, plan);
  const isOver = plan.state === 'expired' || plan.state === 'cancelled';
  return { ...fields, archived: isOver && chance(random, 0.2) };
}

function offerFields(
  random: Random,
  plan: OfferPlan
): Omit<PrivateOffer, 'archived' | 'offer_type'> {
  const { deal, published } = plan;
  const { listing, terms } = deal;
  const format = formats[listing.cloud];
  const isCustom = chance(random, 0.3);
  const ids =
    plan.state === 'draft' ? { cloud_id: null, cloud_url: null } : format.offer(random, listing);
  const start = plan.accepted ?? plan.expiration ?? plan.changed;
  return {
    id: plan.id,
    name: `${deal.company.name}: ${listing.title}, ${terms.months} months`,
    cloud: listing.cloud,
    ...ids,
    status: offerWord(listing.cloud, plan.state),
    duration: format.duration(terms.months),
    eula_type: isCustom ? format.eula.custom : format.eula.standard,
    listing_id: listing.id,
    published_at: published === null ? null : instant(published),
    accepted_at: plan.accepted === undefined ? null : instant(plan.accepted),
    expiration_at: plan.expiration === null ? null : instant(plan.expiration),
    custom_properties: {},
    external_object_associations: {},
    metadata: format.offerMetadata({ terms, start, account: deal.ids.account, listing }),
    last_modified_at: instant(plan.changed)
  };
}

/** An offer with `changes`, at the instant `stamp`. */
export function changedOffer<T extends Offer>(offer: T, stamp: string, changes: Partial<T>): T {
  return { ...offer, ...changes, last_modified_at: stamp };
}
