import { chooseOverload, isNative } from '../../types/index.ts';
import type { ApexType, Candidate, NativeUse } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import { findNativeMethods } from '../lookup.ts';
import type { NativeCandidate } from '../lookup.ts';
import { isNamed, typesOf } from './invocation.ts';
import type { Invocation } from './invocation.ts';
import { notSupported } from './unsupported.ts';

interface Chosen extends NativeCandidate {
  readonly parameters: readonly ApexType[];
}

/** `value.method(…)` of a platform type, or undefined when it has no such method. */
export function nativeInstanceCall(
  checker: Checker,
  target: Bound,
  call: Invocation
): Bound | undefined {
  const { type } = target;
  if (type.kind !== 'native') return undefined;
  const candidates = findNativeMethods(checker.types, type, call.name);
  const instance = candidates.filter(({ method }) => !method.isStatic);
  const chosen = choose(checker, instance, call);
  if (!chosen) return undefined;
  if (isDynamic(chosen)) return dynamicCall(checker, chosen, { target, call });
  return nativeCall(checker, chosen, { target, call });
}

/** What user code may implement is called by name. */
function isDynamic({ owner, method }: Chosen): boolean {
  return (
    owner.definition.kind === 'interface' ||
    (owner.definition.name === 'Object' && !method.isStatic)
  );
}

interface CallParts {
  readonly target: Bound | undefined;
  readonly call: Invocation;
}

function dynamicCall(
  checker: Checker,
  chosen: Chosen,
  { target, call }: CallParts & { readonly target: Bound }
): Bound {
  return {
    kind: 'dynamicCall',
    at: call.at,
    type: returnTypeOf(checker, chosen),
    target,
    name: chosen.method.name,
    isSuper: false,
    arguments: converted(chosen, call.given)
  };
}

/** `Type.method(…)` of a platform type. */
export function nativeStaticCall(
  checker: Checker,
  type: NativeUse,
  call: Invocation
): Bound | undefined {
  const candidates = findNativeMethods(checker.types, type, call.name);
  const statics = candidates.filter(({ method }) => method.isStatic);
  const chosen = choose(checker, statics, call);
  return chosen && nativeCall(checker, chosen, { target: undefined, call });
}

export function choose(
  checker: Checker,
  candidates: readonly NativeCandidate[],
  call: Invocation
): Chosen | undefined {
  const options = candidates.map((candidate) => {
    const parameters = parametersOf(checker, candidate);
    return { item: { ...candidate, parameters }, parameters };
  });
  return chooseWithQueries(checker, options, call);
}

/** A query fits a parameter for a list and one for a record; the list is tried first. */
export function chooseWithQueries<T>(
  checker: Checker,
  options: readonly Candidate<T>[],
  call: Invocation
): T | undefined {
  const { given } = call;
  const types = given.map(({ type }) => type);
  const found = chooseOne(checker, options, { call, types });
  if (found || !given.some(({ kind }) => kind === 'soql')) return found;
  const records = given.map((one) =>
    one.kind === 'soql' && one.type.kind === 'native'
      ? (one.type.arguments[0] ?? one.type)
      : one.type
  );
  return chooseOne(checker, options, { call, types: records });
}

interface Arguments {
  readonly call: Invocation;
  readonly types: readonly ApexType[];
}

function chooseOne<T>(
  checker: Checker,
  options: readonly Candidate<T>[],
  { call, types }: Arguments
): T | undefined {
  const found = chooseOverload(checker.types, options, types);
  if (found?.isAmbiguous) {
    const signature = `void ${call.name}(${typesOf(call)})`;
    checker.report(call.at, `Ambiguous method signature: ${signature}`);
  }
  return found?.item;
}

function parametersOf(checker: Checker, { owner, method }: NativeCandidate): readonly ApexType[] {
  return method.parameters.map(({ type }) => checker.types.substitute(type, owner));
}

function nativeCall(checker: Checker, chosen: Chosen, parts: CallParts): Bound {
  const { method } = chosen;
  const { target, call } = parts;
  return {
    kind: 'nativeCall',
    at: call.at,
    type: resultType(checker, chosen, parts),
    target,
    method,
    arguments: converted(chosen, call.given),
    scope: method.bindsLocals ? checker.scope.all() : []
  };
}

function converted({ parameters }: Chosen, given: readonly Bound[]): readonly Bound[] {
  return given.map((value, index) => convert(value, parameters[index] ?? value.type));
}

function returnTypeOf(checker: Checker, { owner, method }: Chosen): ApexType {
  return checker.types.substitute(method.returnType, owner);
}

/** A copy is of the type that it is a copy of. */
function resultType(checker: Checker, chosen: Chosen, { target, call }: CallParts): ApexType {
  const declared = returnTypeOf(checker, chosen);
  const isCopy = isNamed(call, 'clone') && isNative(declared, 'SObject', 'Object');
  return target && isCopy ? target.type : declared;
}

/** Calls a method without parameters that the library is known to have. */
export function callByName(checker: Checker, target: Bound, use: Omit<Invocation, 'given'>): Bound {
  const call = { ...use, given: [] };
  return (
    nativeInstanceCall(checker, target, call) ??
    invalid(checker, use.at, notSupported(target.type, call))
  );
}
