import type { ApexContext } from '../platform/index.ts';
import { nullArgument, nullPrimitive } from '../runtime/index.ts';
import type { NativeFunction } from './native.ts';

/** What stands in a table without the context: `(self, ...arguments)` or `(...arguments)`. */
type Body = (...values: never[]) => unknown;

/** An instance method that needs no context and whose arguments may not be null. */
export function method(body: Body): NativeFunction {
  return (_context: ApexContext, ...values: never[]) => {
    const position = values.indexOf(null as never, 1);
    if (position > 0) throw nullArgument(position);
    return body(...values);
  };
}

/** A static method or constructor that needs no context and whose arguments may not be null. */
export function statics(body: Body): NativeFunction {
  return (_context: ApexContext, ...values: never[]) => {
    const position = values.indexOf(null as never);
    if (position >= 0) throw nullArgument(position + 1);
    return body(...values);
  };
}

/** As `method`, of types whose messages do not tell which argument is null: numbers, dates. */
export function primitiveMethod(body: Body): NativeFunction {
  return (_context: ApexContext, ...values: never[]) => {
    refuseNull(values);
    return body(...values);
  };
}

/** As `statics`, of types whose messages do not tell which argument is null. */
export const primitiveStatics = primitiveMethod;

/** @throws ApexException `System.NullPointerException: Argument cannot be null.` */
export function refuseNull(values: readonly unknown[]): void {
  if (values.includes(null)) throw nullPrimitive();
}

/** A method that needs no context and looks after null itself. */
export function lenient(body: Body): NativeFunction {
  return (_context: ApexContext, ...values: never[]) => body(...values);
}
