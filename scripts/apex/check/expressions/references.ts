import type { Expression, MemberExpression, NameExpression, Position } from '../../syntax/index.ts';
import { isPlatformNamespace } from '../../link/index.ts';
import { isNative } from '../../types/index.ts';
import type { ApexType, FieldSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { findField } from '../lookup.ts';
import { check } from './check.ts';
import { fieldOf } from './fields.ts';
import { memberOf } from './members.ts';
import { describeValue, schemaMember, tokenMember } from './schemaTokens.ts';
import type { DescribeReference, SchemaReference } from './schemaTokens.ts';
import { staticMember } from './statics.ts';
import { triggerVariable } from './trigger.ts';

/** What a dotted name means so far. */
export type Reference =
  | { readonly kind: 'value'; readonly value: Bound }
  | { readonly kind: 'type'; readonly type: ApexType }
  | { readonly kind: 'package'; readonly words: readonly string[]; readonly at: Position }
  | SchemaReference
  | DescribeReference;

/** A name where a value is wanted. */
export function checkReference(
  checker: Checker,
  expression: NameExpression | MemberExpression
): Bound {
  const found = reference(checker, expression);
  if (found.kind === 'value') return found.value;
  if (found.kind === 'describe') return describeValue(checker, found);
  return invalid(checker, rootOf(expression).at, unknownName(expression));
}

/** What is said of a dotted name that means nothing. */
export function unknownName(expression: Expression): string {
  const words = wordsOf(expression);
  if (words.length > 1 && isPlatformNamespace(words[0] ?? '')) {
    return `Invalid type: ${words.slice(0, 2).join('.')} (not supported by the local org)`;
  }
  return `Variable does not exist: ${words[0] ?? ''}`;
}

function rootOf(expression: Expression): Expression {
  return expression.kind === 'member' ? rootOf(expression.target) : expression;
}

function wordsOf(expression: Expression): readonly string[] {
  if (expression.kind === 'name') return [expression.name];
  if (expression.kind === 'member') return [...wordsOf(expression.target), expression.name];
  return [];
}

/** The first mistake of a dotted name is the last: the name that nothing is known of. */
export function reference(checker: Checker, expression: Expression): Reference {
  if (expression.kind === 'name') return nameReference(checker, expression);
  if (expression.kind !== 'member') return { kind: 'value', value: check(checker, expression) };
  const target = reference(checker, expression.target);
  if (target.kind === 'value') {
    const token = tokenMember(checker, target.value, expression);
    return (
      token ??
      objectMember(checker, target.value, expression) ??
      valueMember(checker, target.value, expression)
    );
  }
  if (target.kind === 'type') return typeMember(checker, target.type, expression);
  if (target.kind === 'package') return packageMember(checker, target.words, expression);
  return schemaMember(checker, target, expression);
}

function valueMember(checker: Checker, target: Bound, expression: MemberExpression): Reference {
  return { kind: 'value', value: memberOf(checker, target, expression) };
}

/** `Account.SObjectType` means the object, whatever record is named `account`. */
function objectMember(
  checker: Checker,
  { type }: Bound,
  expression: MemberExpression
): Reference | undefined {
  const isToken = /^sobjecttype$/i.test(expression.name);
  if (!isToken || expression.target.kind !== 'name' || type.kind !== 'sobject') return undefined;
  const named = typeNamed(checker, [expression.target.name]);
  return named?.kind === 'sobject' ? typeMember(checker, named, expression) : undefined;
}

/** `System` is a class and, as in `System.Label.Hello`, a namespace. */
function typeMember(checker: Checker, type: ApexType, member: MemberExpression): Reference {
  const words = isNative(type, 'System') ? ['system', member.name.toLowerCase()] : [];
  const inPackage = words[1] === 'label' || words[1] === 'trigger';
  if (inPackage) return { kind: 'package', words, at: member.at };
  return staticMember(checker, type, member);
}

function nameReference(checker: Checker, { name, at }: NameExpression): Reference {
  const variable = checker.scope.find(name);
  if (variable)
    return { kind: 'value', value: { kind: 'local', at, type: variable.type, variable } };
  const field = fieldInScope(checker, name, at);
  if (field) return { kind: 'value', value: field };
  const type = typeNamed(checker, [name]);
  return type ? { kind: 'type', type } : { kind: 'package', words: [name.toLowerCase()], at };
}

/** A field of the class, of its super classes, or a static one of the class around it. */
function fieldInScope(checker: Checker, name: string, at: Position): Bound | undefined {
  for (
    let symbol = checker.symbol as Checker['symbol'] | undefined;
    symbol;
    symbol = symbol.outer
  ) {
    const field = findField(symbol, name);
    if (!field) continue;
    if (symbol !== checker.symbol && !field.isStatic) continue;
    if (isHidden(checker, field)) continue;
    return fieldOf(checker, { field, target: undefined, at });
  }
  return undefined;
}

/** Without an object, a type of the same name is meant: `Season.SPRING` beside a field `season`. */
function isHidden(checker: Checker, { name, isStatic }: FieldSymbol): boolean {
  return !isStatic && checker.isStatic && typeNamed(checker, [name]) !== undefined;
}

function typeNamed(checker: Checker, words: readonly string[]): ApexType | undefined {
  const at = { line: 0, column: 0 };
  const parts = words.map((name) => ({ name, arguments: [] }));
  return checker.world.resolveType({ at, parts, arrays: 0 }, checker.symbol);
}

function packageMember(
  checker: Checker,
  words: readonly string[],
  { name, at }: MemberExpression
): Reference {
  const all = [...words, name.toLowerCase()];
  const special = specialMember(checker, all, { name, at });
  if (special) return special;
  const type = typeNamed(checker, all);
  return type ? { kind: 'type', type } : { kind: 'package', words: all, at };
}

function specialMember(
  checker: Checker,
  all: readonly string[],
  { name, at }: { readonly name: string; readonly at: Position }
): Reference | undefined {
  const words = all[0] === 'system' ? all.slice(1) : all;
  if (words[0] === 'trigger' && words.length === 2) {
    return { kind: 'value', value: triggerVariable(checker, name, at) };
  }
  if (words[0] === 'label' && words.length > 1) return label(checker, words, { name, at });
  return undefined;
}

/** `Label.Hello`, `Label.ns.Hello` */
function label(
  checker: Checker,
  words: readonly string[],
  { name, at }: { readonly name: string; readonly at: Position }
): Reference | undefined {
  if (words.length === 2 && words[1] === checker.world.schema.namespace?.toLowerCase()) {
    return { kind: 'package', words, at };
  }
  const type = checker.types.native('String');
  if (checker.world.schema.label(name) !== undefined) {
    return { kind: 'value', value: { kind: 'label', at, type, name } };
  }
  return { kind: 'value', value: invalid(checker, at, `External string does not exist: ${name}`) };
}
