import type { JsonObject } from '../json.ts';
import type { Cloud } from '../records.ts';
import type { Page } from '../store/index.ts';
import type { World } from '../world.ts';

/** Which rows of a data set are asked for. */
export interface DatasetQuery {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Only rows modified after this instant; the parameter is assumed. */
  readonly modifiedAfter?: string;
}

/** A data set: its rows by page. */
export type Dataset = (world: World, query: DatasetQuery) => Page<JsonObject>;

/** The co-sell opportunities of a cloud, with every column that the cloud has. */
export function cosell(cloud: Cloud): Dataset {
  return (world, query) => {
    const { opportunities } = world.records;
    const found = opportunities.page({ ...query, matches: (record) => record.cloud === cloud });
    return { count: found.count, records: found.records.map(({ details }) => details) };
  };
}
