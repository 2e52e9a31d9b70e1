import type { ApexContext } from '../platform/index.ts';
import {
  ApexIterator,
  ApexSet,
  equals,
  hashCode,
  makeSet,
  nullPointer,
  textOf
} from '../runtime/index.ts';
import type { ApexList } from '../runtime/index.ts';
import { lenient } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeMembers, NativeType } from './native.ts';

type Elements = ApexList | ApexSet;

/** Compiled code knows the element type and calls `makeSet` itself. */
const create: NativeFunction = lenient((source?: unknown) => makeSet('Object', source));

/** The same method for a list and for a set. */
function both(
  head: string,
  run: (self: ApexSet, elements: readonly unknown[]) => boolean
): NativeMembers {
  const native = (_context: ApexContext, self: ApexSet, elements: Elements | null): boolean => {
    if (elements === null) throw nullPointer();
    return run(self, [...elements]);
  };
  return { [`${head}(List<T> elements)`]: native, [`${head}(Set<T> elements)`]: native };
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_set.htm */
export const setType: NativeType = nativeClass(
  'Set<T>',
  {
    'new()': create,
    'new(Integer capacity)': lenient(() => makeSet('Object')),
    'new(List<T> source)': create,
    'new(Set<T> source)': create,
    'Boolean add(T element)': (_context: ApexContext, self: ApexSet, element: unknown) =>
      self.add(element),
    ...both('Boolean addAll', (self, elements) => some(elements, (item) => self.add(item))),
    'void clear()': (_context: ApexContext, self: ApexSet) => self.store.clear(),
    'Set<T> clone()': (_context: ApexContext, self: ApexSet) =>
      new ApexSet(self.elementType, self.values()),
    'Boolean contains(T element)': (_context: ApexContext, self: ApexSet, element: unknown) =>
      self.has(element),
    ...both('Boolean containsAll', (self, elements) => elements.every((item) => self.has(item))),
    'Boolean equals(Object other)': lenient(equals),
    'Integer hashCode()': lenient(hashCode),
    'Boolean isEmpty()': (_context: ApexContext, self: ApexSet) => self.size === 0,
    'Iterator<T> iterator()': (_context: ApexContext, self: ApexSet) =>
      new ApexIterator(self.elementType, self.values()),
    'Boolean remove(T element)': (_context: ApexContext, self: ApexSet, element: unknown) =>
      self.remove(element),
    ...both('Boolean removeAll', (self, elements) => some(elements, (item) => self.remove(item))),
    ...both('Boolean retainAll', (self, elements) => {
      const kept = new ApexSet(self.elementType, elements);
      return some(self.values(), (item) => !kept.has(item) && self.remove(item));
    }),
    'Integer size()': (_context: ApexContext, self: ApexSet) => self.size,
    'String toString()': lenient((self: ApexSet) => textOf(self))
  },
  { interfaces: ['Iterable<T>'] }
);

/** Does it for all, and tells whether any made a change. */
function some(items: readonly unknown[], change: (item: unknown) => boolean): boolean {
  return items.map(change).includes(true);
}
