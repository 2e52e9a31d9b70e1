import type { Query } from '../http/operation.ts';
import { instantParameter } from '../http/query.ts';
import type { ResellerOffer } from '../records.ts';
import type { Resource } from './resource.ts';
import { annotate, list, read } from './resource.ts';

const dates = ['accepted_at', 'published_at', 'expiration_at'] as const;
type Matches = (offer: ResellerOffer) => boolean;

/** `<date>_after` and `<date>_before` for each date; the names are assumed. */
function dateRanges(query: Query): Matches | undefined {
  const tests = dates.flatMap((date): Matches[] => {
    const after = instantParameter(query, `${date}_after`);
    const before = instantParameter(query, `${date}_before`);
    if (after === undefined && before === undefined) return [];
    return [(offer) => isWithin(offer[date], after, before)];
  });
  return tests.length === 0 ? undefined : (offer) => tests.every((test) => test(offer));
}

function isWithin(value: string | null, after = '', before = '9'): boolean {
  return value !== null && value > after && value < before;
}

const resource: Resource<'reseller_offers'> = {
  name: 'reseller_offers',
  filters: ['cloud', 'cloud_id', 'status', 'listing_id', 'archived', 'name'],
  isIncremental: false,
  hidden: [
    'last_modified_at',
    'duration',
    'metadata',
    'custom_properties',
    'external_object_associations'
  ],
  matches: dateRanges
};

/** Offers made through a reseller. */
export const resellerOffers = [list(resource), read(resource), annotate(resource)];
