import type { ApexContext } from '../platform/index.ts';
import { isNumber, parseInteger, toInteger, typeException } from '../runtime/index.ts';
import { primitiveMethod as method, primitiveStatics as statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';
import { formatNumber } from './numberFormat.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_integer.htm */
export const integerType: NativeType = nativeClass('Integer', {
  'static Integer MAX_VALUE': () => 2147483647,
  'static Integer MIN_VALUE': () => -2147483648,
  'static Integer valueOf(String text)': statics(parseInteger),
  'static Integer valueOf(Object value)': statics(integerOf),
  'String format()': (context: ApexContext, self: number) => formatNumber(context, self),
  'Integer intValue()': method((self: number) => self),
  'Long longValue()': method((self: number) => BigInt(self)),
  'String toString()': method((self: number) => String(self))
});

function integerOf(value: unknown): number {
  if (isNumber(value)) return toInteger(value);
  if (typeof value === 'string') return parseInteger(value);
  throw typeException('Invalid integer');
}
