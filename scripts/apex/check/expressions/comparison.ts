import { isAssignable, isNative, isNumeric, isPrimitive } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import { numericType } from './arithmetic.ts';
import type { Operands } from './binary.ts';

type EqualityOperator = '==' | '!=' | '===' | '!==';

export function equality(checker: Checker, operator: EqualityOperator, operands: Operands): Bound {
  const { at } = operands;
  const { left, right } = sameKind(checker, operands);
  if (!comparable(checker, left.type, right.type)) mismatch(checker, { at, left, right });
  else if (operator.length === 3) exactRule(checker, { at, left, right });
  return {
    kind: 'equal',
    at,
    type: checker.types.native('Boolean'),
    negated: operator.startsWith('!'),
    exact: operator.length === 3,
    left,
    right
  };
}

function exactRule(checker: Checker, { at, left, right }: Operands): void {
  if (![left.type, right.type].every(isPrimitive)) return;
  const message = `Exact equality operator only allowed for reference types: ${left.type.name}`;
  checker.report(at, message);
}

/** Two numbers are compared as the wider type. */
function sameKind(checker: Checker, operands: Operands): Operands {
  const { left, right } = operands;
  if (left.type.kind === 'null' || right.type.kind === 'null') return operands;
  const type = numericType(checker, left.type, right.type);
  if (!type) return operands;
  return { ...operands, left: convert(left, type), right: convert(right, type) };
}

function comparable(checker: Checker, left: ApexType, right: ApexType): boolean {
  if (left.kind === 'void' || right.kind === 'void') return false;
  if (isNumeric(left) && isNumeric(right)) return true;
  if (isInterface(left) || isInterface(right)) return true;
  return isAssignable(checker.types, left, right) || isAssignable(checker.types, right, left);
}

function isInterface(type: ApexType): boolean {
  return type.kind === 'class' && type.symbol.kind === 'interface';
}

function mismatch(checker: Checker, { left, right, at }: Operands): void {
  const names = `${left.type.name}, ${right.type.name}`;
  checker.report(at, `Comparison arguments must be compatible types: ${names}`);
}

export function order(
  checker: Checker,
  operator: '<' | '<=' | '>' | '>=',
  operands: Operands
): Bound {
  const { at } = operands;
  const { left, right } = sameKind(checker, operands);
  const unordered = [left, right].find((one) => !hasOrder(one));
  if (!comparable(checker, left.type, right.type)) mismatch(checker, { at, left, right });
  else if (unordered) {
    const message = `Inequality operator not allowed for this type: ${unordered.type.name}`;
    checker.report(at, message);
  }
  return { kind: 'order', at, type: checker.types.native('Boolean'), operator, left, right };
}

function hasOrder({ type }: Bound): boolean {
  if (type.kind === 'unknown' || type.kind === 'null' || isNumeric(type)) return true;
  if (type.kind === 'class') return type.symbol.kind === 'enum';
  return isNative(type, 'String', 'Id', 'Date', 'Datetime', 'Time') || isEnum(type);
}

function isEnum(type: ApexType): boolean {
  return type.kind === 'native' && type.definition.kind === 'enum';
}
