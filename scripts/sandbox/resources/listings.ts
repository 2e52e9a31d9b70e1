import type { Resource } from './resource.ts';
import { list, read } from './resource.ts';

const resource: Resource<'listings'> = {
  name: 'listings',
  filters: ['cloud', 'cloud_id', 'status', 'title'],
  isIncremental: true
};

/** Products on a marketplace; read only. */
export const listings = [list(resource), read(resource)];
