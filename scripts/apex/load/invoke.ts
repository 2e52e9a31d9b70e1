import type { ClassSymbol, MethodSymbol } from '../types/index.ts';
import { ApexException } from '../runtime/index.ts';
import type { LoadedClass } from './linkModules.ts';
import { typeName } from './typeNames.ts';
import type { TypeRelations } from './typeRelations.ts';

/** Finds methods of the project by name and arguments, when the program runs. */
export interface MethodFinder {
  instance(symbol: ClassSymbol, name: string, count: number): readonly MethodSymbol[];
  static(symbol: ClassSymbol, name: string, count: number): readonly MethodSymbol[];
}

export function createMethodFinder(): MethodFinder {
  const known = new Map<string, readonly MethodSymbol[]>();
  const find = (
    symbol: ClassSymbol,
    name: string,
    filter: (one: MethodSymbol) => boolean,
    tag: string
  ) => {
    const key = `${symbol.name} ${name.toLowerCase()} ${tag}`;
    const before = known.get(key);
    if (before) return before;
    const found = lineage(symbol).flatMap((one) => one.methods.get(name.toLowerCase()) ?? []);
    const result = found.filter((one) => !one.isAbstract && filter(one));
    known.set(key, result);
    return result;
  };
  return {
    instance: (symbol, name, count) =>
      find(
        symbol,
        name,
        (one) => isOfInstance(one) && one.parameters.length === count,
        `i${count}`
      ),
    static: (symbol, name, count) =>
      find(symbol, name, (one) => one.isStatic && one.parameters.length === count, `s${count}`)
  };
}

function isOfInstance({ isStatic, owner }: MethodSymbol): boolean {
  return !isStatic || owner.interfaces.length > 0;
}

function lineage(symbol: ClassSymbol): readonly ClassSymbol[] {
  const parent = symbol.superType?.kind === 'class' ? symbol.superType.symbol : undefined;
  return parent ? [symbol, ...lineage(parent)] : [symbol];
}

/** The overload whose parameters take the values; the only one, when there is no choice. */
export function overloadFor<T extends Pick<MethodSymbol, 'parameters'>>(
  candidates: readonly T[],
  given: readonly unknown[],
  relations: TypeRelations
): T | undefined {
  if (candidates.length < 2) return candidates[0];
  const isExact = ({ parameters }: T): boolean =>
    parameters.every(({ type }, index) => typeName(given[index]) === type.name);
  const fits = ({ parameters }: T): boolean =>
    parameters.every(({ type }, index) => {
      const value = given[index];
      return value === null || relations.isInstance(value, type.name);
    });
  return candidates.find(isExact) ?? candidates.find(fits) ?? candidates[0];
}

/** Calls a function of a class or object by its JavaScript name. */
export function callMember(holder: unknown, name: string, given: readonly unknown[]): unknown {
  const method = (holder as Record<string, unknown>)[name];
  if (typeof method !== 'function') {
    throw new ApexException('System.TypeException', `Method does not exist: ${name}`);
  }
  return method.apply(holder, given);
}

/** The statics must be ready before any code of the class runs. */
export function initialize(
  classes: ReadonlyMap<string, LoadedClass>,
  symbol: ClassSymbol
): LoadedClass | undefined {
  for (const one of lineage(symbol)) classes.get(one.name.toLowerCase())?.statics?.$init();
  return classes.get(symbol.name.toLowerCase());
}
