import type { ClassSymbol } from '../types/index.ts';
import type { ClassObject, Statics, UnitModule } from './modules.ts';

export interface LoadedClass {
  readonly symbol: ClassSymbol;
  readonly type: ClassObject;
  readonly statics: Statics | null;
}

export interface ModuleLinker {
  /** By lower-case full name. */
  readonly classes: ReadonlyMap<string, ClassSymbol>;
  /** By the name of the outermost class, lower case. */
  readonly modules: ReadonlyMap<string, UnitModule>;
}

/** Makes all classes, super classes first, and gives each unit the classes that it uses. */
export function linkModules(
  { classes, modules }: ModuleLinker,
  known: ReadonlyMap<string, LoadedClass> = new Map()
): ReadonlyMap<string, LoadedClass> {
  const loaded = new Map<string, LoadedClass>(known);
  const make = (symbol: ClassSymbol): void => {
    const key = symbol.name.toLowerCase();
    const module = modules.get(outermost(symbol).name.toLowerCase());
    if (loaded.has(key) || !module) return;
    const parent = symbol.superType?.kind === 'class' ? symbol.superType.symbol : undefined;
    if (parent) {
      make(parent);
      importInto(module, loaded.get(parent.name.toLowerCase()));
    }
    const [type, statics] = module.classes[symbol.name]?.() ?? missing(symbol);
    loaded.set(key, { symbol, type, statics });
  };
  for (const symbol of classes.values()) make(symbol);
  for (const module of modules.values()) {
    for (const name of Object.keys(module.imports)) {
      importInto(module, loaded.get(name.toLowerCase()));
    }
  }
  return loaded;
}

function importInto(module: UnitModule, found: LoadedClass | undefined): void {
  if (found) module.imports[found.symbol.name]?.(found.type, found.statics);
}

function missing(symbol: ClassSymbol): never {
  throw new Error(`The class ${symbol.name} has no code.`);
}

export function outermost(symbol: ClassSymbol): ClassSymbol {
  return symbol.outer ? outermost(symbol.outer) : symbol;
}
