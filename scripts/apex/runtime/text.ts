import { ApexBlob } from './blob.ts';
import { ApexDate, ApexDatetime, ApexTime } from './date.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { ApexEnumValue } from './enum.ts';
import { ApexException } from './exception.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import type { ApexInstance } from './object.ts';
import { ApexSet } from './set.ts';
import { ApexSObject } from './sobject.ts';
import { ApexType } from './type.ts';

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
  return scalarText(value) ?? structureText(value, outer);
}

function scalarText(value: object): string | undefined {
  if (value instanceof ApexDecimal) return value.toPlain();
  if (value instanceof ApexDouble) return doubleText(value.value);
  if (value instanceof ApexDate) return `${value.toIso()} 00:00:00`;
  if (value instanceof ApexDatetime) return value.toIso().replace('T', ' ').slice(0, 19);
  if (value instanceof ApexTime) return value.toIso();
  if (value instanceof ApexEnumValue || value instanceof ApexType) return value.name;
  if (value instanceof ApexBlob) return `Blob[${value.bytes.length}]`;
  return undefined;
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

/** As Java prints a double: `3.0`, `1.0E10`, `1.0E-5`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) return exponentText(value);
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}

function exponentText(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
