import type { Cloud } from '../records.ts';
import type { Dataset } from './dataset.ts';

/** The co-sell opportunities of a cloud, with every column that the cloud has. */
export function cosell(cloud: Cloud): Dataset {
  return (world, query) => {
    const { opportunities } = world.records;
    const found = opportunities.page({ ...query, matches: (record) => record.cloud === cloud });
    return { count: found.count, records: found.records.map(({ details }) => details) };
  };
}
