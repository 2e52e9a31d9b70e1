import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { Comparison, Condition, FieldPath, Query } from './ast.ts';
import { QueryError } from './errors.ts';
import { parseSearch, type Search, type SearchGroup } from './parseSearch.ts';
import type { QueryRecord, QueryRequest } from './types.ts';
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

/** A search as a query for each of its objects. Each term must be in one of the fields; `*` and `?` stand for any text. */
export function searchQueries(schema: SchemaPort, request: QueryRequest): Query[] {
  const search = parseSearch(request.soql);
  const terms = termsOf(search, request);
  return returningOf(schema, search).map((query) => {
    const object = schema.object(query.from.path.join('.'));
    const found =
      object === undefined ? [] : terms.map((term) => inAnyField(object, search.group, term));
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

function termsOf({ term }: Search, { binds }: QueryRequest): string[] {
  const given = typeof term === 'string' ? term : (binds.get(term.name) ?? '');
  const text = isList(given) ? '' : String(given ?? '');
  if (text.replace(/[*?"\s]/g, '').length < 2)
    throw new QueryError('MALFORMED_SEARCH', 'search term must be longer than one character');
  const words = [...text.matchAll(/"([^"]+)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
  return words.filter((word) => word !== 'AND');
}

function inAnyField(object: ObjectDefinition, group: SearchGroup, term: string): Condition {
  const fields = [...object.fields.values()].filter(
    (field) => groups[group](field) && field.filterable && !field.calculated
  );
  const parts = fields.map((field) => contains(field, term));
  return parts.length === 0 ? never : { kind: 'or', parts };
}

function contains(field: FieldDefinition, term: string): Comparison {
  const pattern = term
    .replace(/[%_\\]/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_');
  return {
    kind: 'compare',
    left: pathTo(field.name),
    operator: 'LIKE',
    value: { kind: 'literal', type: 'string', value: `%${pattern}%`, at: nowhere }
  };
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
