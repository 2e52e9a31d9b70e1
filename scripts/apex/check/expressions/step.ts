import type { StepExpression } from '../../syntax/index.ts';
import { isNumeric } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { temporary } from '../checker.ts';
import { binaryOf } from './binary.ts';
import { check } from './check.ts';
import { requireAssignable } from './targets.ts';

/** `i++`, `--total.count` */
export function checkStep(
  checker: Checker,
  { at, operator, prefix, operand }: StepExpression
): Bound {
  const target = check(checker, operand);
  const { type } = target;
  if (type.kind === 'unknown') return { kind: 'invalid', at, type };
  if (!isNumeric(type))
    return invalid(checker, at, 'Arithmetic expressions must use numeric arguments');
  requireAssignable(checker, target);
  const variable = temporary('old', type);
  const one: Bound = { kind: 'constant', at, type: checker.types.native('Integer'), value: '1' };
  const left: Bound = target.kind === 'local' ? target : { kind: 'local', at, type, variable };
  const value = binaryOf(checker, operator === '++' ? '+' : '-', { at, left, right: one });
  if (target.kind === 'local') target.variable.values.push(value);
  return { kind: 'update', at, type, target, variable, value, giveOld: !prefix };
}
