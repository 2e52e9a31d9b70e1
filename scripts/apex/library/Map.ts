import type { ApexContext } from '../platform/index.ts';
import {
  ApexList,
  ApexMap,
  equals,
  hashCode,
  makeMap,
  nullPointer,
  putEntries,
  putRecords,
  textOf
} from '../runtime/index.ts';
import { lenient } from './arguments.ts';
import { deepCopy } from './collection/copy.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeType } from './native.ts';

/** Compiled code knows the types and calls `makeMap` itself. */
const create: NativeFunction = lenient((source?: unknown) => makeMap('Object', 'Object', source));

const deepClone = (_context: ApexContext, self: ApexMap, ...flags: boolean[]): ApexMap =>
  new ApexMap(
    self.keyType,
    self.valueType,
    self.entries().map(([key, value]) => [key, deepCopy(value, flags)])
  );

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_map.htm */
export const mapType: NativeType = nativeClass('Map<K, V>', {
  'new()': create,
  'new(Map<K, V> source)': create,
  'new(List<SObject> records)': create,
  'void clear()': (_context: ApexContext, self: ApexMap) => self.store.clear(),
  'Map<K, V> clone()': (_context: ApexContext, self: ApexMap) =>
    new ApexMap(self.keyType, self.valueType, self.entries()),
  'Boolean containsKey(K key)': (_context: ApexContext, self: ApexMap, key: unknown) =>
    self.has(key),
  'Map<K, V> deepClone()': deepClone,
  'Boolean equals(Object other)': lenient(equals),
  'V get(K key)': (_context: ApexContext, self: ApexMap, key: unknown) => self.get(key),
  'Integer hashCode()': lenient(hashCode),
  'Boolean isEmpty()': (_context: ApexContext, self: ApexMap) => self.size === 0,
  'Set<K> keySet()': (_context: ApexContext, self: ApexMap) => self.keySet(),
  'V put(K key, V value)': (
    _context: ApexContext,
    self: ApexMap,
    ...[key, value]: [unknown, unknown]
  ) => self.put(key, value),
  'void putAll(Map<K, V> source)': (
    _context: ApexContext,
    self: ApexMap,
    source: ApexMap | null
  ) => {
    if (source === null) throw nullPointer();
    putEntries(self, source);
  },
  'void putAll(List<SObject> records)': (
    _context: ApexContext,
    self: ApexMap,
    records: ApexList | null
  ) => {
    if (records === null) throw nullPointer();
    putRecords(self, records, { unique: false });
  },
  'V remove(K key)': (_context: ApexContext, self: ApexMap, key: unknown) => self.remove(key),
  'Integer size()': (_context: ApexContext, self: ApexMap) => self.size,
  'String toString()': lenient((self: ApexMap) => textOf(self)),
  'List<V> values()': (_context: ApexContext, self: ApexMap) =>
    new ApexList(self.valueType, self.values())
});
