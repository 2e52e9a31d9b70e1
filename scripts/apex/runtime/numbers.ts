import { ApexDecimal } from './decimal.ts';
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  negateDecimal,
  subtractDecimals
} from './decimalArithmetic.ts';
import { ApexDouble } from './double.ts';
import { mathException, nullPointer, typeException } from './exception.ts';

/** Any Apex number: Integer, Long, Decimal, Double. */
export type ApexNumber = number | bigint | ApexDecimal | ApexDouble;

/** The four number types in order of widening. */
export type NumberKind = 'Integer' | 'Long' | 'Double' | 'Decimal';

export function isNumber(value: unknown): value is ApexNumber {
  if (typeof value === 'number' || typeof value === 'bigint') return true;
  return value instanceof ApexDecimal || value instanceof ApexDouble;
}

export function numberKind(value: ApexNumber): NumberKind {
  if (typeof value === 'number') return 'Integer';
  if (typeof value === 'bigint') return 'Long';
  return value instanceof ApexDouble ? 'Double' : 'Decimal';
}

/* Integers: compiled code checks operands for null. */

export function addIntegers(left: number, right: number): number {
  return (left + right) | 0;
}

export function subtractIntegers(left: number, right: number): number {
  return (left - right) | 0;
}

export function multiplyIntegers(left: number, right: number): number {
  return Math.imul(left, right);
}

/** @throws ApexException `System.MathException: Divide by 0` */
export function divideIntegers(left: number, right: number): number {
  if (right === 0) throw mathException('Divide by 0');
  return (left / right) | 0;
}

/* Longs wrap at 64 bits. */

export function addLongs(left: bigint, right: bigint): bigint {
  return BigInt.asIntN(64, left + right);
}

export function subtractLongs(left: bigint, right: bigint): bigint {
  return BigInt.asIntN(64, left - right);
}

export function multiplyLongs(left: bigint, right: bigint): bigint {
  return BigInt.asIntN(64, left * right);
}

/** @throws ApexException `System.MathException: Divide by 0` */
export function divideLongs(left: bigint, right: bigint): bigint {
  if (right === 0n) throw mathException('Divide by 0');
  return BigInt.asIntN(64, left / right);
}

/* Doubles. */

export function addDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value + right.value);
}

export function subtractDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value - right.value);
}

export function multiplyDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value * right.value);
}

/** @throws ApexException `System.MathException: Divide by 0` */
export function divideDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  if (right.value === 0) throw mathException('Divide by 0');
  return new ApexDouble(left.value / right.value);
}

export type ArithmeticOperator = '+' | '-' | '*' | '/';

/** Arithmetic on two numbers of the same type, for where the type is not known when compiling. */
export function calculate(
  operator: ArithmeticOperator,
  left: ApexNumber,
  right: ApexNumber
): ApexNumber {
  const kind = widerKind(numberKind(left), numberKind(right));
  const operators = table[kind];
  return operators[operator](
    convertNumber(left, kind) as never,
    convertNumber(right, kind) as never
  );
}

type Operators = Readonly<Record<ArithmeticOperator, (left: never, right: never) => ApexNumber>>;

const table: Readonly<Record<NumberKind, Operators>> = {
  Integer: { '+': addIntegers, '-': subtractIntegers, '*': multiplyIntegers, '/': divideIntegers },
  Long: { '+': addLongs, '-': subtractLongs, '*': multiplyLongs, '/': divideLongs },
  Double: { '+': addDoubles, '-': subtractDoubles, '*': multiplyDoubles, '/': divideDoubles },
  Decimal: { '+': addDecimals, '-': subtractDecimals, '*': multiplyDecimals, '/': divideDecimals }
};

const widening: readonly NumberKind[] = ['Integer', 'Long', 'Double', 'Decimal'];

/** The type of a result of both. */
export function widerKind(left: NumberKind, right: NumberKind): NumberKind {
  return widening.indexOf(left) >= widening.indexOf(right) ? left : right;
}

/** `-value` */
export function negate(value: ApexNumber): ApexNumber {
  if (typeof value === 'number') return (0 - value) | 0;
  if (typeof value === 'bigint') return BigInt.asIntN(64, -value);
  if (value instanceof ApexDouble) return new ApexDouble(-value.value);
  return negateDecimal(value);
}

/** Converts a number to another type, widening or by cast; narrowing cuts off as in Java. */
export function convertNumber(value: ApexNumber, kind: NumberKind): ApexNumber {
  if (kind === 'Integer') return toInteger(value);
  if (kind === 'Long') return toLong(value);
  return kind === 'Double' ? toDouble(value) : toDecimal(value);
}

export function toInteger(value: ApexNumber): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (value instanceof ApexDouble) return clamp(value.value, -2147483648, 2147483647);
  return Number(BigInt.asIntN(32, truncate(value)));
}

export function toLong(value: ApexNumber): bigint {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value === 'bigint') return value;
  if (value instanceof ApexDouble) return doubleToLong(value.value);
  return BigInt.asIntN(64, truncate(value));
}

export function toDouble(value: ApexNumber): ApexDouble {
  if (value instanceof ApexDouble) return value;
  return new ApexDouble(value instanceof ApexDecimal ? value.toNumber() : Number(value));
}

export function toDecimal(value: ApexNumber): ApexDecimal {
  if (typeof value === 'number') return ApexDecimal.fromInteger(value);
  if (typeof value === 'bigint') return ApexDecimal.fromLong(value);
  return value instanceof ApexDouble ? ApexDecimal.fromDouble(value.value) : value;
}

function truncate(value: ApexDecimal): bigint {
  const { unscaled, scale } = value;
  return scale >= 0 ? unscaled / 10n ** BigInt(scale) : unscaled * 10n ** BigInt(-scale);
}

function clamp(value: number, minimum: number, maximum: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.trunc(Math.min(Math.max(value, minimum), maximum));
}

function doubleToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}

/** -1, 0 or 1, across number types, by value. */
export function compareNumbers(left: ApexNumber, right: ApexNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return Math.sign(left - right);
  const kind = widerKind(numberKind(left), numberKind(right));
  if (kind === 'Decimal') return compareDecimals(toDecimal(left), toDecimal(right));
  const a = kind === 'Double' ? toDouble(left).value : toLong(left);
  const b = kind === 'Double' ? toDouble(right).value : toLong(right);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The operand, or a NullPointerException. */
export function present<T>(value: T | null): T {
  if (value === null) throw nullPointer();
  return value;
}

/** @throws ApexException `System.TypeException: Invalid integer: …` */
export function parseInteger(text: string): number {
  const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (value >= -2147483648 && value <= 2147483647) return value;
  throw typeException(`Invalid integer: ${text}`);
}

/** @throws ApexException `System.TypeException: Invalid long: …` */
export function parseLong(text: string): bigint {
  if (/^[+-]?\d{1,19}$/.test(text.trim())) {
    const value = BigInt(text.trim().replace('+', ''));
    if (value === BigInt.asIntN(64, value)) return value;
  }
  throw typeException(`Invalid long: ${text}`);
}

/** @throws ApexException `System.TypeException: Invalid double: …` */
export function parseDouble(text: string): ApexDouble {
  if (/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?\s*$/.test(text)) {
    return new ApexDouble(Number.parseFloat(text));
  }
  throw typeException(`Invalid double: ${text}`);
}
