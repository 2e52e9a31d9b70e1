import { checkedBody, isObject } from '../http/body.ts';
import { notFound } from '../http/errors.ts';
import type { Answer, Call, Operation, Query } from '../http/operation.ts';
import { filters, instantParameter, matchesText, paging } from '../http/query.ts';
import type { JsonObject } from '../json.ts';
import type { CollectionName, Records } from '../records.ts';
import type { Page } from '../store/index.ts';

/** What makes one resource of the API differ from the next. */
export interface Resource<K extends CollectionName> {
  readonly name: K;
  /** Fields that `filter[...]` compares. */
  readonly filters: readonly (keyof Records[K] & string)[];
  /** Filters that are also understood without the `filter[...]` around them. */
  readonly bareFilters?: readonly string[];
  /** Whether `last_modified_at_after` is understood. */
  readonly isIncremental: boolean;
  /** Fields that are stored but not part of the public shape. */
  readonly hidden?: readonly (keyof Records[K] & string)[];
  /** More conditions that a query can set. */
  matches?(query: Query): ((record: Records[K]) => boolean) | undefined;
  compare?(query: Query): ((a: Records[K], b: Records[K]) => number) | undefined;
}

const largestPage = 100;

/** The record as the API answers it. */
export function present<K extends CollectionName>(
  { hidden = [] }: Resource<K>,
  record: Records[K]
): JsonObject {
  const shown: JsonObject = record;
  if (hidden.length === 0) return shown;
  const names = Object.keys(shown).filter((name) => !hidden.some((field) => field === name));
  return Object.fromEntries(names.map((name) => [name, shown[name] ?? null]));
}

/** The record with the id in the path. @throws ApiError 404 */
export function requireRecord<K extends CollectionName>(
  name: K,
  { world, params }: Call
): Records[K] {
  const record = world.records[name].get(params['uuid'] ?? '');
  if (record) return record;
  throw notFound();
}

/** `GET /<resource>/`: filters, pages, links. */
export function list<K extends CollectionName>(resource: Resource<K>): Operation {
  return {
    method: 'GET',
    path: `/${resource.name}/`,
    limit: 'standard',
    handle: (call) => {
      const { page, pageSize } = paging(call.query, largestPage);
      const after = resource.isIncremental
        ? instantParameter(call.query, 'last_modified_at_after')
        : undefined;
      const compare = resource.compare?.(call.query);
      const matches = matcher(resource, call.query);
      const found = call.world.records[resource.name].page({
        page,
        pageSize,
        ...(after === undefined ? {} : { modifiedAfter: after }),
        ...(matches ? { matches } : {}),
        ...(compare ? { compare } : {})
      });
      const records = found.records.map((record) => present(resource, record));
      return envelope(call, { count: found.count, records }, pageSize);
    }
  };
}

function matcher<K extends CollectionName>(
  resource: Resource<K>,
  query: Query
): ((record: Records[K]) => boolean) | undefined {
  const wanted = [...filters(query, resource.filters, resource.bareFilters)];
  const more = resource.matches?.(query);
  if (wanted.length === 0) return more;
  return (record) => {
    const values: Readonly<Record<string, unknown>> = record;
    const isEqual = wanted.every(([field, text]) => matchesText(values[field], text));
    return isEqual && (more?.(record) ?? true);
  };
}

/** The envelope of every list: `{count, next, previous, results}`. */
export function envelope(call: Call, found: Page<JsonObject>, pageSize: number): Answer {
  const page = Number(call.query['page'] ?? 1);
  const hasNext = page * pageSize < found.count;
  const body = {
    count: found.count,
    next: hasNext ? linkTo(call, page + 1) : null,
    previous: page > 1 ? linkTo(call, page - 1) : null,
    results: found.records
  };
  return { status: 200, body };
}

function linkTo(call: Call, page: number): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query)) {
    if (typeof value === 'string') parameters.set(name, value);
  }
  parameters.set('page', String(page));
  return `${call.url}?${parameters.toString()}`;
}

/** `GET /<resource>/{uuid}/`. */
export function read<K extends CollectionName>(resource: Resource<K>): Operation {
  return {
    method: 'GET',
    path: `/${resource.name}/{uuid}/`,
    limit: 'standard',
    handle: (call) => ({ status: 200, body: present(resource, requireRecord(resource.name, call)) })
  };
}

/** Collections whose records carry a customer's own properties and links. */
type Annotated = 'buyers' | 'contracts' | 'private_offers' | 'reseller_offers' | 'opportunities';

/** `PATCH /<resource>/{uuid}/`: sets custom properties and links to other systems, nothing else. */
export function annotate<K extends Annotated>(resource: Resource<K>): Operation {
  return {
    method: 'PATCH',
    path: `/${resource.name}/{uuid}/`,
    limit: 'standard',
    handle: (call) => {
      const record = requireRecord(resource.name, call);
      const fields = { custom_properties: isObject, external_object_associations: isObject };
      const changes = checkedBody(call.body, { fields });
      return {
        status: 200,
        body: present(resource, save(resource.name, { call, record, changes }))
      };
    }
  };
}

/** Saves `changes`, at an instant of its own; without changes nothing is touched. */
export function save<K extends CollectionName>(
  name: K,
  { call, record, changes }: { call: Call; record: Records[K]; changes: object }
): Records[K] {
  if (Object.keys(changes).length === 0) return record;
  const last_modified_at = call.world.stamps.next(call.now);
  const next: Records[K] = { ...record, ...changes, last_modified_at };
  call.world.records[name].put(next);
  return next;
}
