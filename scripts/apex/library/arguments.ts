import type { ApexContext } from '../platform/index.ts';
import { nullArgument } from '../runtime/index.ts';
import type { NativeFunction } from './native.ts';

/** An instance method that needs no context and whose arguments may not be null. */
export function method<S, A extends unknown[]>(
  body: (self: S, ...values: A) => unknown
): NativeFunction {
  const call = body as (...values: never[]) => unknown;
  return (_context: ApexContext, ...values: never[]) => {
    refuseNull(values, 1);
    return call(...values);
  };
}

/** A static method or constructor that needs no context and whose arguments may not be null. */
export function statics<A extends unknown[]>(body: (...values: A) => unknown): NativeFunction {
  const call = body as (...values: never[]) => unknown;
  return (_context: ApexContext, ...values: never[]) => {
    refuseNull(values, 0);
    return call(...values);
  };
}

/** A method that needs no context and looks after null itself. */
export function lenient<A extends unknown[]>(body: (...values: A) => unknown): NativeFunction {
  const call = body as (...values: never[]) => unknown;
  return (_context: ApexContext, ...values: never[]) => call(...values);
}

function refuseNull(values: readonly unknown[], start: number): void {
  for (let index = start; index < values.length; index++) {
    if (values[index] === null) throw nullArgument(index - start + 1);
  }
}
