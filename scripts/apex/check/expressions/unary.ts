import type { UnaryExpression } from '../../syntax/index.ts';
import { isNative, isNumeric } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { check } from './check.ts';

export function checkUnary(
  checker: Checker,
  { at, operator, operand: inner }: UnaryExpression
): Bound {
  const operand = check(checker, inner);
  const { type } = operand;
  if (type.kind === 'unknown') return { kind: 'invalid', at, type };
  if (operator === '!') return not(checker, operand, at);
  if (operator === '~') {
    if (!isNative(type, 'Integer', 'Long')) {
      return invalid(checker, at, `Invalid type for bitwise negate: ${type.name}`);
    }
    return { kind: 'unary', at, type, operator, operand };
  }
  if (!isNumeric(type)) return invalid(checker, at, 'Unary negation must use a numeric argument');
  if (operator === '+') return operand;
  if (operand.kind === 'constant') return { ...operand, at, value: `-${String(operand.value)}` };
  return { kind: 'unary', at, type, operator, operand };
}

function not(checker: Checker, operand: Bound, at: Bound['at']): Bound {
  const type = checker.types.native('Boolean');
  if (!isNative(operand.type, 'Boolean')) {
    return invalid(checker, at, '! operator can only be applied to boolean expressions');
  }
  return { kind: 'unary', at, type, operator: '!', operand };
}
