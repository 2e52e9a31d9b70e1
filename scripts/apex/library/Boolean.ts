import { typeException } from '../runtime/index.ts';
import { method, statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_boolean.htm */
export const booleanType: NativeType = nativeClass('Boolean', {
  'static Boolean valueOf(String text)': statics((text: string) => text.toLowerCase() === 'true'),
  'static Boolean valueOf(Object value)': statics((value: unknown) => {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    throw typeException('Invalid boolean');
  }),
  'String toString()': method((self: boolean) => String(self))
});
