import { ApexException } from './exception.ts';
import { withinHeap } from './heap.ts';
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
  if (value instanceof ApexList) return `(${joinFirst(value.items, inner)})`;
  if (value instanceof ApexSet) return `{${joinFirst(value.values(), inner)}}`;
  if (value instanceof ApexMap)
    return `{${joinFirst(value.entries(), (entry) => pair(entry, inner))}}`;
  if (value instanceof ApexSObject) return `${value.type}:{${pairs(recordPairs(value), inner)}}`;
  if (value instanceof ApexException) return exceptionText(value);
  return instanceText(value as ApexInstance, inner);
}

/** How many elements of a collection are printed. */
const shownElements = 10;

function joinFirst<T>(items: readonly T[], print: (item: T) => string): string {
  const shown = items.slice(0, shownElements).map(print);
  return withinHeap((items.length > shownElements ? [...shown, '...'] : shown).join(', '));
}

type Pair = readonly [name: unknown, value: unknown];

function pair([name, value]: Pair, inner: (value: unknown) => string): string {
  return `${inner(name)}=${inner(value)}`;
}

function pairs(all: readonly Pair[], inner: (value: unknown) => string): string {
  return withinHeap(all.map((one) => pair(one, inner)).join(', '));
}

function recordPairs(record: ApexSObject): Pair[] {
  return [...Object.entries(record.fields), ...Object.entries(record.parents)];
}

function exceptionText(value: ApexException & ApexInstance): string {
  return value.$toString?.() ?? value.describe();
}

function instanceText(value: ApexInstance, inner: (value: unknown) => string): string {
  if (value.$toString !== undefined) return value.$toString() ?? 'null';
  // An inner class prints without the name of its outer class.
  const name = value.$type.slice(value.$type.lastIndexOf('.') + 1);
  return `${name}:[${pairs(value.$fields?.() ?? [], inner)}]`;
}
