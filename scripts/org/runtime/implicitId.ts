import type { SchemaPort } from '../../apex/index.ts';
import { isQueryRecord } from '../soql/queryRecord.ts';
import type { QueryRecord, QueryResult, QueryValue } from '../soql/index.ts';

/** Does a result leave out ids, which Apex records always carry: its own, its parents', its children's? */
export function lacksIds({ records }: QueryResult): boolean {
  const [first] = records;
  if (first === undefined || first.object === 'AggregateResult') return false;
  return records.some(lacksId);
}

function lacksId({ values }: QueryRecord): boolean {
  if (!values.has('Id')) return true;
  for (const value of values.values()) if (isParentOrChildWithoutId(value)) return true;
  return false;
}

function isParentOrChildWithoutId(value: QueryValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isQueryRecord(value)) return lacksId(value);
  return isList(value) && value[0] !== undefined && lacksId(value[0]);
}

function isList(value: QueryValue): value is readonly QueryRecord[] {
  return Array.isArray(value);
}

/** Fields that a path to a parent, `['Account', 'Owner']`, brings with it besides the parent's id. */
export type LookupsOf = (path: readonly string[]) => readonly string[];

/**
 * The lookup fields of a path from an object: `Account.Owner` from a contact brings `AccountId` and `Account.OwnerId`.
 */
export function lookupsFrom(schema: SchemaPort, object: string): LookupsOf {
  return (path) => {
    const found: string[] = [];
    let current = schema.object(object);
    for (const [depth, name] of path.entries()) {
      const field = current && schema.parentRelationship(current, name);
      if (field === undefined) return found;
      // As the caller wrote it, with or without a namespace.
      const lookup = /__r$/i.test(name) ? name.replace(/r$/i, 'c') : field.name;
      found.push([...path.slice(0, depth), lookup].join('.'));
      current =
        field.referenceTo.length === 1 ? schema.object(field.referenceTo[0] ?? '') : undefined;
    }
    return found;
  };
}

/** The query with `Id` in its SELECT list, in those of its subqueries, and beside every field of a parent. */
export function withIds(soql: string, lookupsOf: LookupsOf = () => []): string {
  const start = /^\s*select(?=[\s(])/i.exec(soql)?.[0] ?? '';
  const rest = soql.slice(start.length);
  const end = topLevelFrom(rest);
  const list = rest.slice(0, end).replaceAll(/\(\s*select(?=[\s(])[^()]*?\sfrom\s/gi, withIdInside);
  return `${start}${missingIds(list, lookupsOf)}${list}${rest.slice(end)}`;
}

function withIdInside(subquery: string): string {
  const list = subquery.replace(/^\(\s*select/i, '').replace(/\sfrom\s$/i, '');
  return subquery.replace(/select/i, `SELECT${missingIds(list, () => [])}`);
}

/** ` Id, Account.Id,`: what is not in the list already. */
function missingIds(list: string, lookupsOf: LookupsOf): string {
  const items = list
    .replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '')
    .split(',')
    .map(trimmed);
  const selected = new Set(items.map((item) => item.toLowerCase()));
  const paths = items.filter((item) => /^\w+(\.\w+)+$/.test(item)).map((item) => item.split('.'));
  const wanted = ['Id', ...paths.flatMap(([...path]) => besides(path.slice(0, -1), lookupsOf))];
  const missing = [...new Set(wanted)].filter((name) => !selected.has(name.toLowerCase()));
  return missing.map((name) => ` ${name},`).join('');
}

function trimmed(text: string): string {
  return text.trim();
}

/** The ids of all parents on a path, and the lookups that lead to them. */
function besides(path: readonly string[], lookupsOf: LookupsOf): string[] {
  const ids = path.map((_, depth) => `${path.slice(0, depth + 1).join('.')}.Id`);
  return [...ids, ...lookupsOf(path)];
}

/** Where the FROM of the outer query stands. */
function topLevelFrom(text: string): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/[()]|\bfrom\b/gi)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (depth === 0) return index;
  }
  return text.length;
}
