import type { BinaryExpression, BinaryOperator } from '../../syntax/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { check } from './check.ts';
import { arithmetic } from './arithmetic.ts';
import { bitwise } from './bitwise.ts';
import { coalesce } from './coalesce.ts';
import { equality, order } from './comparison.ts';
import { logical } from './logical.ts';

export interface Operands {
  readonly at: Bound['at'];
  readonly left: Bound;
  readonly right: Bound;
}

type Binary = (checker: Checker, operator: never, operands: Operands) => Bound;

const binaries: Readonly<Record<BinaryOperator, Binary>> = {
  '*': arithmetic,
  '/': arithmetic,
  '+': arithmetic,
  '-': arithmetic,
  '<<': bitwise,
  '>>': bitwise,
  '>>>': bitwise,
  '&': bitwise,
  '|': bitwise,
  '^': bitwise,
  '<': order,
  '>': order,
  '<=': order,
  '>=': order,
  '==': equality,
  '!=': equality,
  '===': equality,
  '!==': equality,
  '&&': logical,
  '||': logical,
  '??': coalesce
};

export function checkBinary(checker: Checker, expression: BinaryExpression): Bound {
  const { at, operator } = expression;
  const left = check(checker, expression.left);
  const right = check(checker, expression.right);
  return binaryOf(checker, operator, { at, left, right });
}

/** Also what `x op= y` does. */
export function binaryOf(checker: Checker, operator: BinaryOperator, operands: Operands): Bound {
  return binaries[operator](checker, operator as never, operands);
}
