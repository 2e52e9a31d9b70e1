import type { ApexContext } from '../platform/index.ts';
import { nullArgument } from '../runtime/index.ts';
import type { NativeFunction } from './native.ts';

/** What stands in a table without the context: `(self, ...arguments)` or `(...arguments)`. */
type Body = (...values: never[]) => unknown;

/** An instance method that needs no context and whose arguments may not be null. */
export function method(body: Body): NativeFunction {
  return (_context: ApexContext, ...values: never[]) => {
    refuseNull(values, 1);
    return body(...values);
  };
}

/** A static method or constructor that needs no context and whose arguments may not be null. */
export function statics(body: Body): NativeFunction {
  return (_context: ApexContext, ...values: never[]) => {
    refuseNull(values, 0);
    return body(...values);
  };
}

/** A method that needs no context and looks after null itself. */
export function lenient(body: Body): NativeFunction {
  return (_context: ApexContext, ...values: never[]) => body(...values);
}

function refuseNull(values: readonly unknown[], start: number): void {
  for (let index = start; index < values.length; index++) {
    if (values[index] === null) throw nullArgument(index - start + 1);
  }
}
