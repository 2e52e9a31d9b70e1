import type { CastExpression, ClassLiteral, InstanceOfExpression } from '../../syntax/index.ts';
import { isCastable, isNumeric } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid, resolve } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert, recordOf } from '../convert.ts';
import { check } from './check.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_casting.htm */
export function checkCast(
  checker: Checker,
  { at, type: name, operand: inner }: CastExpression
): Bound {
  const type = resolve(checker, name);
  const checked = check(checker, inner);
  const operand = queried(checker, checked, type);
  if (type.kind === 'unknown' || operand.type.kind === 'unknown')
    return { kind: 'invalid', at, type };
  if (!isCastable(checker.types, operand.type, type)) {
    const message = `Incompatible types since an instance of ${operand.type.name} is never an instance of ${type.name}`;
    return invalid(checker, at, message);
  }
  if (isNumeric(operand.type) && isNumeric(type)) return narrowed(operand, type);
  return { kind: 'cast', at, type, operand: convert(operand, type) };
}

function queried(checker: Checker, operand: Bound, type: Bound['type']): Bound {
  if (operand.kind !== 'soql' || isCastable(checker.types, operand.type, type)) return operand;
  return convert(operand, recordOf(operand));
}

function narrowed(operand: Bound, type: Bound['type']): Bound {
  if (operand.type === type) return operand;
  if (type.name !== 'Integer') return convert(operand, type);
  return { kind: 'convert', at: operand.at, type, operand, to: 'Integer' };
}

export function checkInstanceOf(checker: Checker, expression: InstanceOfExpression): Bound {
  const { at } = expression;
  const target = resolve(checker, expression.type);
  const operand = check(checker, expression.operand);
  if (target.kind !== 'unknown' && !isCastable(checker.types, operand.type, target)) {
    const message = `Operation instanceof is always false since an instance of ${operand.type.name} is never an instance of ${target.name}`;
    checker.report(at, message);
  }
  return { kind: 'instanceOf', at, type: checker.types.native('Boolean'), operand, target };
}

export function checkClassLiteral(checker: Checker, { at, type: name }: ClassLiteral): Bound {
  const type = checker.types.native('Type');
  if (!name) return { kind: 'classLiteral', at, type, name: 'void' };
  return { kind: 'classLiteral', at, type, name: resolve(checker, name).name };
}
