import type { NewArray, NewMap, NewSetOrList, Position } from '../../syntax/index.ts';
import { isAssignable, isNative, unknownType } from '../../types/index.ts';
import type { ApexType, NativeUse } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid, resolve } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { assignable, convert } from '../convert.ts';
import { check } from './check.ts';
import { choose } from './nativeCalls.ts';

export function checkNewArray(checker: Checker, expression: NewArray): Bound {
  const { at } = expression;
  const element = resolve(checker, expression.type);
  const size = expression.size && check(checker, expression.size);
  const values = expression.values.map((one) => checked(checker, one, element));
  const integer = checker.types.native('Integer');
  const length = size && assignable(checker, size, { type: integer, at: size.at });
  return { kind: 'newList', at, type: checker.types.list(element), element, size: length, values };
}

function checked(checker: Checker, expression: NewArray['values'][number], type: ApexType): Bound {
  const value = check(checker, expression);
  return assignable(checker, value, { type, at: value.at });
}

export function checkNewValues(checker: Checker, expression: NewSetOrList): Bound {
  const { at } = expression;
  const type = resolve(checker, expression.type);
  if (isNative(type, 'Map') && expression.values.length === 0) return emptyMap(type, at);
  if (!isNative(type, 'List', 'Set')) {
    if (type.kind === 'unknown') return { kind: 'invalid', at, type };
    return invalid(checker, at, `Type cannot be constructed: ${type.name}`);
  }
  const element = (type.kind === 'native' ? type.arguments[0] : undefined) ?? unknownType;
  const values = expression.values.map((one) => checked(checker, one, element));
  if (isNative(type, 'Set')) return { kind: 'newSet', at, type, element, values };
  return { kind: 'newList', at, type, element, size: undefined, values };
}

function emptyMap(type: ApexType, at: Position): Bound {
  const [key = unknownType, value = unknownType] = type.kind === 'native' ? type.arguments : [];
  return { kind: 'newMap', at, type, key, value, entries: [] };
}

export function checkNewMap(checker: Checker, expression: NewMap): Bound {
  const { at } = expression;
  const type = resolve(checker, expression.type);
  if (type.kind === 'unknown') return { kind: 'invalid', at, type };
  if (!isNative(type, 'Map'))
    return invalid(checker, at, `Type cannot be constructed: ${type.name}`);
  const [key = unknownType, value = unknownType] = type.kind === 'native' ? type.arguments : [];
  const entries = expression.entries.map(
    (entry) => [checked(checker, entry.key, key), checked(checker, entry.value, value)] as const
  );
  return { kind: 'newMap', at, type, key, value, entries };
}

export interface CollectionParts {
  readonly at: Position;
  readonly given: readonly Bound[];
}

/** `new List<T>()`, `new Set<T>(other)`, `new Map<Id, Account>(records)` */
export function newCollection(checker: Checker, type: NativeUse, parts: CollectionParts): Bound {
  const { at, given } = parts;
  const [key = unknownType, value = unknownType] = type.arguments;
  if (given.length === 0) {
    if (isNative(type, 'Map')) return { kind: 'newMap', at, type, key, value, entries: [] };
    if (isNative(type, 'Set')) return { kind: 'newSet', at, type, element: key, values: [] };
    return { kind: 'newList', at, type, element: key, size: undefined, values: [] };
  }
  return copied(checker, type, parts);
}

/** From a list, a set, a map or a size. */
function copied(checker: Checker, type: NativeUse, { at, given }: CollectionParts): Bound {
  const candidates = type.definition
    .members()
    .constructors.map((method) => ({ owner: type, method }));
  const chosen = choose(checker, candidates, given) ?? looseChoice(checker, type, given);
  if (!chosen) {
    const types = given.map((one) => one.type.name).join(', ');
    return invalid(checker, at, `Constructor not defined: [${type.name}].<Constructor>(${types})`);
  }
  const [source] = given.map((one, index) => convert(one, chosen.parameters[index] ?? one.type));
  if (!source) throw new Error('A collection is copied from nothing.');
  return {
    kind: 'newFrom',
    at,
    type,
    definition: type.definition.name,
    of: type.arguments,
    source
  };
}

/** Collections of records may be made from collections of other records. */
function looseChoice(
  checker: Checker,
  type: NativeUse,
  given: readonly Bound[]
): ReturnType<typeof choose> {
  const [only] = given;
  if (!only || given.length !== 1 || only.type.kind !== 'native') return undefined;
  const [element] = only.type.arguments;
  const target = type.arguments.at(-1);
  if (!element || !target || !isAssignable(checker.types, element, target)) return undefined;
  const widened = checker.types.use(
    only.type.definition,
    only.type.arguments.map(() => target)
  );
  const candidates = type.definition
    .members()
    .constructors.map((method) => ({ owner: type, method }));
  return choose(checker, candidates, [{ ...only, type: widened }]);
}
