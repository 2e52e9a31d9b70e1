import type { ApexContext } from '../platform/index.ts';
import {
  ApexIterator,
  ApexList,
  equalKeys,
  equals,
  hashCode,
  makeList,
  nullPointer,
  textOf
} from '../runtime/index.ts';
import type { ApexSet } from '../runtime/index.ts';
import { lenient } from './arguments.ts';
import { deepCopy } from './collection/copy.ts';
import { sortNaturally, sortWith } from './collection/sort.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeType } from './native.ts';

/** Compiled code knows the element type and calls `makeList` itself. */
const create: NativeFunction = lenient((source?: unknown) => makeList('Object', source));

const addAll = (_context: ApexContext, self: ApexList, other: ApexList | ApexSet | null): void => {
  if (other === null) throw nullPointer();
  self.addAll(other);
};

const deepClone = (_context: ApexContext, self: ApexList, ...flags: boolean[]): ApexList =>
  new ApexList(
    self.elementType,
    self.items.map((item) => deepCopy(item, flags))
  );

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_list.htm */
export const listType: NativeType = nativeClass(
  'List<T>',
  {
    'new()': create,
    'new(Integer size)': create,
    'new(List<T> source)': create,
    'new(Set<T> source)': create,
    'void add(T element)': (_context: ApexContext, self: ApexList, element: unknown) =>
      self.add(element),
    'void add(Integer index, T element)': (
      _context: ApexContext,
      self: ApexList,
      ...[index, element]: [number, unknown]
    ) => self.insert(index, element),
    'void addAll(List<T> elements)': addAll,
    'void addAll(Set<T> elements)': addAll,
    'void clear()': (_context: ApexContext, self: ApexList) => self.replace([]),
    'List<T> clone()': (_context: ApexContext, self: ApexList) =>
      new ApexList(self.elementType, [...self.items]),
    'Boolean contains(T element)': (_context: ApexContext, self: ApexList, element: unknown) =>
      indexOf(self, element) >= 0,
    'List<T> deepClone()': deepClone,
    'List<T> deepClone(Boolean preserveId)': deepClone,
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': deepClone,
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
      deepClone,
    'Boolean equals(Object other)': lenient(equals),
    'T get(Integer index)': (_context: ApexContext, self: ApexList, index: number) =>
      self.get(index),
    'Integer hashCode()': lenient(hashCode),
    'Integer indexOf(T element)': (_context: ApexContext, self: ApexList, element: unknown) =>
      indexOf(self, element),
    'Boolean isEmpty()': (_context: ApexContext, self: ApexList) => self.items.length === 0,
    'Iterator<T> iterator()': (_context: ApexContext, self: ApexList) =>
      new ApexIterator(self.elementType, self.items),
    'T remove(Integer index)': (_context: ApexContext, self: ApexList, index: number) =>
      self.remove(index),
    'void set(Integer index, T element)': (
      _context: ApexContext,
      self: ApexList,
      ...[index, element]: [number, unknown]
    ) => self.set(index, element),
    'Integer size()': (_context: ApexContext, self: ApexList) => self.items.length,
    'void sort()': (context: ApexContext, self: ApexList) =>
      self.replace(sortNaturally(context, self.items)),
    'void sort(Comparator<T> comparator)': (
      context: ApexContext,
      self: ApexList,
      comparator: unknown
    ) => {
      if (comparator === null) throw nullPointer();
      self.replace(sortWith(context, self.items, comparator));
    },
    'String toString()': lenient((self: ApexList) => textOf(self))
  },
  { interfaces: ['Iterable<T>'] }
);

function indexOf(list: ApexList, element: unknown): number {
  return list.items.findIndex((item) => equalKeys(item, element));
}
