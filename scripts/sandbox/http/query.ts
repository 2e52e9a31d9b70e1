import { asText } from '../json.ts';
import { normalizeInstant } from '../store/index.ts';
import type { FieldError } from './errors.ts';
import { invalid } from './errors.ts';
import type { Query } from './operation.ts';

/** The one value of a query parameter. */
export function single(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalid({ field: name, code: 'invalid', message: 'Give this parameter once.' });
}

/** Page and page size, checked. */
export function paging(query: Query, maximum: number): { page: number; pageSize: number } {
  return {
    page: wholeNumber(query, { name: 'page', fallback: 1, maximum: Number.MAX_SAFE_INTEGER }),
    pageSize: wholeNumber(query, { name: 'page_size', fallback: 20, maximum })
  };
}

function wholeNumber(
  query: Query,
  { name, fallback, maximum }: { name: string; fallback: number; maximum: number }
): number {
  const text = single(query, name);
  if (text === undefined) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= maximum) return value;
  const range = maximum > 1e9 ? 'at least 1' : `between 1 and ${maximum}`;
  throw invalid({ field: name, code: 'invalid', message: `Must be a whole number, ${range}.` });
}

/** An instant of the query, in the API's form. */
export function instantParameter(query: Query, name: string): string | undefined {
  const text = single(query, name);
  if (text === undefined) return undefined;
  const value = normalizeInstant(text);
  if (value !== undefined) return value;
  const message = 'Must be an instant such as 2021-01-01T12:00:00.000000Z.';
  throw invalid({ field: name, code: 'invalid', message });
}

/** Equality filters of a query: `filter[name]=value`, and `name=value` for `bare` names. */
export function filters(
  query: Query,
  allowed: readonly string[],
  bare: readonly string[] = []
): ReadonlyMap<string, string> {
  const named = Object.keys(query).flatMap((key): [key: string, name: string][] => {
    const inner = /^filter\[(.*)\]$/.exec(key)?.[1];
    if (inner !== undefined) return [[key, inner]];
    return bare.includes(key) ? [[key, key]] : [];
  });
  const unknown = named.filter(([, name]) => !allowed.includes(name));
  if (unknown.length > 0) throw invalid(...unknown.map(([key]) => unknownFilter(key, allowed)));
  return new Map(named.map(([key, name]) => [name, single(query, key) ?? '']));
}

function unknownFilter(field: string, allowed: readonly string[]): FieldError {
  const message = `There is no such filter. Use one of ${allowed.join(', ')}.`;
  return { field, code: 'unknown_filter', message };
}

/** Whether a record's field has the text of a filter. */
export function matchesText(value: unknown, text: string): boolean {
  return value === null || value === undefined ? text === '' : asText(value) === text;
}
