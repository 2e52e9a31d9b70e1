import type { ApexContext } from '../platform/index.ts';
import {
  ApexDecimal,
  divideToScale,
  mathException,
  roundingModes,
  setScale,
  toDouble,
  toInteger,
  toLong
} from '../runtime/index.ts';
import type { ApexDouble, RoundingMode, ApexEnumValue } from '../runtime/index.ts';
import { primitiveMethod as method, primitiveStatics as statics } from './arguments.ts';
import { nativeClass, nativeEnum } from './native.ts';
import type { NativeType } from './native.ts';
import { formatNumber } from './numberFormat.ts';

export const roundingModeType: NativeType = nativeEnum('RoundingMode', [...roundingModes]);

/** Digits that a power may have. */
const maximumDigits = 20_000;
/** Scales go from -33 to 33. */
const maximumScale = 33;

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_decimal.htm */
export const decimalType: NativeType = nativeClass('Decimal', {
  'static Decimal valueOf(Double value)': statics((value: ApexDouble) =>
    ApexDecimal.fromDouble(value.value)
  ),
  'static Decimal valueOf(Long value)': statics(ApexDecimal.fromLong),
  'static Decimal valueOf(String text)': statics(ApexDecimal.parse),
  'Decimal abs()': method((self: ApexDecimal) =>
    self.sign < 0 ? ApexDecimal.of(-self.unscaled, self.scale) : self
  ),
  'Decimal divide(Decimal divisor, Integer scale)': method(
    (self: ApexDecimal, divisor: ApexDecimal, scale: number) =>
      divideToScale(self, divisor, { scale: checkScale(scale), mode: 'HALF_EVEN' })
  ),
  'Decimal divide(Decimal divisor, Integer scale, RoundingMode mode)': method(
    (self: ApexDecimal, divisor: ApexDecimal, ...[scale, mode]: [number, ApexEnumValue]) =>
      divideToScale(self, divisor, { scale: checkScale(scale), mode: modeOf(mode) })
  ),
  'Double doubleValue()': method((self: ApexDecimal) => toDouble(self)),
  'String format()': (context: ApexContext, self: ApexDecimal) => formatNumber(context, self),
  'Integer intValue()': method((self: ApexDecimal) => toInteger(self)),
  'Long longValue()': method((self: ApexDecimal) => toLong(self)),
  'Decimal pow(Integer exponent)': method(power),
  'Integer precision()': method((self: ApexDecimal) => self.precision),
  'Long round()': method((self: ApexDecimal) => toLong(setScale(self, 0, 'HALF_EVEN'))),
  'Long round(RoundingMode mode)': method((self: ApexDecimal, mode: ApexEnumValue) =>
    toLong(setScale(self, 0, modeOf(mode)))
  ),
  'Integer scale()': method((self: ApexDecimal) => self.scale),
  'Decimal setScale(Integer scale)': method((self: ApexDecimal, scale: number) =>
    setScale(self, checkScale(scale), 'HALF_EVEN')
  ),
  'Decimal setScale(Integer scale, RoundingMode mode)': method(
    (self: ApexDecimal, scale: number, mode: ApexEnumValue) =>
      setScale(self, checkScale(scale), modeOf(mode))
  ),
  'Decimal stripTrailingZeros()': method((self: ApexDecimal) => self.stripTrailingZeros()),
  'String toPlainString()': method((self: ApexDecimal) => self.toPlain()),
  'String toString()': method((self: ApexDecimal) => self.toScientific())
});

function checkScale(scale: number): number {
  if (Math.abs(scale) <= maximumScale) return scale;
  throw mathException(`Scale must be between -${maximumScale} and ${maximumScale}`);
}

/** The rounding mode that an enum value of Apex names. */
export function modeOf(mode: ApexEnumValue): RoundingMode {
  const found = roundingModes.find((name) => name === mode.name);
  if (found === undefined) throw mathException(`Invalid rounding mode: ${mode.name}`);
  return found;
}

function power(self: ApexDecimal, exponent: number): ApexDecimal {
  if (exponent < 0 || exponent > 32767 || self.precision * exponent > maximumDigits) {
    throw mathException('Invalid exponent');
  }
  return ApexDecimal.of(self.unscaled ** BigInt(exponent), self.scale * exponent);
}
