import type { AssignExpression, BinaryOperator } from '../../syntax/index.ts';
import type { Bound } from '../bound.ts';
import { temporary } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { assignable } from '../convert.ts';
import { binaryOf } from './binary.ts';
import { check } from './check.ts';
import { requireAssignable } from './targets.ts';

export function checkAssign(checker: Checker, expression: AssignExpression): Bound {
  const { at, operator } = expression;
  const writing = operator === '=' ? { assigned: expression.target.at } : {};
  const target = check({ ...checker, ...writing }, expression.target);
  const value = check(checker, expression.value);
  requireAssignable(checker, target);
  return operator === '='
    ? plain(checker, target, { at, value })
    : compound(checker, target, { at, value, operator: operator.slice(0, -1) as BinaryOperator });
}

function plain(
  checker: Checker,
  target: Bound,
  { at, value }: { readonly at: Bound['at']; readonly value: Bound }
): Bound {
  const { type } = target;
  const converted = assignable(checker, value, { type, at });
  if (target.kind === 'local') target.variable.values.push(converted);
  return { kind: 'assign', at, type, target, value: converted };
}

interface Compound {
  readonly at: Bound['at'];
  readonly operator: BinaryOperator;
  readonly value: Bound;
}

function compound(
  checker: Checker,
  target: Bound,
  { at, operator, value: right }: Compound
): Bound {
  const { type } = target;
  const variable = temporary('old', type);
  const left: Bound = target.kind === 'local' ? target : { kind: 'local', at, type, variable };
  const result = binaryOf(checker, operator, { at, left, right });
  const value = assignable(checker, result, { type, at });
  if (target.kind === 'local') target.variable.values.push(value);
  return { kind: 'update', at, type, target, variable, value, giveOld: false };
}
