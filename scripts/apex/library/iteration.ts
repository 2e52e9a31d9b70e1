import type { ApexContext } from '../platform/index.ts';
import {
  ApexException,
  ApexIterator,
  ApexList,
  ApexMap,
  ApexSet,
  nullPointer
} from '../runtime/index.ts';

/**
 * The elements of a list, a set, an iterator or an object of the project that is `Iterable`.
 * @throws ApexException when the value cannot be iterated
 */
export function elementsOf(context: ApexContext, value: unknown): Iterable<unknown> {
  if (value === null) throw nullPointer();
  if (value instanceof ApexList || value instanceof ApexSet) return value;
  if (value instanceof ApexIterator) return drain(context, value);
  if (context.program.hasMethod(value, 'iterator', 0)) {
    return drain(context, context.program.invoke(value, 'iterator', []));
  }
  throw notIterable(value);
}

function notIterable(value: unknown): ApexException {
  const kind = value instanceof ApexMap ? 'Map' : typeof value;
  return new ApexException('System.TypeException', `Type cannot be iterated: ${kind}`);
}

function* drain(context: ApexContext, iterator: unknown): Generator {
  if (iterator === null) throw nullPointer();
  while (callNext(context, iterator, 'hasNext') === true) {
    yield callNext(context, iterator, 'next');
  }
}

/** Calls a method of a native iterator or of one of the project's. */
export function callNext(
  context: ApexContext,
  iterator: unknown,
  name: 'hasNext' | 'next'
): unknown {
  if (iterator instanceof ApexIterator) return iterator[name]();
  return context.program.invoke(iterator, name, []);
}
