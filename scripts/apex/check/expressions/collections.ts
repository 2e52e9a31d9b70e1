import type { Expression, NewArray, NewMap, NewSetOrList, Position } from '../../syntax/index.ts';
import { isAssignable, isNative, unknownType } from '../../types/index.ts';
import type { ApexType, NativeUse } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid, resolve } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { assignable, convert, fits } from '../convert.ts';
import { check } from './check.ts';
import { typesOf } from './invocation.ts';

export function checkNewArray(checker: Checker, expression: NewArray): Bound {
  const { at } = expression;
  const element = resolve(checker, expression.type);
  const size = expression.size && check(checker, expression.size);
  const values = elements(checker, expression, element);
  const integer = checker.types.native('Integer');
  const length = size && assignable(checker, size, { type: integer, at: size.at });
  return { kind: 'newList', at, type: checker.types.list(element), element, size: length, values };
}

function elements(
  checker: Checker,
  { values }: Pick<NewArray, 'values'>,
  type: ApexType
): readonly Bound[] {
  const say = (given: ApexType): string =>
    `Initial expression is of incorrect type, expected: ${type.name} but was: ${given.name}`;
  return values.map((one) => element(checker, one, { type, say }));
}

interface Wanted {
  readonly type: ApexType;
  /** What is wrong with a value of that type. */
  say(given: ApexType): string;
}

function element(checker: Checker, expression: Expression, { type, say }: Wanted): Bound {
  const value = check(checker, expression);
  if (fits(checker, value, type)) return convert(value, type);
  return invalid(checker, value.at, say(value.type));
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
  const values = elements(checker, expression, element);
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
  const wrong = (what: string) => (given: ApexType) =>
    `Invalid ${what} type ${given.name} for ${type.name}`;
  const entries = expression.entries.map(
    (entry) =>
      [
        element(checker, entry.key, { type: key, say: wrong('key') }),
        element(checker, entry.value, { type: value, say: wrong('value') })
      ] as const
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
  const [source] = given;
  if (!source || given.length > 1) return noConstructor(checker, type, { at, given });
  const wanted = sourceType(checker, type, source);
  if (!wanted) return wrongSource(checker, type, { at, source });
  return {
    kind: 'newFrom',
    at,
    type,
    definition: type.definition.name,
    of: type.arguments,
    source: convert(source, wanted)
  };
}

/** The parameter of the constructor that takes the value. */
function sourceType(checker: Checker, type: NativeUse, source: Bound): ApexType | undefined {
  return type.definition
    .members()
    .constructors.flatMap(({ parameters }) => parameters.slice(0, 1))
    .map((one) => checker.types.substitute(one.type, type))
    .find((wanted) => isSource(checker, source.type, wanted));
}

/** Elements are of the very type, or records. */
function isSource(checker: Checker, from: ApexType, to: ApexType): boolean {
  if (!isAssignable(checker.types, from, to)) return false;
  return !isNative(from, 'List', 'Set') || sameElements(from, to);
}

function sameElements(from: ApexType, to: ApexType): boolean {
  if (from.kind !== 'native' || to.kind !== 'native') return true;
  return from.arguments.every((element, index) => {
    const other = to.arguments[index];
    return element === other || isRecordType(element);
  });
}

function isRecordType(type: ApexType): boolean {
  return type.kind === 'sobject' || isNative(type, 'SObject', 'AggregateResult');
}

function noConstructor(checker: Checker, type: NativeUse, { at, given }: CollectionParts): Bound {
  const message = `Constructor not defined: [${type.name}].<Constructor>(${typesOf({ given })})`;
  return invalid(checker, at, message);
}

/** What each collection can be made of, in the platform's words. */
const wantedSource: Readonly<Record<string, (element: string) => string>> = {
  List: (element) => `an Integer or a List of type ${element}`,
  Set: (element) => `a List or a Set of type: ${element}`,
  Map: () => 'a Map with the same key and value types, or a valid SObject List'
};

interface WrongSource {
  readonly at: Position;
  readonly source: Bound;
}

function wrongSource(checker: Checker, type: NativeUse, { at, source }: WrongSource): Bound {
  const elements = type.arguments.map(({ name }) => name).join(',');
  const target = `${type.definition.name}<${elements}>`;
  const wanted = wantedSource[type.definition.name]?.(elements) ?? target;
  const message = `Invalid initializer type ${source.type.name} found for ${target}: expected ${wanted}`;
  return invalid(checker, at, message);
}
