import type { Position } from '../../syntax/index.ts';
import { chooseOverload, isNative } from '../../types/index.ts';
import type { ApexType, NativeUse } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert } from '../convert.ts';
import { findNativeMethods } from '../lookup.ts';
import type { NativeCandidate } from '../lookup.ts';

export interface MethodUse {
  readonly name: string;
  readonly at: Position;
}

interface Chosen extends NativeCandidate {
  readonly parameters: readonly ApexType[];
}

/** `value.method(…)` of a platform type, or undefined when it has no such method. */
export function nativeInstanceCall(
  checker: Checker,
  target: Bound,
  use: MethodUse,
  given: readonly Bound[]
): Bound | undefined {
  const { type } = target;
  if (type.kind !== 'native') return undefined;
  const candidates = findNativeMethods(checker.types, type, use.name);
  const instance = candidates.filter(({ method }) => !method.isStatic);
  const chosen = choose(checker, instance, given);
  if (!chosen) return undefined;
  if (isDynamic(chosen)) return dynamicCall(checker, chosen, { target, use, given });
  return nativeCall(checker, chosen, { target, use, given });
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
  readonly use: MethodUse;
  readonly given: readonly Bound[];
}

function dynamicCall(checker: Checker, chosen: Chosen, parts: CallParts): Bound {
  const { target, use, given } = parts;
  if (!target) return nativeCall(checker, chosen, parts);
  return {
    kind: 'dynamicCall',
    at: use.at,
    type: returnTypeOf(checker, chosen),
    target,
    name: chosen.method.name,
    isSuper: false,
    arguments: converted(chosen, given)
  };
}

export function nativeStaticCall(
  checker: Checker,
  type: NativeUse,
  use: MethodUse,
  given: readonly Bound[]
): Bound | undefined {
  const candidates = findNativeMethods(checker.types, type, use.name);
  const statics = candidates.filter(({ method }) => method.isStatic);
  const chosen = choose(checker, statics, given);
  return chosen && nativeCall(checker, chosen, { target: undefined, use, given });
}

export function choose(
  checker: Checker,
  candidates: readonly NativeCandidate[],
  given: readonly Bound[]
): Chosen | undefined {
  const options = candidates.map((candidate) => {
    const parameters = parametersOf(checker, candidate);
    return { item: { ...candidate, parameters }, parameters };
  });
  return chooseWithQueries(checker, options, given);
}

/** A query fits a parameter for a list and one for a record; the list is tried first. */
export function chooseWithQueries<T>(
  checker: Checker,
  options: readonly { readonly item: T; readonly parameters: readonly ApexType[] }[],
  given: readonly Bound[]
): T | undefined {
  const types = given.map(({ type }) => type);
  const found = chooseOverload(checker.types, options, types);
  if (found || !given.some(({ kind }) => kind === 'soql')) return found;
  const records = given.map((one) =>
    one.kind === 'soql' && one.type.kind === 'native'
      ? (one.type.arguments[0] ?? one.type)
      : one.type
  );
  return chooseOverload(checker.types, options, records);
}

function parametersOf(checker: Checker, { owner, method }: NativeCandidate): readonly ApexType[] {
  return method.parameters.map(({ type }) => checker.types.substitute(type, owner));
}

function nativeCall(checker: Checker, chosen: Chosen, { target, use, given }: CallParts): Bound {
  const { method } = chosen;
  return {
    kind: 'nativeCall',
    at: use.at,
    type: resultType(checker, chosen, { target, use, given }),
    target,
    method,
    arguments: converted(chosen, given),
    scope: method.bindsLocals ? checker.scope.all() : []
  };
}

function converted({ parameters }: Chosen, given: readonly Bound[]): readonly Bound[] {
  return given.map((value, index) => convert(value, parameters[index] ?? value.type));
}

function returnTypeOf(checker: Checker, { owner, method }: Chosen): ApexType {
  return checker.types.substitute(method.returnType, owner);
}

/** Copies of records and lists of records keep the type that they are copies of. */
function resultType(checker: Checker, chosen: Chosen, { target, given, use }: CallParts): ApexType {
  const declared = returnTypeOf(checker, chosen);
  const [first] = given;
  if (use.name.toLowerCase() === 'clone' && target && isNative(declared, 'SObject', 'Object')) {
    return target.type;
  }
  if (first && use.name.toLowerCase() === 'copyof') return declared;
  return declared;
}

/** Calls a method that the library is known to have. */
export function callByName(checker: Checker, target: Bound, use: MethodUse): Bound {
  return (
    nativeInstanceCall(checker, target, use, []) ??
    invalid(checker, use.at, notSupported(target.type, use.name, []))
  );
}

/** Types whose methods the library has all: what is missing there does not exist. */
const complete = new Set(
  'String Integer Long Double Decimal Boolean Id List Set Map Date Datetime Time Math Object SObject Blob'.split(
    ' '
  )
);

/** A method that is missing from the library, in the platform's words or in ours. */
export function notSupported(type: ApexType, name: string, given: readonly Bound[]): string {
  const types = given.map((one) => one.type.name).join(', ');
  const signature = `Method does not exist or incorrect signature: void ${name}(${types}) from the type ${type.name}`;
  if (type.kind !== 'native' || complete.has(type.definition.name)) return signature;
  if (type.definition.members().methods.has(name.toLowerCase())) return signature;
  return `${signature} (not supported by the local org: ${type.definition.name}.${name})`;
}
