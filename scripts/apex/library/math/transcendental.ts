import { ApexDecimal, ApexDouble, mathException } from '../../runtime/index.ts';
import { primitiveStatics as statics } from '../arguments.ts';
import type { NativeMembers } from '../native.ts';

/** Functions of one number that exist for Decimal and for Double, both by way of a double. */
const functions: Readonly<Record<string, (value: number) => number>> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh
};

export const transcendentalMembers: NativeMembers = {
  ...Object.fromEntries(
    Object.entries(functions).flatMap(([name, compute]) => [
      [`static Decimal ${name}(Decimal value)`, statics(onDecimal(compute))],
      [
        `static Double ${name}(Double value)`,
        statics((value: ApexDouble) => new ApexDouble(compute(value.value)))
      ]
    ])
  ),
  'static Decimal atan2(Decimal x, Decimal y)': statics((x: ApexDecimal, y: ApexDecimal) =>
    toDecimal(Math.atan2(x.toNumber(), y.toNumber()))
  ),
  'static Double atan2(Double x, Double y)': statics(
    (x: ApexDouble, y: ApexDouble) => new ApexDouble(Math.atan2(x.value, y.value))
  ),
  'static Double pow(Double base, Double exponent)': statics(
    (base: ApexDouble, exponent: ApexDouble) => new ApexDouble(Math.pow(base.value, exponent.value))
  )
};

function onDecimal(compute: (value: number) => number): (value: ApexDecimal) => ApexDecimal {
  return (value) => toDecimal(compute(value.toNumber()));
}

function toDecimal(value: number): ApexDecimal {
  if (!Number.isFinite(value)) throw mathException('Result is not a number');
  return ApexDecimal.fromDouble(value);
}
