import type { TypeName } from '../syntax/index.ts';
import type { ApexType, ClassSymbol, NativeDefinition, TypeTable } from '../types/index.ts';
import { argumentCounts } from './messages.ts';

export interface Resolver {
  readonly types: TypeTable;
  readonly classes: ReadonlyMap<string, ClassSymbol>;
}

/** Finds what a type name means inside a class: its own inner types first, the platform's types last. */
export function resolveType(
  world: Resolver,
  name: TypeName,
  scope: ClassSymbol | undefined
): ApexType | undefined {
  let type = resolvePlain(world, name, scope);
  for (let count = 0; type && count < name.arrays; count++) type = world.types.list(type);
  return type;
}

function resolvePlain(
  world: Resolver,
  name: TypeName,
  scope: ClassSymbol | undefined
): ApexType | undefined {
  const words = withoutNamespace(
    world,
    name.parts.map((part) => part.name.toLowerCase())
  );
  const symbol = findClass(world, words, scope);
  if (symbol) return world.types.ofClass(symbol);
  return platformType(world, words, { name, scope }) ?? recordType(world, words);
}

function withoutNamespace(world: Resolver, words: readonly string[]): readonly string[] {
  const namespace = world.types.schema.namespace?.toLowerCase();
  return words.length > 1 && words[0] === namespace ? words.slice(1) : words;
}

/** A class by its words, `['outer', 'inner']`, as seen from inside `scope`. */
export function findClass(
  world: Resolver,
  words: readonly string[],
  scope: ClassSymbol | undefined
): ClassSymbol | undefined {
  const [first = '', second] = words;
  if (words.length > 2) return undefined;
  const found = innerInScope(first, scope) ?? world.classes.get(first);
  return second === undefined ? found : found && innerOf(found, second);
}

function innerInScope(name: string, scope: ClassSymbol | undefined): ClassSymbol | undefined {
  for (let symbol = scope; symbol; symbol = symbol.outer) {
    const found = symbol.simpleName.toLowerCase() === name ? symbol : innerOf(symbol, name);
    if (found) return found;
  }
  return undefined;
}

/** An inner type of the class or of its super classes. */
export function innerOf(symbol: ClassSymbol, name: string): ClassSymbol | undefined {
  let current: ClassSymbol | undefined = symbol;
  for (let depth = 0; current && depth < 100; depth++) {
    const found = current.inner.get(name);
    if (found) return found;
    current = current.superType?.kind === 'class' ? current.superType.symbol : undefined;
  }
  return undefined;
}

function platformType(
  world: Resolver,
  words: readonly string[],
  { name, scope }: ScopedName
): ApexType | undefined {
  if (words[0] === 'schema' && recordType(world, words)) return undefined;
  const definition = world.types.catalogue.find(words.join('.'));
  const given = name.parts.at(-1)?.arguments ?? [];
  if (!definition || !takesArguments(definition, given.length)) return undefined;
  const resolved = given.map((argument) => resolveType(world, argument, scope));
  const known = resolved.filter((type) => type !== undefined);
  if (known.length < given.length) return undefined;
  const missing = definition.parameters.slice(known.length).map(() => objectType(world));
  return world.types.use(definition, [...known, ...missing]);
}

/** Collections need all their type arguments; of interfaces they may be left out. */
function takesArguments({ name, parameters }: NativeDefinition, count: number): boolean {
  const isCollection = argumentCounts.has(name.toLowerCase());
  return isCollection ? count === parameters.length : count <= parameters.length;
}

interface ScopedName {
  readonly name: TypeName;
  readonly scope: ClassSymbol | undefined;
}

function objectType(world: Resolver): ApexType {
  return world.types.native('Object');
}

function recordType(world: Resolver, words: readonly string[]): ApexType | undefined {
  const name = words.length === 2 && words[0] === 'schema' ? words[1] : words[0];
  if (name === undefined || (words.length > 1 && words[0] !== 'schema')) return undefined;
  const object = world.types.schema.object(name);
  return object && world.types.ofObject(object);
}
