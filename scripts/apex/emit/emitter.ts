import type { LocalVariable } from '../check/index.ts';
import { userByDefault } from '../link/index.ts';
import type { ClassSymbol, TypeTable } from '../types/index.ts';

/** What one unit's code uses from outside itself. */
export interface UnitEmitter {
  readonly types: TypeTable;
  /** The outermost class of the unit. */
  readonly top: ClassSymbol;
  /** Names of the engine's functions that the code calls. */
  readonly helpers: Set<string>;
  /** Native functions by key; the values are their names in the code. */
  readonly natives: Map<string, string>;
  /** Values made once: the expression by its name. */
  readonly constants: Map<string, string>;
  /** Classes of other units. */
  readonly imports: Map<string, ClassSymbol>;
  /** Custom labels that the code reads. */
  readonly labels: Set<string>;
}

/** One function's code. */
export interface FunctionEmitter {
  readonly unit: UnitEmitter;
  readonly symbol: ClassSymbol;
  readonly isConstructor: boolean;
  readonly names: Map<LocalVariable, string>;
  /** Temporary variables declared at the function's start. */
  readonly temporaries: string[];
  readonly state: FunctionState;
}

export interface FunctionState {
  /** Has it loops, which must look at the clock now and then? */
  loops: boolean;
  /** Does it touch what depends on the sharing mode? */
  sensitive: boolean;
  /** How many `System.runAs` blocks are around: a return must get out of their functions. */
  runAsDepth: number;
  /** Loops around this place, within the innermost runAs block. */
  loopDepth: number;
}

export function createUnitEmitter(types: TypeTable, top: ClassSymbol): UnitEmitter {
  return {
    types,
    top,
    helpers: new Set(),
    natives: new Map(),
    constants: new Map(),
    imports: new Map(),
    labels: new Set()
  };
}

export function createFunctionEmitter(
  unit: UnitEmitter,
  symbol: ClassSymbol,
  isConstructor = false
): FunctionEmitter {
  return {
    unit,
    symbol,
    isConstructor,
    names: new Map(),
    temporaries: [],
    state: { loops: false, sensitive: false, runAsDepth: 0, loopDepth: 0 }
  };
}

/** The name of one of the engine's functions. */
export function helper({ unit }: { readonly unit: UnitEmitter }, name: string): string {
  unit.helpers.add(name);
  return `$${name}`;
}

/** The name of a function that reads or writes records: in user mode where the class's version says so. */
export function dataHelper(emitter: FunctionEmitter, name: string): string {
  return helper(emitter, runsAsUser(emitter) ? `${name}AsUser` : name);
}

/** The name of the context that native functions get. */
export function contextName(emitter: FunctionEmitter): string {
  return runsAsUser(emitter) ? helper(emitter, 'asUser') : '$x';
}

function runsAsUser({ symbol }: FunctionEmitter): boolean {
  return symbol.apiVersion >= userByDefault;
}

export function native({ unit }: FunctionEmitter, key: string): string {
  return remember(unit.natives, key, `N$${unit.natives.size}`);
}

/** A value that is made once for the unit. */
export function constant({ unit }: FunctionEmitter, expression: string): string {
  return remember(unit.constants, expression, `K$${unit.constants.size}`);
}

function remember(names: Map<string, string>, key: string, fresh: string): string {
  const found = names.get(key);
  if (found !== undefined) return found;
  names.set(key, fresh);
  return fresh;
}

export function newTemporary({ temporaries }: FunctionEmitter): string {
  const name = `$t${temporaries.length}`;
  temporaries.push(name);
  return name;
}

/** The JavaScript class, imported when it is another unit's. */
export function classReference({ unit }: FunctionEmitter, symbol: ClassSymbol): string {
  importClass(unit, symbol);
  return symbol.js;
}

/** The object that holds the statics of a class, made ready before its first use. */
export function staticsReference(emitter: FunctionEmitter, symbol: ClassSymbol): string {
  importClass(emitter.unit, symbol);
  const name = staticsName(symbol);
  const init = staticInit(emitter, symbol);
  return init === undefined ? name : `(${init}, ${name})`;
}

export function staticsName({ js }: ClassSymbol): string {
  return js.replace('C$', 'S$');
}

/** What makes the statics ready; undefined where they must be so already, or there is nothing to do. */
export function staticInit(emitter: FunctionEmitter, symbol: ClassSymbol): string | undefined {
  const owner = withStaticInit(symbol);
  if (!owner || isInside(emitter.symbol, owner)) return undefined;
  importClass(emitter.unit, owner);
  const name = staticsName(owner);
  return `${name}.$i || ${name}.$init()`;
}

/** The nearest class, itself or above, that has something to do before its first use. */
export function withStaticInit(symbol: ClassSymbol): ClassSymbol | undefined {
  for (let one: ClassSymbol | undefined = symbol; one; one = parentOf(one)) {
    if (one.hasStaticInit) return one;
  }
  return undefined;
}

export function parentOf({ superType }: ClassSymbol): ClassSymbol | undefined {
  return superType?.kind === 'class' ? superType.symbol : undefined;
}

function isInside(symbol: ClassSymbol, owner: ClassSymbol): boolean {
  for (let one: ClassSymbol | undefined = symbol; one; one = parentOf(one)) {
    if (one === owner) return true;
  }
  return false;
}

function importClass(unit: UnitEmitter, symbol: ClassSymbol): void {
  if (outermost(symbol) !== unit.top) unit.imports.set(symbol.name, symbol);
}

function outermost(symbol: ClassSymbol): ClassSymbol {
  return symbol.outer ? outermost(symbol.outer) : symbol;
}
