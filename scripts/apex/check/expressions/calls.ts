import type { CallExpression } from '../../syntax/index.ts';
import { unreachable } from '../../../shared/index.ts';
import { unknownType } from '../../types/index.ts';
import type { ClassSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { findMethods } from '../lookup.ts';
import { check } from './check.ts';
import { constructorCall } from './constructorCalls.ts';
import { instanceCall, platformCall } from './instanceCalls.ts';
import { isNamed } from './invocation.ts';
import type { Invocation } from './invocation.ts';
import { onTarget } from './members.ts';
import { reference, unknownName } from './references.ts';
import type { Reference } from './references.ts';
import { describeValue, fieldsValue } from './schemaTokens.ts';
import { typeCall } from './staticCalls.ts';
import { superCall } from './superCalls.ts';
import { chooseMethod, self, unknownMethod, userCall } from './userCalls.ts';

export function checkCall(checker: Checker, call: CallExpression): Bound {
  const given = call.arguments.map((one) => check(argumentsOf(checker, call), one));
  const invocation = { name: call.name, at: call.at, given };
  if (isConstructorCall(call)) return constructorCall(checker, invocation);
  if (given.some(({ type }) => type.kind === 'unknown')) {
    return afterMistake(checker, call, invocation);
  }
  return resolved(checker, call, invocation);
}

function isConstructorCall({ name, target }: CallExpression): boolean {
  return !target && /^(this|super)$/i.test(name);
}

/** What is passed to another constructor cannot use the object that is being made. */
function argumentsOf(checker: Checker, call: CallExpression): Checker {
  return isConstructorCall(call) ? { ...checker, isStatic: true, beforeObject: true } : checker;
}

function resolved(checker: Checker, call: CallExpression, invocation: Invocation): Bound {
  if (!call.target) return ownCall(checker, invocation);
  if (call.target.kind === 'super') return superCall(checker, invocation);
  return referenceCall(checker, call, invocation);
}

/** An argument is wrong already: the call is looked at for its type only. */
function afterMistake(checker: Checker, call: CallExpression, invocation: Invocation): Bound {
  if (call.target && call.target.kind !== 'super') reference(checker, call.target);
  return resolved({ ...checker, report: () => undefined }, call, invocation);
}

/** `method(…)`: of this class, of its super classes, static of the classes around it. */
function ownCall(checker: Checker, call: Invocation): Bound {
  for (let symbol: ClassSymbol | undefined = checker.symbol; symbol; symbol = symbol.outer) {
    const found = findMethods(symbol, call.name);
    const usable = symbol === checker.symbol ? found : found.filter(({ isStatic }) => isStatic);
    const method = chooseMethod(checker, usable, call);
    if (method) return userCall(checker, { method, target: undefined, call });
  }
  return inheritedCall(checker, call) ?? unknownMethod(checker, checker.symbol, call);
}

/** `getMessage()` inside an exception class and the like. */
function inheritedCall(checker: Checker, call: Invocation): Bound | undefined {
  return checker.isStatic ? undefined : platformCall(checker, self(checker, call.at), call);
}

function referenceCall(checker: Checker, expression: CallExpression, call: Invocation): Bound {
  const owner = expression.target ?? expression;
  const target = reference(checker, owner);
  if (target.kind === 'type') return typeCall(checker, target.type, call);
  if (target.kind === 'package') return invalid(checker, target.at, unknownName(owner));
  return valueCall(checker, valueOf(checker, target, call), { ...call, safe: expression.safe });
}

type ValueReference = Exclude<Reference, { kind: 'type' | 'package' }>;

function valueOf(checker: Checker, target: ValueReference, { at }: Invocation): Bound {
  switch (target.kind) {
    case 'value':
      return target.value;
    case 'describe':
      return describeValue(checker, target);
    case 'fields':
    case 'fieldSets':
      return fieldsValue(checker, target, at);
    default:
      return unreachable(target);
  }
}

const safeError = 'Safe navigation operator is not allowed between SObject field and addError';

function valueCall(
  checker: Checker,
  target: Bound,
  call: Invocation & { readonly safe: boolean }
): Bound {
  if (target.type.kind === 'unknown') return { kind: 'invalid', type: unknownType, at: call.at };
  if (call.safe && target.kind === 'recordField' && isNamed(call, 'adderror')) {
    return invalid(checker, call.at, safeError);
  }
  return onTarget(target, call, (value) => instanceCall(checker, value, call));
}
