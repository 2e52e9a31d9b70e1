import { ApexException } from './exception.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import type { ApexInstance } from './object.ts';
import { isScalar } from './scalar.ts';
import { ApexSet } from './set.ts';
import { ApexSObject } from './sobject.ts';

/** `left + right` where one is a String: null prints as `null`. */
export function concat(left: unknown, right: unknown): string {
  return textOf(left) + textOf(right);
}

/**
 * An Apex value as string concatenation, `System.debug` and `String.valueOf(Object)` print it. `outer` holds the
 * structures around it, where a cycle ends.
 */
export function textOf(value: unknown, outer: readonly object[] = []): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  return isScalar(value) ? value.toText() : structureText(value, outer);
}

function structureText(value: object, outer: readonly object[]): string {
  if (outer.includes(value)) return '(already output)';
  const inner = (item: unknown): string => textOf(item, [...outer, value]);
  if (value instanceof ApexList) return `(${value.items.map(inner).join(', ')})`;
  if (value instanceof ApexSet) return `{${value.values().map(inner).join(', ')}}`;
  if (value instanceof ApexMap) return `{${joinPairs(value.entries(), inner)}}`;
  if (value instanceof ApexSObject)
    return `${value.type}:{${joinPairs(recordPairs(value), inner)}}`;
  if (value instanceof ApexException) return exceptionText(value);
  return instanceText(value as ApexInstance, inner);
}

function joinPairs(
  pairs: readonly (readonly [unknown, unknown])[],
  inner: (value: unknown) => string
): string {
  return pairs.map(([name, value]) => `${inner(name)}=${inner(value)}`).join(', ');
}

function recordPairs(record: ApexSObject): [string, unknown][] {
  return [...Object.entries(record.fields), ...Object.entries(record.parents)];
}

function exceptionText(value: ApexException & ApexInstance): string {
  return value.$toString?.() ?? value.describe();
}

function instanceText(value: ApexInstance, inner: (value: unknown) => string): string {
  if (value.$toString !== undefined) return value.$toString() ?? 'null';
  const fields = value.$fields?.() ?? [];
  return `${value.$type}:[${joinPairs(fields, inner)}]`;
}
