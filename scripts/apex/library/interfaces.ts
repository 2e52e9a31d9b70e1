import type { ApexContext } from '../platform/index.ts';
import { callNext } from './iteration.ts';
import { nativeInterface } from './native.ts';
import type { NativeType } from './native.ts';
import { ApexList, ApexSet, ApexIterator } from '../runtime/index.ts';

/**
 * Interfaces that classes of the project and values of the platform both implement. Their functions find out which of
 * the two they have, so that a call through the interface works for either.
 */
export const interfaceTypes: readonly NativeType[] = [
  {
    ...nativeInterface('Iterator<T>', []),
    members: {
      'Boolean hasNext()': (context: ApexContext, self: unknown) =>
        callNext(context, self, 'hasNext'),
      'T next()': (context: ApexContext, self: unknown) => callNext(context, self, 'next')
    }
  },
  { ...nativeInterface('Iterable<T>', []), members: { 'Iterator<T> iterator()': iterator } },
  nativeInterface('Comparable', ['Integer compareTo(Object other)']),
  {
    ...nativeInterface('Comparator<T>', []),
    members: {
      'Integer compare(T left, T right)': (
        context: ApexContext,
        self: unknown,
        ...pair: [unknown, unknown]
      ) => context.program.invoke(self, 'compare', pair)
    }
  },
  {
    ...nativeInterface('Callable', []),
    members: {
      'Object call(String action, Map<String, Object> arguments)': (
        context: ApexContext,
        self: unknown,
        ...values: [unknown, unknown]
      ) => context.program.invoke(self, 'call', values)
    }
  }
];

function iterator(context: ApexContext, self: unknown): unknown {
  if (self instanceof ApexList) return new ApexIterator(self.elementType, self.items);
  if (self instanceof ApexSet) return new ApexIterator(self.elementType, self.values());
  return context.program.invoke(self, 'iterator', []);
}
