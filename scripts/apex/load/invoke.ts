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
  const remember = (key: string, find: () => readonly MethodSymbol[]): readonly MethodSymbol[] => {
    const found = known.get(key) ?? find();
    known.set(key, found);
    return found;
  };
  const finder =
    (kind: string, fits: (method: MethodSymbol) => boolean): MethodFinder['instance'] =>
    (symbol, name, count) =>
      remember(`${kind} ${count} ${name.toLowerCase()} ${symbol.name}`, () =>
        concrete(symbol, name).filter((one) => fits(one) && one.parameters.length === count)
      );
  return {
    instance: finder('instance', isOfInstance),
    static: finder('static', ({ isStatic }) => isStatic)
  };
}

function concrete(symbol: ClassSymbol, name: string): readonly MethodSymbol[] {
  const all = lineage(symbol).flatMap((one) => one.methods.get(name.toLowerCase()) ?? []);
  return all.filter(({ isAbstract }) => !isAbstract);
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
