import type { ApexScalar } from './scalar.ts';

/** A `Double`: 64-bit floating point. Wrapped, since a bare JavaScript number is an Integer. */
export class ApexDouble implements ApexScalar {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  toKey(): string {
    return `d${this.value}`;
  }

  toText(): string {
    return doubleText(this.value);
  }
}

/** As Java prints a double: `3.0`, `1.0E10`, `1.0E-5`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) return exponentText(value);
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}

function exponentText(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
