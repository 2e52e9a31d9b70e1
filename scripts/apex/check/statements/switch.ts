import type { Expression, Statement, SwitchCase } from '../../syntax/index.ts';
import { isAssignable, isCastable, isNative } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { BoundCase, BoundStatement } from '../boundStatements.ts';
import { invalid, nested, resolve, temporary } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import { check } from '../expressions/check.ts';
import { declare } from '../variables.ts';
import { checkBlock } from './check.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_switch.htm */
export function checkSwitch(
  checker: Checker,
  statement: Statement & { kind: 'switch' }
): BoundStatement {
  const { at, cases } = statement;
  const subject = check(checker, statement.subject);
  requireKind(checker, subject);
  reportDuplicates(checker, cases);
  reportElse(checker, cases);
  const variable = temporary('subject', subject.type);
  return {
    kind: 'switch',
    at,
    subject,
    variable,
    cases: cases.map((one) => checkCase(checker, one, subject))
  };
}

function requireKind(checker: Checker, { type, at }: Bound): void {
  if (type.kind === 'unknown' || type.kind === 'sobject') return;
  if (type.kind === 'class' && type.symbol.kind === 'enum') return;
  if (type.kind === 'native' && type.definition.kind === 'enum') return;
  if (isNative(type, 'Integer', 'Long', 'String', 'SObject', 'Id', 'Object')) return;
  checker.report(
    at,
    `Switch expression must be of type Integer, Long, String, sObject or enum: ${type.name}`
  );
}

function checkCase(checker: Checker, { at, match, body }: SwitchCase, subject: Bound): BoundCase {
  if (match.kind === 'else') return { at, match, body: checkBlock(checker, body) };
  if (match.kind === 'values') {
    const values = match.values.map((one) => caseValue(checker, one, subject));
    return { at, match: { kind: 'values', values }, body: checkBlock(checker, body) };
  }
  const inside = nested(checker);
  const type = resolve(checker, match.type);
  if (!isCastable(checker.types, subject.type, type)) {
    const message = `Incompatible types since an instance of ${subject.type.name} is never an instance of ${type.name}`;
    checker.report(at, message);
  }
  const variable = declare(inside, { name: match.name, type, at });
  return { at, match: { kind: 'type', variable }, body: checkBlock(inside, body) };
}

function caseValue(checker: Checker, value: Expression, subject: Bound): Bound {
  if (value.kind === 'name') return enumConstant(checker, value, subject);
  const bound = check(checker, value);
  if (isAssignable(checker.types, bound.type, subject.type)) return convert(bound, subject.type);
  const message = `Incompatible types in switch: ${bound.type.name} and ${subject.type.name}`;
  return invalid(checker, value.at, message);
}

function enumConstant(
  checker: Checker,
  { name, at }: Expression & { kind: 'name' },
  { type }: Bound
): Bound {
  const key = (name.split('.').at(-1) ?? name).toLowerCase();
  if (type.kind === 'class') {
    const constant = type.symbol.enumValues.find((one) => one.toLowerCase() === key);
    if (constant !== undefined)
      return { kind: 'enumValue', at, type, symbol: type.symbol, name: constant };
  }
  if (type.kind === 'native') {
    const ordinal = type.definition.enumValues.findIndex((one) => one.toLowerCase() === key);
    const constant = type.definition.enumValues[ordinal];
    if (constant !== undefined)
      return { kind: 'nativeEnum', at, type, name: type.name, value: constant, ordinal };
  }
  if (type.kind === 'unknown') return { kind: 'invalid', at, type };
  return invalid(checker, at, `Invalid enum value in switch: ${name}`);
}

function reportDuplicates(checker: Checker, cases: readonly SwitchCase[]): void {
  const seen = new Set<string>();
  for (const { match } of cases) {
    if (match.kind !== 'values') continue;
    for (const value of match.values) {
      const text = value.kind === 'literal' ? `${value.type}:${value.value}` : textOf(value);
      if (seen.has(text)) checker.report(value.at, `Duplicate when value: ${textOf(value)}`);
      seen.add(text);
    }
  }
}

function textOf(value: Expression): string {
  if (value.kind === 'literal') return value.value;
  return value.kind === 'name' ? value.name : '';
}

function reportElse(checker: Checker, cases: readonly SwitchCase[]): void {
  const position = cases.findIndex(({ match }) => match.kind === 'else');
  const after = position >= 0 ? cases[position + 1] : undefined;
  if (after) checker.report(after.at, 'When else must be the last when block');
}
