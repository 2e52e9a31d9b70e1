import type { Resource } from './resource.ts';
import { annotate, list, read } from './resource.ts';

const resource: Resource<'opportunities'> = {
  name: 'opportunities',
  filters: ['cloud', 'cloud_id', 'status', 'stage', 'customer_company'],
  isIncremental: true,
  hidden: ['details']
};

/** Co-sell opportunities of all three clouds, as the public reference has them. */
export const opportunities = [list(resource), read(resource), annotate(resource)];
