import { shownName } from '../../link/index.ts';
import type { ClassSymbol, MethodSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import { describeOwned } from '../lookup.ts';
import { isVisible } from '../visibility.ts';
import { typesOf } from './invocation.ts';
import type { Invocation } from './invocation.ts';
import { chooseWithQueries } from './nativeCalls.ts';
import { nonStatic } from './staticCalls.ts';

export function chooseMethod(
  checker: Checker,
  methods: readonly MethodSymbol[],
  call: Invocation
): MethodSymbol | undefined {
  const options = methods.map((item) => ({
    item,
    parameters: item.parameters.map(({ type }) => type)
  }));
  return chooseWithQueries(checker, options, call);
}

interface UserCall {
  readonly method: MethodSymbol;
  /** Undefined: by its bare name or through its class. */
  readonly target: Bound | undefined;
  readonly call: Invocation;
}

/** A call of a method of the project. */
export function userCall(checker: Checker, parts: UserCall): Bound & { kind: 'call' } {
  const { method, target, call } = parts;
  reportCall(checker, parts);
  return {
    kind: 'call',
    at: call.at,
    type: method.returnType,
    method,
    isSuper: false,
    target: method.isStatic ? undefined : (target ?? self(checker, call.at)),
    arguments: convertArguments(method, call.given)
  };
}

function reportCall(checker: Checker, { method, target, call }: UserCall): void {
  const { at } = call;
  if (!isVisible(checker, method)) {
    checker.report(at, `Method is not visible: ${describeOwned(method)}`);
  }
  if (!method.isStatic && !target && checker.isStatic) nonStatic(checker, method, call);
  if (!method.isStatic || !target) return;
  const signature = describeOwned(method);
  const message = `Static method cannot be referenced from a non static context: ${signature}`;
  checker.report(at, message);
}

export function self(checker: Checker, at: Bound['at']): Bound {
  return { kind: 'this', at, type: checker.types.ofClass(checker.symbol) };
}

export function convertArguments(method: MethodSymbol, given: readonly Bound[]): readonly Bound[] {
  return given.map((value, index) => convert(value, method.parameters[index]?.type ?? value.type));
}

export function unknownMethod(checker: Checker, symbol: ClassSymbol, call: Invocation): Bound {
  const signature = `void ${call.name}(${typesOf(call)}) from the type ${shownName(symbol.name)}`;
  return invalid(checker, call.at, `Method does not exist or incorrect signature: ${signature}`);
}
