import { unreachable } from '../../shared/index.ts';
import { ApexDecimal, powerOfTen, scaleUpSmall } from './decimal.ts';
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
  const divisor = powerOfTen(value.scale - scale);
  return ApexDecimal.of(divideRounded(value.unscaled, divisor, mode), scale);
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
  const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
  const twice = absolute(remainder) * 2n;
  const limit = absolute(divisor);
  const half = twice === limit ? 0 : twice < limit ? -1 : 1;
  return roundsAway(mode, { sign, half, odd: quotient % 2n !== 0n }) ? quotient + sign : quotient;
}

interface Remainder {
  readonly sign: bigint;
  /** Below (-1), at (0) or above (1) one half. */
  readonly half: number;
  readonly odd: boolean;
}

function roundsAway(mode: RoundingMode, { sign, half, odd }: Remainder): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return sign > 0n;
    case 'FLOOR':
      return sign < 0n;
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

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
