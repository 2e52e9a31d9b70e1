import type { CallExpression } from '../../syntax/index.ts';
import { describeMethod } from '../../link/index.ts';
import { unknownType } from '../../types/index.ts';
import type { ApexType, ClassSymbol, MethodSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert, recordOf } from '../convert.ts';
import { findMethods, nativeParents } from '../lookup.ts';
import { isVisible } from '../visibility.ts';
import { check } from './check.ts';
import { constructorCall } from './constructorCalls.ts';
import { enumStatic } from './enums.ts';
import { onTarget } from './members.ts';
import {
  chooseWithQueries,
  nativeInstanceCall,
  nativeStaticCall,
  notSupported
} from './nativeCalls.ts';
import { recordCall, recordStaticCall } from './recordCalls.ts';
import { reference, unknownName } from './references.ts';
import { describeValue, fieldsValue } from './schemaTokens.ts';

export function checkCall(checker: Checker, call: CallExpression): Bound {
  const lower = call.name.toLowerCase();
  if (!call.target && (lower === 'this' || lower === 'super'))
    return constructorCall(checker, call);
  const given = call.arguments.map((one) => check(checker, one));
  if (given.some(({ type }) => type.kind === 'unknown')) return afterMistake(checker, call, given);
  return call.target ? targetCall(checker, call, given) : ownCall(checker, call, given);
}

/** An argument is wrong already: the call is looked at for its type only. */
function afterMistake(checker: Checker, call: CallExpression, given: readonly Bound[]): Bound {
  const silent: Checker = { ...checker, report: () => undefined };
  const report = call.target ? (): unknown => reference(checker, call.target ?? call) : undefined;
  report?.();
  return call.target ? targetCall(silent, call, given) : ownCall(silent, call, given);
}

/** `method(…)`: of this class, of its super classes, static of the classes around it. */
function ownCall(checker: Checker, call: CallExpression, given: readonly Bound[]): Bound {
  for (let symbol = checker.symbol as ClassSymbol | undefined; symbol; symbol = symbol.outer) {
    const found = findMethods(symbol, call.name);
    if (found.length === 0) continue;
    const usable = symbol === checker.symbol ? found : found.filter(({ isStatic }) => isStatic);
    const method = chooseMethod(checker, usable, given);
    if (method) return userCall(checker, { method, target: undefined, call, given });
  }
  return inheritedCall(checker, call, given) ?? unknownMethod(checker, checker.symbol, call, given);
}

/** `getMessage()` inside an exception class and the like. */
function inheritedCall(
  checker: Checker,
  call: CallExpression,
  given: readonly Bound[]
): Bound | undefined {
  if (checker.isStatic) return undefined;
  const self: Bound = { kind: 'this', at: call.at, type: checker.types.ofClass(checker.symbol) };
  return platformCall(checker, self, call, given);
}

function platformCall(
  checker: Checker,
  target: Bound,
  call: CallExpression,
  given: readonly Bound[]
): Bound | undefined {
  const { type } = target;
  const parents = type.kind === 'class' ? nativeParents(type.symbol) : [];
  for (const parent of [...parents, checker.types.native('Object')]) {
    const found = nativeInstanceCall(checker, { ...target, type: parent }, call, given);
    if (found) return found;
  }
  return undefined;
}

function targetCall(checker: Checker, call: CallExpression, given: readonly Bound[]): Bound {
  if (call.target?.kind === 'super') return superCall(checker, call, given);
  const target = reference(checker, call.target ?? call);
  if (target.kind === 'value') return valueCall(checker, target.value, call, given);
  if (target.kind === 'describe')
    return valueCall(checker, describeValue(checker, target), call, given);
  if (target.kind === 'type') return typeCall(checker, target.type, call, given);
  if (target.kind === 'package') {
    return invalid(checker, target.at, unknownName(call.target ?? call));
  }
  return valueCall(checker, fieldsValue(checker, target, call.at), call, given);
}

function valueCall(
  checker: Checker,
  target: Bound,
  call: CallExpression,
  given: readonly Bound[]
): Bound {
  if (target.type.kind === 'unknown') return { kind: 'invalid', type: unknownType, at: call.at };
  return onTarget(checker, target, call, (value) => instanceCall(checker, value, call, given));
}

function instanceCall(
  checker: Checker,
  target: Bound,
  call: CallExpression,
  given: readonly Bound[]
): Bound {
  const { type } = target;
  if (type.kind === 'class') return classCall(checker, { target, call, given }, type.symbol);
  const record = recordCall(checker, target, call, given);
  if (record) return record;
  const found = nativeInstanceCall(checker, target, call, given);
  if (found) return found;
  if (target.kind === 'soql' && target.mode === 'list') {
    return instanceCall(checker, convert(target, recordOf(target)), call, given);
  }
  return invalid(checker, call.at, notSupported(type, call.name, given));
}

interface UserCallParts {
  readonly target: Bound | undefined;
  readonly call: CallExpression;
  readonly given: readonly Bound[];
}

function classCall(checker: Checker, parts: UserCallParts, symbol: ClassSymbol): Bound {
  const { target, call, given } = parts;
  const method = chooseMethod(checker, findMethods(symbol, call.name), given);
  if (method) return userCall(checker, { ...parts, method });
  if (target && call.name.toLowerCase() === 'clone' && given.length === 0) {
    return { kind: 'cloneObject', at: call.at, type: target.type, target };
  }
  const inherited = target && platformCall(checker, target, call, given);
  return (
    inherited ?? enumCall(checker, parts, symbol) ?? unknownMethod(checker, symbol, call, given)
  );
}

