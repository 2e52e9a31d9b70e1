import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { Comparison, Condition, FieldPath, Query } from './ast.ts';
import { parseSearch, type Search, type SearchGroup } from './parseSearch.ts';
import type { QueryRecord, QueryRequest } from './types.ts';
import { readTerm, type SearchTerm } from './searchTerm.ts';
import { isList } from './values.ts';

/** What a search found of one object. */
export interface SearchHits {
  /** Canonical name. */
  readonly object: string;
  readonly records: readonly QueryRecord[];
}

const groups: Readonly<Record<SearchGroup, (field: FieldDefinition) => boolean>> = {
  ALL: (field) =>
    ['string', 'email', 'phone', 'url', 'textarea', 'picklist', 'combobox'].includes(field.type),
  SIDEBAR: (field) =>
    ['string', 'email', 'phone', 'url', 'picklist', 'combobox'].includes(field.type),
  NAME: (field) => field.nameField,
  EMAIL: (field) => field.type === 'email',
  PHONE: (field) => field.type === 'phone'
};

const nowhere = { row: 1, column: 1 };

/** A search as a query for each of its objects. Each word must be in one of the fields. */
export function searchQueries(schema: SchemaPort, request: QueryRequest): Query[] {
  const search = parseSearch(request.soql);
  const term = readTerm(textOf(search, request));
  return returningOf(schema, search).map((query) => {
    const object = schema.object(query.from.path.join('.'));
    const found = object === undefined ? [] : [conditionOf(object, search.group, term)];
    const parts = query.where === undefined ? found : [...found, query.where];
    return {
      ...query,
      mode: search.mode,
      limit: query.limit ?? search.limit,
      where: { kind: 'and', parts }
    };
  });
}

function returningOf(schema: SchemaPort, search: Search): readonly Query[] {
  if (search.returning.length > 0) return search.returning;
  const objects = [...schema.objects.values()].filter((object) => object.searchable);
  return objects.flatMap(({ name }) => parseSearch(`FIND {x} RETURNING ${name}`).returning);
}

function textOf({ term }: Search, { binds }: QueryRequest): string {
  const given = typeof term === 'string' ? term : (binds.get(term.name) ?? '');
  return isList(given) ? '' : String(given ?? '');
}

function conditionOf(object: ObjectDefinition, group: SearchGroup, term: SearchTerm): Condition {
  switch (term.kind) {
    case 'word':
      return inAnyField(object, group, term.text);
    case 'not':
      return { kind: 'not', part: conditionOf(object, group, term.part) };
    case 'and':
    case 'or': {
      const parts = term.parts.map((part) => conditionOf(object, group, part));
      return { kind: term.kind, parts };
    }
  }
}

/** The limit of a search as a whole; undefined when it has none. */
export function overallLimit({ soql, binds }: QueryRequest): number | undefined {
  const { limit } = parseSearch(soql);
  if (limit === undefined) return undefined;
  return Number(limit.kind === 'bind' ? binds.get(limit.name) : limit.value);
}

/**
 * Shares a search's limit out evenly among its objects
 * (https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_limit.htm).
 */
export function sharedOut(hits: readonly SearchHits[], limit: number): SearchHits[] {
  const counts = hits.map(() => 0);
  for (let left = limit, given = -1; left > 0 && given !== 0;) {
    given = 0;
    for (const [index, { records }] of hits.entries()) {
      if (left === 0 || (counts[index] ?? 0) >= records.length) continue;
      counts[index] = (counts[index] ?? 0) + 1;
      given += 1;
      left -= 1;
    }
  }
  return hits.map(({ object, records }, index) => ({
    object,
    records: records.slice(0, counts[index])
  }));
}

function inAnyField(object: ObjectDefinition, group: SearchGroup, words: string): Condition {
  const parts = [...object.fields.values()]
    .filter((field) => groups[group](field) && !field.calculated)
    .map(({ name }): Condition => ({ kind: 'words', field: pathTo(name), words }));
  return parts.length === 0 ? never : { kind: 'or', parts };
}

/** An object without such fields has nothing to be found by. */
const never: Comparison = {
  kind: 'compare',
  left: pathTo('Id'),
  operator: '=',
  value: { kind: 'literal', type: 'null', value: null, at: nowhere }
};

function pathTo(name: string): FieldPath {
  return { kind: 'field', path: [name], at: nowhere };
}
