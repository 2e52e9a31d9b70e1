import { equals, hashCode, textOf } from '../runtime/index.ts';
import { lenient } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** What every value has. */
export const objectType: NativeType = nativeClass(
  'Object',
  {
    'Boolean equals(Object other)': lenient((self: unknown, other: unknown) => equals(self, other)),
    'Integer hashCode()': lenient((self: unknown) => hashCode(self)),
    'String toString()': lenient((self: unknown) => textOf(self))
  },
  { extensible: true }
);
