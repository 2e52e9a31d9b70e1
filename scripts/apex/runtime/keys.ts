import { ApexException } from './exception.ts';
import { withinHeap } from './heap.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import type { ApexInstance } from './object.ts';
import { isScalar } from './scalar.ts';
import { ApexSet } from './set.ts';
import { ApexSObject } from './sobject.ts';

/** `keyOf` of a value that is compared by calling its own `equals`. */
export const bucketed: unique symbol = Symbol('bucketed');

/** No text of a user begins like this: a lone surrogate. */
const mark = '\uDFFF';

/**
 * A JavaScript Map key under which an Apex value is stored: equal values have the same key. Objects with their own
 * `equals` give `bucketed`, objects without it are their own key.
 */
export function keyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof ApexSObject) return sObjectKey(value);
  if (value instanceof ApexList) return collectionKey('L', value.items);
  if (value instanceof ApexSet) return collectionKey('S', value.values(), true);
  if (value instanceof ApexMap) return collectionKey('M', value.entries().map(pairKey), true);
  return isScalar(value) ? mark + value.toKey() : instanceKey(value);
}

/** An object that has `equals` but no `hashCode` is found by identity, as its hash codes differ. */
function instanceKey(value: object): unknown {
  if (value instanceof ApexException || !hasEquals(value)) return value;
  return value.$hashCode === undefined ? value : bucketed;
}

/** Has the object a class of the project behind it that declares `equals`? */
export function hasEquals(
  value: unknown
): value is ApexInstance & Required<Pick<ApexInstance, '$equals'>> {
  return typeof (value as ApexInstance | null)?.$equals === 'function';
}

function sObjectKey(record: ApexSObject): unknown {
  const parts = record
    .setFields()
    .sort()
    .flatMap((name) => [name, record.fields[name]]);
  return collectionKey(`R${record.type}`, parts);
}

function collectionKey(kind: string, items: readonly unknown[], unordered = false): unknown {
  const keys = items.map(keyOf);
  if (keys.some(needsEquals)) return bucketed;
  const parts = keys.map((key) => `${typeof key}${String(key).length}:${String(key)}`);
  return withinHeap(`${mark}${kind}${(unordered ? parts.sort() : parts).join(',')}`);
}

function needsEquals(key: unknown): boolean {
  return key === bucketed || (typeof key === 'object' && key !== null);
}

/** An entry of a map as a list of two, which has a key of its own. */
function pairKey(pair: [key: unknown, value: unknown]): ApexList {
  return new ApexList('Object', pair);
}
