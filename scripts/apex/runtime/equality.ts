import { bucketed, hasEquals, keyOf } from './keys.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { compareNumbers, isNumber } from './numbers.ts';
import { isScalar } from './scalar.ts';
import { ApexSet } from './set.ts';

/**
 * `left == right` for any two Apex values: text ignoring case, numbers by value across their types, collections and
 * records by content, objects by their `equals` or identity.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
 */
export function equals(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (typeof left === 'string' && typeof right === 'string') return equalStrings(left, right);
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  return equalKeys(left, right);
}

/** `==` of two strings or null: case does not matter. */
export function equalStrings(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || left.length !== right.length) return false;
  return left.toLowerCase() === right.toLowerCase();
}

/** `left === right`: the same object; values are compared exactly. */
export function identical(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || left === null || !isScalar(left)) return false;
  return keyOf(left) === keyOf(right);
}

/** Equality of collection elements and map keys: as `==`, but text with its case and numbers with their type. */
export function equalKeys(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (hasEquals(left)) return left.$equals(right);
  const key = keyOf(left);
  if (key !== bucketed) return key === keyOf(right);
  return equalContents(left, right);
}

function equalContents(left: unknown, right: unknown): boolean {
  if (left instanceof ApexList) return right instanceof ApexList && equalItems(left, right);
  if (left instanceof ApexSet) return right instanceof ApexSet && equalSets(left, right);
  if (left instanceof ApexMap) return right instanceof ApexMap && equalMaps(left, right);
  return false;
}

function equalItems({ items }: ApexList, { items: others }: ApexList): boolean {
  return (
    items.length === others.length && items.every((item, index) => equalKeys(item, others[index]))
  );
}

function equalSets(left: ApexSet, right: ApexSet): boolean {
  return left.size === right.size && left.values().every((item) => right.has(item));
}

function equalMaps(left: ApexMap, right: ApexMap): boolean {
  if (left.size !== right.size) return false;
  return left.entries().every(([key, value]) => right.has(key) && equalKeys(value, right.get(key)));
}

/** `hashCode` of any value: equal values have equal codes; a 32-bit Integer. */
export function hashCode(value: unknown): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value | 0;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'string') return hashText(value);
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  return hashObject(value);
}

function hashObject(value: unknown): number {
  if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) {
    return hashItems(value instanceof ApexList ? value.items : [value.size]);
  }
  const key = keyOf(value);
  if (typeof key === 'string') return hashText(key);
  const instance = value as { $hashCode?(): number; $type?: string };
  return instance.$hashCode === undefined ? hashText(instance.$type ?? '') : instance.$hashCode();
}

function hashItems(items: readonly unknown[]): number {
  return items.reduce((sum: number, item) => (Math.imul(31, sum) + hashCode(item)) | 0, 1);
}

/** `String.hashCode` of Java. */
export function hashText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  }
  return hash;
}