function enumCall(
  checker: Checker,
  { target, call, given }: UserCallParts,
  symbol: ClassSymbol
): Bound | undefined {
  if (symbol.kind !== 'enum' || !target) return undefined;
  const type = checker.types.native('Enum');
  return nativeInstanceCall(checker, { ...target, type }, call, given);
}

function superCall(checker: Checker, call: CallExpression, given: readonly Bound[]): Bound {
  const { superType } = checker.symbol;
  const self: Bound = { kind: 'this', at: call.at, type: checker.types.ofClass(checker.symbol) };
  if (superType?.kind === 'class') {
    const method = chooseMethod(checker, findMethods(superType.symbol, call.name), given);
    if (method)
      return {
        ...userCall(checker, { method, target: self, call, given }),
        isSuper: true
      } as Bound;
    return (
      platformCall(checker, { ...self, type: superType }, call, given) ??
      unknownMethod(checker, superType.symbol, call, given)
    );
  }
  const parent = superType ?? checker.types.native('Object');
  const found = nativeInstanceCall(checker, { ...self, type: parent }, call, given);
  if (found?.kind === 'dynamicCall') return { ...found, isSuper: true };
  return found ?? invalid(checker, call.at, notSupported(parent, call.name, given));
}

function typeCall(
  checker: Checker,
  type: ApexType,
  call: CallExpression,
  given: readonly Bound[]
): Bound {
  if (type.kind === 'class') return classStaticCall(checker, type.symbol, call, given);
  if (type.kind === 'sobject') return recordStaticCall(checker, type, call, given);
  if (type.kind !== 'native') return { kind: 'invalid', type: unknownType, at: call.at };
  const found =
    nativeStaticCall(checker, type, call, given) ?? enumStatic(checker, type, call, given);
  return found ?? invalid(checker, call.at, notSupported(type, call.name, given));
}

function classStaticCall(
  checker: Checker,
  symbol: ClassSymbol,
  call: CallExpression,
  given: readonly Bound[]
): Bound {
  const found = findMethods(symbol, call.name);
  const method = chooseMethod(checker, found, given);
  if (method) {
    if (!method.isStatic && !isOuterCall(checker, symbol)) return nonStatic(checker, method, call);
    return userCall(checker, { method, target: undefined, call, given });
  }
  const special = enumStatic(checker, checker.types.ofClass(symbol), call, given);
  return special ?? unknownMethod(checker, symbol, call, given);
}

/** `ThisClass.method()` where the method is not static works inside its own instances. */
function isOuterCall(checker: Checker, symbol: ClassSymbol): boolean {
  return !checker.isStatic && checker.symbol === symbol;
}

function nonStatic(checker: Checker, method: MethodSymbol, call: CallExpression): Bound {
  const signature = `${method.returnType.name} ${method.owner.name}.${describeMethod(method).split(' ').slice(1).join(' ')}`;
  const message = `Non static method cannot be referenced from a static context: ${signature}`;
  return invalid(checker, call.at, message);
}

export function chooseMethod(
  checker: Checker,
  methods: readonly MethodSymbol[],
  given: readonly Bound[]
): MethodSymbol | undefined {
  const options = methods.map((item) => ({
    item,
    parameters: item.parameters.map(({ type }) => type)
  }));
  return chooseWithQueries(checker, options, given);
}

function userCall(
  checker: Checker,
  { method, target, call, given }: UserCallParts & { readonly method: MethodSymbol }
): Bound & { kind: 'call' } {
  const { at } = call;
  if (!isVisible(checker, method)) {
    checker.report(at, `Method is not visible: ${describeOwned(method)}`);
  }
  if (!method.isStatic && !target && checker.isStatic) nonStatic(checker, method, call);
  if (method.isStatic && target) {
    const message = `Static method cannot be referenced from a non static context: ${describeOwned(method)}`;
    checker.report(at, message);
  }
  return {
    kind: 'call',
    at,
    type: method.returnType,
    method,
    isSuper: false,
    target: method.isStatic ? undefined : (target ?? self(checker, at)),
    arguments: convertArguments(method, given)
  };
}

function self(checker: Checker, at: Bound['at']): Bound {
  return { kind: 'this', at, type: checker.types.ofClass(checker.symbol) };
}

function describeOwned(method: MethodSymbol): string {
  const types = method.parameters.map(({ type }) => type.name).join(', ');
  return `${method.returnType.name} ${method.owner.name}.${method.name}(${types})`;
}

export function convertArguments(method: MethodSymbol, given: readonly Bound[]): readonly Bound[] {
  return given.map((value, index) => convert(value, method.parameters[index]?.type ?? value.type));
}

function unknownMethod(
  checker: Checker,
  symbol: ClassSymbol,
  call: CallExpression,
  given: readonly Bound[]
): Bound {
  const types = given.map(({ type }) => type.name).join(', ');
  const message = `Method does not exist or incorrect signature: void ${call.name}(${types}) from the type ${symbol.name}`;
  return invalid(checker, call.at, message);
}
