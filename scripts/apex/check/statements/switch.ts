import type { Expression, Statement, SwitchCase } from '../../syntax/index.ts';
import { isAssignable, isCastable, isNative } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
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
  if (isEnum(type)) return;
  if (isNative(type, 'Integer', 'Long', 'String', 'SObject')) return;
  checker.report(at, `${type.name} is not a valid switch expression type`);
}

function isEnum(type: ApexType): boolean {
  if (type.kind === 'class') return type.symbol.kind === 'enum';
  return type.kind === 'native' && type.definition.kind === 'enum';
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
  if (value.kind === 'name' && isEnum(subject.type)) return enumConstant(checker, value, subject);
  if (value.kind === 'name') return constantField(checker, value, subject);
  const bound = check(checker, value);
  if (isAssignable(checker.types, bound.type, subject.type)) return convert(bound, subject.type);
  return invalid(checker, value.at, wrongValue(bound.type, subject.type));
}

function wrongValue(type: ApexType, subject: ApexType): string {
  if (subject.kind === 'sobject' || isNative(subject, 'SObject')) {
    return "Switching on SObject types must be a 'when type variable' or 'when null'";
  }
  return `${type.name} value in 'when expression' cannot be implicitly converted to the ${subject.name} type in switch expression`;
}

/** `when LIMIT`: a static final field. */
function constantField(
  checker: Checker,
  value: Expression & { kind: 'name' },
  subject: Bound
): Bound {
  if (subject.type.kind === 'unknown') return { kind: 'invalid', at: value.at, type: subject.type };
  const bound = check(checker, value);
  if (bound.kind === 'invalid') return bound;
  const isConstant = bound.kind === 'field' && bound.field.isStatic && bound.field.isFinal;
  if (!isConstant) {
    return invalid(checker, value.at, `Field must be a static final constant: ${value.name}`);
  }
  return isAssignable(checker.types, bound.type, subject.type)
    ? convert(bound, subject.type)
    : invalid(checker, value.at, wrongValue(bound.type, subject.type));
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
      if (seen.has(text)) checker.report(value.at, repeated(textOf(value)));
      seen.add(text);
    }
  }
}

function repeated(value: string): string {
  return `${value} occurs as more than one when branch for this switch statement`;
}

function textOf(value: Expression): string {
  if (value.kind === 'literal') return value.value;
  return value.kind === 'name' ? value.name : '';
}

function reportElse(checker: Checker, cases: readonly SwitchCase[]): void {
  const position = cases.findIndex(({ match }) => match.kind === 'else');
  const after = position >= 0 ? cases[position + 1] : undefined;
  if (after) checker.report(after.at, "'when else' must be the last when block");
}
