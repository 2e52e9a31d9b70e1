import type { Json, JsonObject } from '../json.ts';
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

/** A data set whose rows are made of facts; only those of the page are made. */
export function datasetOf<Fact>(
  facts: (world: World, now: number) => readonly Fact[],
  row: (fact: Fact, now: number) => JsonObject
): Dataset {
  return (world, { page, pageSize, now }) => {
    const all = facts(world, now);
    const from = (page - 1) * pageSize;
    const records = all.slice(from, from + pageSize).map((fact) => row(fact, now));
    return { count: all.length, records };
  };
}

/** Columns that have no value here. */
export function none(names: string): JsonObject {
  return Object.fromEntries(names.split(' ').map((name): [string, Json] => [name, null]));
}

/** Numbers that are zero here. */
export function zero(names: string): JsonObject {
  return Object.fromEntries(names.split(' ').map((name): [string, Json] => [name, 0]));
}

/** A row without some of its columns. */
export function without(row: JsonObject, names: string): JsonObject {
  const left = names.split(' ');
  return Object.fromEntries(Object.entries(row).filter(([name]) => !left.includes(name)));
}
