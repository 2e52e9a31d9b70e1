import type { JsonObject } from '../json.ts';
import type { Page } from '../store/index.ts';
import type { World } from '../world.ts';

/** Which rows of a data set are asked for. */
export interface DatasetQuery {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Only rows modified after this instant; the parameter is assumed. */
  readonly modifiedAfter?: string;
}

/** A data set: its rows by page. */
export type Dataset = (world: World, query: DatasetQuery) => Page<JsonObject>;
