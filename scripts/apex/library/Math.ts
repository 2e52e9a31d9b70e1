import type { ApexContext } from '../platform/index.ts';
import {
  ApexDecimal,
  ApexDouble,
  compareDecimals,
  mathException,
  setScale,
  toInteger,
  toLong
} from '../runtime/index.ts';
import type { RoundingMode } from '../runtime/index.ts';
import { primitiveStatics as statics } from './arguments.ts';
import { transcendentalMembers } from './math/transcendental.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeMembers, NativeType } from './native.ts';

const whole = (mode: RoundingMode): NativeFunction =>
  statics((value: ApexDecimal) => setScale(value, 0, mode));

const onDouble = (compute: (value: number) => number): NativeFunction =>
  statics((value: ApexDouble) => new ApexDouble(compute(value.value)));

const pickDecimal = (sign: number): NativeFunction =>
  statics((left: ApexDecimal, right: ApexDecimal) =>
    compareDecimals(left, right) * sign >= 0 ? left : right
  );

const pickLong = (sign: bigint): NativeFunction =>
  statics((left: bigint, right: bigint) => ((left - right) * sign >= 0n ? left : right));

const pairOfDoubles = (compute: (left: number, right: number) => number): NativeFunction =>
  statics(
    (left: ApexDouble, right: ApexDouble) => new ApexDouble(compute(left.value, right.value))
  );

const comparing: NativeMembers = {
  'static Decimal abs(Decimal value)': statics((value: ApexDecimal) =>
    value.sign < 0 ? ApexDecimal.of(-value.unscaled, value.scale) : value
  ),
  'static Double abs(Double value)': onDouble(Math.abs),
  'static Integer abs(Integer value)': statics((value: number) => Math.abs(value) | 0),
  'static Long abs(Long value)': statics((value: bigint) =>
    BigInt.asIntN(64, value < 0n ? -value : value)
  ),
  'static Decimal max(Decimal left, Decimal right)': pickDecimal(1),
  'static Double max(Double left, Double right)': pairOfDoubles(Math.max),
  'static Integer max(Integer left, Integer right)': statics((left: number, right: number) =>
    Math.max(left, right)
  ),
  'static Long max(Long left, Long right)': pickLong(1n),
  'static Decimal min(Decimal left, Decimal right)': pickDecimal(-1),
  'static Double min(Double left, Double right)': pairOfDoubles(Math.min),
  'static Integer min(Integer left, Integer right)': statics((left: number, right: number) =>
    Math.min(left, right)
  ),
  'static Long min(Long left, Long right)': pickLong(-1n),
  'static Decimal signum(Decimal value)': statics((value: ApexDecimal) =>
    ApexDecimal.fromInteger(value.sign)
  ),
  'static Double signum(Double value)': onDouble(Math.sign)
};

const rounding: NativeMembers = {
  'static Decimal ceil(Decimal value)': whole('CEILING'),
  'static Double ceil(Double value)': onDouble(Math.ceil),
  'static Decimal floor(Decimal value)': whole('FLOOR'),
  'static Double floor(Double value)': onDouble(Math.floor),
  'static Decimal rint(Decimal value)': whole('HALF_EVEN'),
  'static Double rint(Double value)': onDouble(nearestEven),
  'static Integer round(Decimal value)': statics((value: ApexDecimal) =>
    toInteger(setScale(value, 0, 'HALF_EVEN'))
  ),
  'static Integer round(Double value)': statics((value: ApexDouble) => toInteger(halfUp(value))),
  'static Long roundToLong(Decimal value)': statics((value: ApexDecimal) =>
    toLong(setScale(value, 0, 'HALF_EVEN'))
  ),
  'static Long roundToLong(Double value)': statics((value: ApexDouble) => toLong(halfUp(value)))
};

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_math.htm */
export const mathType: NativeType = nativeClass('Math', {
  'static Double E': () => new ApexDouble(Math.E),
  'static Double PI': () => new ApexDouble(Math.PI),
  ...comparing,
  ...rounding,
  ...transcendentalMembers,
  'static Integer mod(Integer dividend, Integer divisor)': statics(
    (dividend: number, divisor: number) => {
      if (divisor === 0) throw mathException('Divide by 0');
      return (dividend % divisor) | 0;
    }
  ),
  'static Long mod(Long dividend, Long divisor)': statics((dividend: bigint, divisor: bigint) => {
    if (divisor === 0n) throw mathException('Divide by 0');
    return dividend % divisor;
  }),
  'static Double random()': (context: ApexContext) => new ApexDouble(context.random.next())
});

function halfUp({ value }: ApexDouble): ApexDouble {
  return new ApexDouble(Math.floor(value + 0.5));
}

function nearestEven(value: number): number {
  const floor = Math.floor(value);
  const fraction = value - floor;
  if (fraction !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
