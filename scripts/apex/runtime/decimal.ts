import { mathException, typeException } from './exception.ts';
import type { ApexScalar } from './scalar.ts';

const decimalPattern = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Powers of ten as numbers, while they are exact and fit. */
const smallPowers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** 10 to the power of `exponent`, which is not negative. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/**
 * A `Decimal`: `unscaled × 10^-scale`. The unscaled value is kept as a JavaScript number while that is exact, since
 * BigInt costs an allocation for each operation.
 */
export class ApexDecimal implements ApexScalar {
  /** The unscaled value: always a number when it is a safe integer, else a bigint. */
  readonly mantissa: number | bigint;
  /** Digits after the decimal point; negative for 1E+3. */
  readonly scale: number;

  /** `mantissa` must be a number exactly when it is a safe integer; use `ApexDecimal.of` where that is not known. */
  constructor(mantissa: number | bigint, scale: number) {
    this.mantissa = mantissa;
    this.scale = scale;
  }

  static of(unscaled: bigint | number, scale: number): ApexDecimal {
    return new ApexDecimal(typeof unscaled === 'bigint' ? normalize(unscaled) : unscaled, scale);
  }

  /**
   * The number that a text shows; the scale is the number of digits after its point.
   * @throws ApexException `System.TypeException: Invalid decimal: …`
   */
  static parse(text: string): ApexDecimal {
    const match = decimalPattern.exec(text.trim());
    if (match === null) throw typeException(`Invalid decimal: ${text}`);
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
    const digits = whole + fraction;
    const unscaled = readDigits(digits);
    return ApexDecimal.of(
      sign === '-' ? negate(unscaled) : unscaled,
      fraction.length - Number(exponent)
    );
  }

  static fromInteger(value: number): ApexDecimal {
    return new ApexDecimal(value, 0);
  }

  static fromLong(value: bigint): ApexDecimal {
    return ApexDecimal.of(value, 0);
  }

  /** As `Decimal.valueOf(Double)`: by the text of the double, `3.0` keeps its scale of 1. */
  static fromDouble(value: number): ApexDecimal {
    const text = String(value);
    return ApexDecimal.parse(/[.e]/.test(text) ? text : `${text}.0`);
  }

  toKey(): string {
    return `n${this.stripTrailingZeros().toScientific()}`;
  }

  toText(): string {
    return this.toScientific();
  }

  get unscaled(): bigint {
    return typeof this.mantissa === 'bigint' ? this.mantissa : BigInt(this.mantissa);
  }

  /** All digits of the unscaled value. */
  get precision(): number {
    const digits = String(this.mantissa);
    return digits.startsWith('-') ? digits.length - 1 : digits.length;
  }

  /** -1, 0 or 1. */
  get sign(): number {
    if (this.mantissa > 0) return 1;
    return this.mantissa < 0 ? -1 : 0;
  }

  toNumber(): number {
    return Number(`${this.mantissa}e${-this.scale}`);
  }

  /** `1000`, never with an exponent. */
  toPlain(): string {
    const sign = this.mantissa < 0 ? '-' : '';
    const digits = String(this.mantissa).replace('-', '');
    if (this.scale <= 0) return sign + (digits === '0' ? '0' : digits + '0'.repeat(-this.scale));
    const padded = digits.padStart(this.scale + 1, '0');
    const point = padded.length - this.scale;
    return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
  }

  /** As `toString` of Java's BigDecimal: an exponent when the scale is negative or there are many leading zeros. */
  toScientific(): string {
    const digits = String(this.mantissa).replace('-', '');
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) return this.toPlain();
    const sign = this.mantissa < 0 ? '-' : '';
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits.charAt(0)}${fraction}E${exponent < 0 ? '' : '+'}${exponent}`;
  }

  stripTrailingZeros(): ApexDecimal {
    if (this.sign === 0) return new ApexDecimal(0, 0);
    const digits = String(this.mantissa);
    const zeros = digits.length - digits.replace(/0+$/, '').length;
    if (zeros === 0) return this;
    return ApexDecimal.of(this.unscaled / powerOfTen(zeros), this.scale - zeros);
  }
}

/** More digits than any honest number has; multiplying ever larger ones must come to an end. */
const largest = 10n ** 20_000n;

/** A safe integer as a number, anything larger as it is. */
function normalize(value: bigint): number | bigint {
  if (value >= -9007199254740991n && value <= 9007199254740991n) return Number(value);
  if (value < largest && value > -largest) return value;
  throw mathException('Decimal overflow');
}

function readDigits(digits: string): number | bigint {
  if (digits.length <= 15) return Number(digits);
  if (digits.length > 20_000) throw typeException('Invalid decimal: too many digits');
  return BigInt(digits);
}

function negate(value: number | bigint): number | bigint {
  return typeof value === 'bigint' ? -value : 0 - value;
}

/** 10 to the power of `exponent` as a number; undefined where it is not exact. */
export function smallPower(exponent: number): number | undefined {
  return smallPowers[exponent];
}

/** `mantissa × 10^digits` as a safe number; undefined when it is none. `digits` is not negative. */
export function scaleUpSmall(mantissa: number, digits: number): number | undefined {
  const power = smallPowers[digits];
  if (power === undefined) return undefined;
  const product = mantissa * power;
  return Number.isSafeInteger(product) ? product : undefined;
}
