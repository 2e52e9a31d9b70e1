import { isNative, isUnknown, unknownType } from '../../types/index.ts';
import type { BitOperator, Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import { numericType } from './arithmetic.ts';
import type { Operands } from './binary.ts';

/** `&`, `|`, `^` on numbers and Booleans, shifts on numbers. */
export function bitwise(checker: Checker, operator: BitOperator, operands: Operands): Bound {
  const { left, right, at } = operands;
  const types = [left.type, right.type];
  if (types.some(isUnknown)) return { kind: 'invalid', at, type: unknownType };
  const isShift = operator.length > 1;
  if (isLogical(operator) && types.every((type) => isNative(type, 'Boolean'))) {
    return { kind: 'logical', at, type: left.type, operator, left, right };
  }
  if (!types.every((type) => isNative(type, 'Integer', 'Long'))) {
    return invalid(checker, at, wrongOperands(operator));
  }
  const wider = numericType(checker, left.type, right.type);
  const type = isShift || !wider ? left.type : wider;
  const sides = { left: convert(left, type), right: convert(right, type) };
  return { kind: 'bitwise', at, type, operator, ...sides };
}

function wrongOperands(operator: BitOperator): string {
  return isLogical(operator)
    ? `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`
    : `${operator} operation can only be applied to Integer or Long types`;
}

function isLogical(operator: BitOperator): operator is '&' | '|' | '^' {
  return operator.length === 1;
}
