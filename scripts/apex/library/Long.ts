import type { ApexContext } from '../platform/index.ts';
import { parseLong, toInteger } from '../runtime/index.ts';
import { primitiveMethod as method, primitiveStatics as statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';
import { formatNumber } from './numberFormat.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_long.htm */
export const longType: NativeType = nativeClass('Long', {
  'static Long MAX_VALUE': () => 2n ** 63n - 1n,
  'static Long MIN_VALUE': () => -(2n ** 63n),
  'static Long valueOf(String text)': statics(parseLong),
  'String format()': (context: ApexContext, self: bigint) => formatNumber(context, self),
  'Integer intValue()': method((self: bigint) => toInteger(self)),
  'Long longValue()': method((self: bigint) => self),
  'String toString()': method((self: bigint) => String(self))
});
