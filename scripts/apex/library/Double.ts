import type { ApexContext } from '../platform/index.ts';
import {
  ApexDouble,
  doubleText,
  isNumber,
  parseDouble,
  toDouble,
  toInteger,
  toLong,
  typeException
} from '../runtime/index.ts';
import { primitiveMethod as method, primitiveStatics as statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';
import { formatNumber } from './numberFormat.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_double.htm */
export const doubleType: NativeType = nativeClass('Double', {
  'static Double valueOf(String text)': statics(parseDouble),
  'static Double valueOf(Object value)': statics(doubleOf),
  'String format()': (context: ApexContext, self: ApexDouble) => formatNumber(context, self),
  'Integer intValue()': method((self: ApexDouble) => toInteger(self)),
  'Long longValue()': method((self: ApexDouble) => toLong(self)),
  'Double doubleValue()': method((self: ApexDouble) => self),
  'Long round()': method((self: ApexDouble) =>
    toLong(new ApexDouble(Math.floor(self.value + 0.5)))
  ),
  'String toString()': method((self: ApexDouble) => doubleText(self.value))
});

function doubleOf(value: unknown): ApexDouble {
  if (isNumber(value)) return toDouble(value);
  if (typeof value === 'string') return parseDouble(value);
  throw typeException('Invalid double');
}
