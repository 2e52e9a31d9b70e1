import { isNative } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import type { Operands } from './binary.ts';

/** `date + 5` and `datetime - 0.5`: days are added. */
export function dateShift(
  checker: Checker,
  operator: '+' | '-' | '*' | '/',
  { left, right, at }: Operands
): Bound | undefined {
  if (operator !== '+' && operator !== '-') return undefined;
  const isDate = isNative(left.type, 'Date', 'Time');
  const fits = isDate
    ? isNative(right.type, 'Integer', 'Long')
    : isNative(right.type, 'Integer', 'Long', 'Double', 'Decimal');
  if (!fits) return undefined;
  const amount = isDate ? right : convert(right, checker.types.native('Decimal'));
  return { kind: 'shift', at, type: left.type, operator, left, right: amount };
}
