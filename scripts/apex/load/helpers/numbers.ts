import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexTime,
  mathException,
  nullArgument,
  orders
} from '../../runtime/index.ts';
import type { OrderOperator } from '../../runtime/index.ts';

type Plain = number | bigint | null;

const bitwise: Readonly<Record<string, (left: bigint, right: bigint) => bigint>> = {
  '&': (left, right) => left & right,
  '|': (left, right) => left | right,
  '^': (left, right) => left ^ right,
  '<<': (left, right) => left << (right & 63n),
  '>>': (left, right) => left >> (right & 63n),
  '>>>': (left, right) => BigInt.asUintN(64, left) >> (right & 63n)
};

const millisecondsPerDay = 86_400_000;

function argument(value: number | null, position: number): number {
  if (value === null) throw nullArgument(position);
  return value;
}

export const numbers = {
  modIntegers: (left: number | null, right: number | null): number => {
    if (right === 0) throw mathException('Divide by 0');
    return (argument(left, 1) % argument(right, 2)) | 0;
  },
  maxIntegers: (left: number | null, right: number | null): number => {
    const first = argument(left, 1);
    const second = argument(right, 2);
    return first > second ? first : second;
  },
  minIntegers: (left: number | null, right: number | null): number => {
    const first = argument(left, 1);
    const second = argument(right, 2);
    return first < second ? first : second;
  },
  absInteger: (value: number | null): number => {
    const given = argument(value, 1);
    return given < 0 ? (0 - given) | 0 : given;
  },
  bitwiseLongs: (operator: string, left: bigint, right: bigint | number) =>
    BigInt.asIntN(64, bitwise[operator]?.(left, BigInt(right)) ?? left),
  complementLong: (value: bigint) => ~value,
  orderPlain: (operator: OrderOperator, left: Plain, right: Plain): boolean => {
    if (left === null || right === null) return orders(operator, left, right);
    if (operator === '<') return left < right;
    if (operator === '<=') return left <= right;
    return operator === '>' ? left > right : left >= right;
  },
  /** `date + 1`: days. */
  shiftDate: (
    operator: '+' | '-',
    value: ApexDate | ApexDatetime | ApexTime,
    amount: number | bigint | ApexDecimal
  ) => {
    const size = amount instanceof ApexDecimal ? amount.toNumber() : Number(amount);
    const days = operator === '+' ? size : -size;
    if (value instanceof ApexDate) return new ApexDate(value.days + days);
    if (value instanceof ApexDatetime) {
      return new ApexDatetime(Math.round(value.time + days * millisecondsPerDay));
    }
    return new ApexTime((value.milliseconds + days + millisecondsPerDay) % millisecondsPerDay);
  }
};
