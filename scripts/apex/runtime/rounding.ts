import { unreachable } from '../../shared/index.ts';
import { ApexDecimal, powerOfTen, scaleUpSmall, smallPower } from './decimal.ts';
import { mathException } from './exception.ts';

/** The values of `System.RoundingMode`. */
export const roundingModes = [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'UNNECESSARY'
] as const;

export type RoundingMode = (typeof roundingModes)[number];

/**
 * The same number with `scale` digits after the point.
 * @throws ApexException MathException when UNNECESSARY would have to round
 */
export function setScale(value: ApexDecimal, scale: number, mode: RoundingMode): ApexDecimal {
  if (scale === value.scale) return value;
  if (scale > value.scale) return scaleUp(value, scale);
  const digits = value.scale - scale;
  const power = smallPower(digits);
  if (typeof value.mantissa === 'number' && power !== undefined) {
    return new ApexDecimal(divideSmall(value.mantissa, power, mode), scale);
  }
  return ApexDecimal.of(divideRounded(value.unscaled, powerOfTen(digits), mode), scale);
}

/** `divideRounded` for numbers: the remainder of safe integers is exact, and so is what it leaves. */
function divideSmall(dividend: number, divisor: number, mode: RoundingMode): number {
  const remainder = dividend % divisor;
  const quotient = (dividend - remainder) / divisor;
  if (remainder === 0) return quotient;
  const sign = dividend < 0 ? -1 : 1;
  const half = Math.abs(remainder) - divisor / 2;
  return roundsAway(mode, sign, [half, quotient % 2 !== 0]) ? quotient + sign : quotient;
}

function scaleUp(value: ApexDecimal, scale: number): ApexDecimal {
  const digits = scale - value.scale;
  if (typeof value.mantissa === 'number') {
    const small = scaleUpSmall(value.mantissa, digits);
    if (small !== undefined) return new ApexDecimal(small, scale);
  }
  return ApexDecimal.of(value.unscaled * powerOfTen(digits), scale);
}

/** The quotient as a whole number, rounded by `mode`. `divisor` is not zero. */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const sign = dividend < 0n === divisor < 0n ? 1 : -1;
  const half = compare(absolute(remainder) * 2n, absolute(divisor));
  const away = roundsAway(mode, sign, [half, quotient % 2n !== 0n]);
  return away ? quotient + BigInt(sign) : quotient;
}

/** `half` is negative, 0 or positive as the remainder is below, at or above one half. */
function roundsAway(
  mode: RoundingMode,
  sign: number,
  [half, odd]: readonly [half: number, odd: boolean]
): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return sign > 0;
    case 'FLOOR':
      return sign < 0;
    case 'HALF_UP':
      return half >= 0;
    case 'HALF_DOWN':
      return half > 0;
    case 'HALF_EVEN':
      return half > 0 || (half === 0 && odd);
    case 'UNNECESSARY':
      throw mathException('Rounding necessary');
    default:
      return unreachable(mode);
  }
}

function compare(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
