import { isNative, unknownType } from '../../types/index.ts';
import type { BitOperator, Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import { numericType } from './arithmetic.ts';
import type { Operands } from './binary.ts';

/** `&`, `|`, `^` on numbers and Booleans, shifts on numbers. */
export function bitwise(checker: Checker, operator: BitOperator, operands: Operands): Bound {
  const { left, right, at } = operands;
  if ([left, right].some(({ type }) => type.kind === 'unknown')) {
    return { kind: 'invalid', at, type: unknownType };
  }
  if (operator === '&' || operator === '|' || operator === '^') {
    if (isNative(left.type, 'Boolean') && isNative(right.type, 'Boolean')) {
      return { kind: 'logical', at, type: left.type, operator, left, right };
    }
  }
  if (![left, right].every(({ type }) => isNative(type, 'Integer', 'Long'))) {
    return invalid(checker, at, 'Bitwise operator only allowed on integer types');
  }
  const isShift = operator.length > 1;
  const type = isShift ? left.type : (numericType(checker, left.type, right.type) ?? left.type);
  return {
    kind: 'bitwise',
    at,
    type,
    operator,
    left: convert(left, type),
    right: convert(right, type)
  };
}
