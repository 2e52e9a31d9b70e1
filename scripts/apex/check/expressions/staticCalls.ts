import { describeMethod } from '../../link/index.ts';
import { unknownType } from '../../types/index.ts';
import type { ApexType, ClassSymbol, MethodSymbol, NativeUse } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { findMethods } from '../lookup.ts';
import { enumStatic } from './enums.ts';
import type { Invocation } from './invocation.ts';
import { nativeStaticCall } from './nativeCalls.ts';
import { recordStaticCall } from './recordCalls.ts';
import { chooseMethod, unknownMethod, userCall } from './userCalls.ts';
import { notSupported } from './unsupported.ts';

/** `Type.method(…)` */
export function typeCall(checker: Checker, type: ApexType, call: Invocation): Bound {
  if (type.kind === 'class') return classStaticCall(checker, type.symbol, call);
  if (type.kind === 'sobject') return recordStaticCall(checker, type, call);
  if (type.kind === 'native') return nativeTypeCall(checker, type, call);
  return { kind: 'invalid', type: unknownType, at: call.at };
}

function nativeTypeCall(checker: Checker, type: NativeUse, call: Invocation): Bound {
  const found = nativeStaticCall(checker, type, call) ?? enumStatic(checker, type, call);
  return found ?? invalid(checker, call.at, notSupported(type, call));
}

function classStaticCall(checker: Checker, symbol: ClassSymbol, call: Invocation): Bound {
  const method = chooseMethod(checker, findMethods(symbol, call.name), call);
  if (!method) {
    const special = enumStatic(checker, checker.types.ofClass(symbol), call);
    return special ?? unknownMethod(checker, symbol, call);
  }
  if (!method.isStatic && !isOwnCall(checker, symbol)) return nonStatic(checker, method, call);
  return userCall(checker, { method, target: undefined, call });
}

/** `ThisClass.method()` where the method is not static works inside its own instances. */
function isOwnCall(checker: Checker, symbol: ClassSymbol): boolean {
  return !checker.isStatic && checker.symbol === symbol;
}

/** A method that needs an object is called without one. */
export function nonStatic(checker: Checker, method: MethodSymbol, { at }: Invocation): Bound {
  const [, ...rest] = describeMethod(method).split(' ');
  const signature = `${method.returnType.name} ${method.owner.name}.${rest.join(' ')}`;
  const message = checker.beforeObject
    ? `Cannot reference instance methods in a constructor invocation: ${signature}`
    : `Non static method cannot be referenced from a static context: ${signature}`;
  return invalid(checker, at, message);
}
