import { isNative, isNumeric, isUnknown, unknownType } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import type { Operands } from './binary.ts';
import { dateShift } from './dates.ts';

type Operator = '+' | '-' | '*' | '/';

/**
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
 */
export function arithmetic(checker: Checker, operator: Operator, operands: Operands): Bound {
  const { left, right, at } = operands;
  const has = (test: (type: ApexType) => boolean): boolean => test(left.type) || test(right.type);
  if (has(({ kind }) => kind === 'void')) return mistake(checker, operator, operands);
  if (operator === '+' && has((type) => isNative(type, 'String'))) {
    return { kind: 'concat', at, type: checker.types.native('String'), left, right };
  }
  if (has(isUnknown)) return { kind: 'invalid', at, type: unknownType };
  return dateSum(checker, operator, operands) ?? numbers(checker, operator, operands);
}

function dateSum(checker: Checker, operator: Operator, operands: Operands): Bound | undefined {
  return isDateSum(operator, operands) ? dateShift(checker, operator, operands) : undefined;
}

function numbers(checker: Checker, operator: Operator, operands: Operands): Bound {
  const { left, right, at } = operands;
  const type = numericType(checker, left.type, right.type);
  if (!type || left.type.kind === 'null' || right.type.kind === 'null')
    return mistake(checker, operator, operands);
  const sides = { left: convert(left, type), right: convert(right, type) };
  return { kind: 'arithmetic', at, type, operator, ...sides };
}

function isDateSum(operator: Operator, { left }: Operands): boolean {
  return (operator === '+' || operator === '-') && isNative(left.type, 'Date', 'Datetime', 'Time');
}

const widening = ['Integer', 'Long', 'Double', 'Decimal'];

/** The wider of two number types. */
export function numericType(
  checker: Checker,
  left: ApexType,
  right: ApexType
): ApexType | undefined {
  const names = [left, right].map((type) => (type.kind === 'null' ? 'Integer' : type.name));
  if (![left, right].every((type) => type.kind === 'null' || isNumeric(type))) return undefined;
  const position = Math.max(...names.map((name) => widening.indexOf(name)));
  return checker.types.native(widening[position] ?? 'Integer');
}

const dateMistakes: Readonly<Record<string, string>> = {
  Date: 'Date expressions must use Integer or Long',
  Datetime: 'Date/time expressions must use Integer or Double or Decimal',
  Time: 'Time expressions must use Integer or Long'
};

function mistake(checker: Checker, operator: Operator, { left, right, at }: Operands): Bound {
  const dates = dateMistakes[left.type.name];
  if (dates !== undefined) return invalid(checker, at, dates);
  const message = 'Arithmetic expressions must use numeric arguments';
  if (operator !== '+') return invalid(checker, at, message);
  return invalid(checker, right.type.kind === 'void' ? right.at : at, message);
}
