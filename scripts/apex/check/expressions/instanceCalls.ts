import type { ClassSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert, recordOf } from '../convert.ts';
import { findMethods, nativeParents } from '../lookup.ts';
import { isNamed } from './invocation.ts';
import type { Invocation } from './invocation.ts';
import { nativeInstanceCall } from './nativeCalls.ts';
import { recordCall } from './recordCalls.ts';
import { chooseMethod, unknownMethod, userCall } from './userCalls.ts';
import { notSupported } from './unsupported.ts';

/** `value.method(…)` */
export function instanceCall(checker: Checker, target: Bound, call: Invocation): Bound {
  const { type } = target;
  if (type.kind === 'class') return classCall(checker, { target, call }, type.symbol);
  const found = recordCall(checker, target, call) ?? nativeInstanceCall(checker, target, call);
  if (found) return found;
  if (target.kind === 'soql' && target.mode === 'list') {
    return instanceCall(checker, convert(target, recordOf(target)), call);
  }
  return invalid(checker, call.at, notSupported(type, call));
}

interface ClassCall {
  readonly target: Bound;
  readonly call: Invocation;
}

function classCall(checker: Checker, { target, call }: ClassCall, symbol: ClassSymbol): Bound {
  const method = chooseMethod(checker, findMethods(symbol, call.name), call);
  if (method) return userCall(checker, { target, call, method });
  if (isNamed(call, 'clone', 0)) {
    return { kind: 'cloneObject', at: call.at, type: target.type, target };
  }
  const inherited = platformCall(checker, target, call) ?? enumCall(checker, target, call);
  return inherited ?? unknownMethod(checker, symbol, call);
}

/** A method that a class has from the platform's types above it, or from Object. */
export function platformCall(checker: Checker, target: Bound, call: Invocation): Bound | undefined {
  const { type } = target;
  const parents = type.kind === 'class' ? nativeParents(type.symbol) : [];
  for (const parent of [...parents, checker.types.native('Object')]) {
    const found = nativeInstanceCall(checker, { ...target, type: parent }, call);
    if (found) return found;
  }
  return undefined;
}

function enumCall(checker: Checker, target: Bound, call: Invocation): Bound | undefined {
  const isEnum = target.type.kind === 'class' && target.type.symbol.kind === 'enum';
  if (!isEnum) return undefined;
  return nativeInstanceCall(checker, { ...target, type: checker.types.native('Enum') }, call);
}
