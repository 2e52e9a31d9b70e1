import type { Resource } from './resource.ts';
import { annotate, list, read } from './resource.ts';

const resource: Resource<'buyers'> = {
  name: 'buyers',
  filters: ['cloud', 'status', 'name', 'domain', 'cloud_account_id', 'listing_id'],
  isIncremental: true
};

/** Marketplace customers. */
export const buyers = [list(resource), read(resource), annotate(resource)];
