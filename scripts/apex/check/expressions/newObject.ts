import type { Expression, NewObject } from '../../syntax/index.ts';
import { unreachable } from '../../../shared/index.ts';
import { isExceptionType, isNative, unknownType } from '../../types/index.ts';
import type { ApexType, ClassType, NativeUse } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid, resolve } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import { isVisible } from '../visibility.ts';
import { check } from './check.ts';
import { newCollection } from './collections.ts';
import { constructorWord } from './invocation.ts';
import { choose } from './nativeCalls.ts';
import { newRecord } from './newRecord.ts';
import { chooseMethod, convertArguments } from './userCalls.ts';

/** `new Type(…)` */
export function checkNewObject(checker: Checker, expression: NewObject): Bound {
  const type = resolve(checker, expression.type);
  if (type.kind === 'sobject') return newRecord(checker, type, expression);
  if (type.kind === 'unknown') return ofUnknownType(checker, expression);
  if (expression.arguments.some(isPair)) return pairs(checker, type, expression);
  const given = expression.arguments.map((one) => check(checker, one));
  if (given.some((one) => one.type.kind === 'unknown')) {
    return { kind: 'invalid', at: expression.at, type };
  }
  return construct(checker, type, { expression, given });
}

/** `Name = value`, where no variable of that name is. */
function isPair(argument: Expression): boolean {
  return argument.kind === 'assign' && argument.target.kind === 'name';
}

function pairs(checker: Checker, type: ApexType, { at }: NewObject): Bound {
  const message = `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${type.name}`;
  return { ...invalid(checker, at, message), type };
}

/** Nothing more is said of `new Missing(Name = x)` but what is wrong with the values. */
function ofUnknownType(checker: Checker, { at, arguments: list }: NewObject): Bound {
  for (const one of list) check(checker, one.kind === 'assign' ? one.value : one);
  return { kind: 'invalid', at, type: unknownType };
}

export interface Construction {
  readonly expression: { readonly at: Bound['at']; readonly arguments?: readonly Expression[] };
  readonly given: readonly Bound[];
}

function construct(checker: Checker, type: ApexType, parts: Construction): Bound {
  switch (type.kind) {
    case 'class':
      return newUserObject(checker, type, parts);
    case 'native':
      return newNative(checker, type, parts);
    case 'unknown':
      return { kind: 'invalid', at: parts.expression.at, type: unknownType };
    case 'sobject':
    case 'void':
    case 'null':
      return cannotConstruct(checker, type, parts);
    default:
      return unreachable(type);
  }
}

function cannotConstruct(checker: Checker, type: ApexType, { expression }: Construction): Bound {
  return invalid(checker, expression.at, `Type cannot be constructed: ${type.name}`);
}

function newUserObject(checker: Checker, type: ClassType, parts: Construction): Bound {
  const { symbol } = type;
  const { at } = parts.expression;
  if (symbol.kind !== 'class') return cannotConstruct(checker, type, parts);
  if (symbol.isAbstract) {
    return invalid(checker, at, `Abstract classes cannot be constructed: ${symbol.name}`);
  }
  if (
    !isVisible(checker, {
      owner: symbol.outer ?? symbol,
      access: symbolAccess(type),
      isTestVisible: symbol.isTestVisible
    })
  ) {
    checker.report(at, `Type is not visible: ${symbol.name}`);
  }
  const found = chooseMethod(checker, symbol.constructors, {
    name: constructorWord,
    at,
    given: parts.given
  });
  if (found) {
    if (!isVisible(checker, found)) {
      const types = found.parameters.map((one) => one.type.name).join(', ');
      checker.report(at, `Constructor is not visible: [${symbol.name}].<Constructor>(${types})`);
    }
    return {
      kind: 'new',
      at,
      type,
      symbol,
      constructor: found,
      arguments: convertArguments(found, parts.given)
    };
  }
  return implicitConstructor(checker, type, parts);
}

function symbolAccess({ symbol }: ClassType): 'private' | 'protected' | 'public' | 'global' {
  return symbol.outer ? symbol.access : 'public';
}

/** The constructor without parameters of a class that declares none; and those of every exception. */
function implicitConstructor(checker: Checker, type: ClassType, parts: Construction): Bound {
  const { symbol } = type;
  const { given, expression } = parts;
  const { at } = expression;
  const base: Bound = { kind: 'new', at, type, symbol, constructor: undefined, arguments: given };
  if (given.length === 0 && symbol.constructors.length === 0) return base;
  if (isExceptionType(checker.types, type) && fitsException(checker, given)) return base;
  return notDefined(checker, type, parts);
}

/** `()`, `(String)`, `(Exception)`, `(String, Exception)` */
function fitsException(checker: Checker, given: readonly Bound[]): boolean {
  const [first, second] = given;
  if (given.length > 2) return false;
  const isText = (one: Bound | undefined): boolean =>
    !one || one.type.kind === 'null' || isNative(one.type, 'String', 'Id');
  const isCause = (one: Bound | undefined): boolean =>
    !one || one.type.kind === 'null' || isExceptionType(checker.types, one.type);
  return given.length === 2 ? isText(first) && isCause(second) : isText(first) || isCause(first);
}

function notDefined(checker: Checker, type: ApexType, { expression, given }: Construction): Bound {
  const types = given.map((one) => one.type.name).join(', ');
  const message = `Constructor not defined: [${type.name}].<Constructor>(${types})`;
  return invalid(checker, expression.at, message);
}

function newNative(checker: Checker, type: NativeUse, parts: Construction): Bound {
  const { given, expression } = parts;
  const { at } = expression;
  if (isNative(type, 'List', 'Set', 'Map')) return newCollection(checker, type, { at, given });
  const candidates = type.definition
    .members()
    .constructors.map((method) => ({ owner: type, method }));
  const chosen = choose(checker, candidates, { name: constructorWord, at, given });
  if (chosen) {
    const values = given.map((one, index) => convert(one, chosen.parameters[index] ?? one.type));
    return { kind: 'newNative', at, type, method: chosen.method, arguments: values };
  }
  if (type.definition.kind === 'exception') return newException(checker, type, parts);
  return candidates.length === 0
    ? cannotConstruct(checker, type, parts)
    : notDefined(checker, type, parts);
}

function newException(checker: Checker, type: NativeUse, parts: Construction): Bound {
  const { given, expression } = parts;
  if (type.name === 'Exception') return cannotConstruct(checker, type, parts);
  if (!fitsException(checker, given)) return notDefined(checker, type, parts);
  return { kind: 'newException', at: expression.at, type, name: type.name, arguments: given };
}
