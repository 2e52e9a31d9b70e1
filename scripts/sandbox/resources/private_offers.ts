import type { Resource } from './resource.ts';
import { annotate, list, read } from './resource.ts';

const resource: Resource<'private_offers'> = {
  name: 'private_offers',
  filters: ['cloud', 'cloud_id', 'status', 'listing_id', 'offer_type', 'archived', 'name'],
  isIncremental: true
};

/** Private and agreement-based offers. */
export const privateOffers = [list(resource), read(resource), annotate(resource)];
