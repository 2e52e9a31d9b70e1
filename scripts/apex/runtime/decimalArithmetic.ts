import { ApexDecimal, powerOfTen } from './decimal.ts';
import { mathException } from './exception.ts';
import { divideRounded, setScale } from './rounding.ts';
import type { RoundingMode } from './rounding.ts';

/** Significant digits of a quotient that does not end: 1/3 = 0.333333333333333333333333333333333. */
const quotientDigits = 33;

/** The scale of the result is the larger of the two. */
export function addDecimals(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  if (left.scale !== right.scale) return addAligned(left, right);
  const { mantissa: a } = left;
  const { mantissa: b } = right;
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return new ApexDecimal(sum, left.scale);
  }
  return ApexDecimal.of(left.unscaled + right.unscaled, left.scale);
}

export function subtractDecimals(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  return addDecimals(left, negateDecimal(right));
}

function addAligned(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  const scale = Math.max(left.scale, right.scale);
  return addDecimals(setScale(left, scale, 'UNNECESSARY'), setScale(right, scale, 'UNNECESSARY'));
}

/** The scale of the result is the sum of both. */
export function multiplyDecimals(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  const { mantissa: a } = left;
  const { mantissa: b } = right;
  const scale = left.scale + right.scale;
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return new ApexDecimal(product, scale);
  }
  return ApexDecimal.of(left.unscaled * right.unscaled, scale);
}

/**
 * The `/` operator: exact when the quotient ends, else with 33 significant digits, rounded half up.
 * @throws ApexException `System.MathException: Divide by 0`
 */
export function divideDecimals(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  if (right.sign === 0) throw mathException('Divide by 0');
  const preferred = left.scale - right.scale;
  if (left.sign === 0) return new ApexDecimal(0, Math.max(0, preferred));
  const scale = preferred + quotientDigits + right.precision - left.precision;
  const long = divideToScale(left, right, { scale, mode: 'DOWN' });
  // One digit too many comes of operands like 4/3, none too few.
  const exact = long.precision > quotientDigits ? scale - 1 : scale;
  const quotient = divideToScale(left, right, { scale: exact, mode: 'HALF_UP' });
  return stripTo(quotient, Math.max(0, preferred));
}

/** Without the zeros at the end that go beyond a scale. */
function stripTo(value: ApexDecimal, scale: number): ApexDecimal {
  const stripped = value.stripTrailingZeros();
  return stripped.scale < scale ? setScale(value, scale, 'HALF_UP') : stripped;
}

/** `left.divide(right, scale, mode)` */
export function divideToScale(
  left: ApexDecimal,
  right: ApexDecimal,
  { scale, mode }: { readonly scale: number; readonly mode: RoundingMode }
): ApexDecimal {
  if (right.sign === 0) throw mathException('Divide by 0');
  const shift = scale + right.scale - left.scale;
  const dividend = shift > 0 ? left.unscaled * powerOfTen(shift) : left.unscaled;
  const divisor = shift < 0 ? right.unscaled * powerOfTen(-shift) : right.unscaled;
  return ApexDecimal.of(divideRounded(dividend, divisor, mode), scale);
}

export function negateDecimal(value: ApexDecimal): ApexDecimal {
  const { mantissa, scale } = value;
  return new ApexDecimal(typeof mantissa === 'bigint' ? -mantissa : 0 - mantissa, scale);
}

/** -1, 0 or 1; by value, whatever the scales. */
export function compareDecimals(left: ApexDecimal, right: ApexDecimal): number {
  if (left.scale === right.scale) return compareMantissas(left.mantissa, right.mantissa);
  if (left.sign !== right.sign) return left.sign < right.sign ? -1 : 1;
  const scale = Math.max(left.scale, right.scale);
  const a = setScale(left, scale, 'UNNECESSARY');
  const b = setScale(right, scale, 'UNNECESSARY');
  return compareMantissas(a.mantissa, b.mantissa);
}

function compareMantissas(left: number | bigint, right: number | bigint): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}
