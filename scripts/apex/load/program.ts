import { link } from '../link/index.ts';
import type { World } from '../link/index.ts';
import type { FromJson, NativeType } from '../library/native.ts';
import type {
  ApexContext,
  ClassInfo,
  ProgramPort,
  TriggerEvent,
  TriggerInfo,
  TriggerVariables
} from '../platform/index.ts';
import { ApexException } from '../runtime/index.ts';
import type { ApexFrame } from '../runtime/index.ts';
import {
  createCatalogue,
  isExceptionType,
  languageTypes,
  nativeFunctions
} from '../types/index.ts';
import type { ClassSymbol } from '../types/index.ts';
import { defaultConstructor } from '../emit/index.ts';
import { classInfo } from './classInfo.ts';
import { createFrameReader } from './frames.ts';
import { createHelpers } from './helpers/index.ts';
import { initException, toApexException } from './helpers/exceptions.ts';
import { callMember, createMethodFinder, initialize, overloadFor } from './invoke.ts';
import { linkModules } from './linkModules.ts';
import type { LoadedClass } from './linkModules.ts';
import { instantiate } from './modules.ts';
import type { ClassObject } from './modules.ts';
import { createNativeFinder } from './nativeMethods.ts';
import { typeName } from './typeNames.ts';
import { createTypeRelations } from './typeRelations.ts';
import type { CompiledProgram, CompiledUnit } from './types.ts';

export interface LoadInput {
  /** The context whose `program` the loaded program becomes. */
  readonly context: Omit<ApexContext, 'program'>;
  readonly natives: readonly NativeType[];
}

/** A program that can run. */
export interface LoadedProgram extends ProgramPort {
  /** The context that natives get: the given one with this program in it. */
  readonly context: ApexContext;
  readonly world: World;
  readonly units: readonly CompiledUnit[];
  /** Gives an error that left Apex its Apex frames; a full stack becomes a LimitException. */
  describeError(error: unknown): unknown;
  framesOf(stack: string): readonly ApexFrame[];
  /** An instance whose constructor has not run: its fields are null. */
  allocate(name: string): object;
  /** How `JSON.deserialize` makes a type of the library; undefined when it cannot. */
  nativeFromJson(type: string): FromJson | undefined;
  /** Runs a compiled anonymous block. */
  runAnonymous(unit: CompiledUnit, world: World): void;
}

/** Makes a compiled program ready to run in this thread. */
export function loadProgram(compiled: CompiledProgram, input: LoadInput): LoadedProgram {
  const { world } = link({
    types: compiled.units.map(({ path, apiVersion, declaration }) => ({
      path,
      apiVersion,
      declaration
    })),
    catalogue: createCatalogue(input.natives),
    schema: input.context.schema
  });
  return new Program(compiled, world, input);
}

type Triggers = ReadonlyMap<string, { readonly info: TriggerInfo; readonly run: () => void }>;

class Program implements LoadedProgram {
  readonly context: ApexContext;
  readonly world: World;
  readonly units: readonly CompiledUnit[];
  readonly classes: readonly ClassInfo[];
  readonly triggers: readonly TriggerInfo[];
  readonly typeName = typeName;
  private loaded: ReadonlyMap<string, LoadedClass>;
  private readonly helpers: Readonly<Record<string, unknown>>;
  private readonly infos = new Map<string, ClassInfo>();
  private readonly runners: Triggers;
  private readonly relations;
  private readonly finder = createMethodFinder();
  private readonly frames;
  private anonymous: readonly CompiledUnit[] = [];
  private running: TriggerVariables | undefined;

  constructor({ units }: CompiledProgram, world: World, { context, natives }: LoadInput) {
    this.units = units;
    this.world = world;
    this.relations = createTypeRelations(world);
    this.frames = createFrameReader(() => [...this.units, ...this.anonymous]);
    this.context = Object.assign(context, { program: this });
    const functions = nativeFunctions([...natives, ...languageTypes]);
    const methods = createNativeFinder(world.types.catalogue, functions);
    this.helpers = createHelpers(this.context, {
      native: (key) => functions.get(key) ?? missingNative(key),
      nativeMethod: (value, name, count) => methods(typeName(value), name, count),
      member: (target, className, name) => this.member(target, className, name),
      addFrames: (error) => this.frames.addFrames(error),
      trigger: () => this.running
    });
    const modules = units.map(
      (unit) => [unit, instantiate(unit, this.helpers, this.context)] as const
    );
    this.loaded = linkModules({
      classes: world.classes,
      modules: new Map(
        modules.map(([unit, module]) => [unit.declaration.name.toLowerCase(), module])
      )
    });
    this.runners = new Map(
      modules.flatMap(([unit, module]) => {
        const { trigger } = unit;
        if (!trigger || !module.run) return [];
        const info = {
          name: trigger.name,
          object: trigger.object,
          events: trigger.events as TriggerEvent[],
          path: unit.path
        };
        return [[trigger.name.toLowerCase(), { info, run: module.run }]];
      })
    );
    this.classes = this.describeClasses();
    this.triggers = [...this.runners.values()].map(({ info }) => info);
  }

  private describeClasses(): readonly ClassInfo[] {
    const visible = [...this.loaded.values()].filter(({ symbol }) => !symbol.name.startsWith('$'));
    return visible.map((loaded) => {
      const type = this.world.types.ofClass(loaded.symbol);
      const info = classInfo(loaded, isExceptionType(this.world.types, type));
      this.infos.set(loaded.symbol.name.toLowerCase(), info);
      return info;
    });
  }

  classInfo(name: string): ClassInfo | undefined {
    return this.infos.get(this.plainName(name));
  }

  private plainName(name: string): string {
    const key = name.toLowerCase();
    const prefix = `${this.context.schema.namespace?.toLowerCase() ?? ''}.`;
    return key.startsWith(prefix) && prefix !== '.' ? key.slice(prefix.length) : key;
  }

  private require(name: string): LoadedClass {
    const found = this.loaded.get(this.plainName(name));
    if (found) return found;
    throw new ApexException('System.TypeException', `Invalid type: ${name}`);
  }

  private classOf(target: unknown): LoadedClass | undefined {
    if (typeof target !== 'object' || target === null) return undefined;
    return this.loaded.get(typeName(target).toLowerCase());
  }

  nativeFromJson(type: string): FromJson | undefined {
    return this.world.types.catalogue.find(type)?.fromJson;
  }

  allocate(name: string): object {
    const { symbol, type } = this.require(name);
    initialize(this.loaded, symbol);
    return instantiateClass(type);
  }

  construct(name: string, given: readonly unknown[]): unknown {
    return this.guarded(() => {
      const { symbol, type } = this.require(name);
      initialize(this.loaded, symbol);
      const fitting = symbol.constructors.filter(
        ({ parameters }) => parameters.length === given.length
      );
      const chosen = overloadFor(fitting, given, this.relations);
      const started = callMember(instantiateClass(type), '$start', []);
      if (!chosen && started instanceof ApexException) return initException(started, ...given);
      return callMember(started, chosen?.js ?? defaultConstructor(symbol), given);
    });
  }

  invoke(target: unknown, method: string, given: readonly unknown[]): unknown {
    return this.guarded(() => {
      const symbol = this.classOf(target)?.symbol;
      const found = symbol && this.finder.instance(symbol, method, given.length);
      const chosen = found && overloadFor(found, given, this.relations);
      if (!chosen) throw noMethod(typeName(target), method);
      return callMember(target, chosen.js, given);
    });
  }

  invokeStatic(className: string, method: string, given: readonly unknown[]): unknown {
    return this.guarded(() => {
      const { symbol } = this.require(className);
      initialize(this.loaded, symbol);
      const chosen = overloadFor(
        this.finder.static(symbol, method, given.length),
        given,
        this.relations
      );
      if (!chosen) throw noMethod(className, method);
      const owner = this.require(chosen.owner.name);
      return callMember(owner.type, chosen.js, given);
    });
  }

  hasMethod(target: unknown, method: string, parameterCount: number): boolean {
    const symbol = this.classOf(target)?.symbol;
    return symbol !== undefined && this.finder.instance(symbol, method, parameterCount).length > 0;
  }

  isInstance(value: unknown, type: string): boolean {
    return this.relations.isInstance(value, type);
  }

  isAssignable(type: string, target: string): boolean {
    return this.relations.isAssignable(type, target);
  }

  runTrigger(name: string, variables: TriggerVariables): void {
    const trigger = this.runners.get(name.toLowerCase());
    if (!trigger) throw new Error(`There is no trigger ${name}.`);
    const before = this.running;
    this.running = variables;
    try {
      this.guarded(trigger.run);
    } finally {
      this.running = before;
    }
  }

  resetStatics(): void {
    for (const { statics } of this.loaded.values()) statics?.$reset();
  }

  runAnonymous(unit: CompiledUnit, world: World): void {
    this.anonymous = [...this.anonymous, unit];
    const module = instantiate(unit, this.helpers, this.context);
    const own = [...world.classes.values()].filter(({ path }) => path === unit.path);
    const before = this.loaded;
    this.loaded = linkModules(
      {
        classes: new Map(own.map((symbol) => [symbol.name.toLowerCase(), symbol])),
        modules: new Map([[unit.declaration.name.toLowerCase(), module]])
      },
      before
    );
    try {
      this.guarded(() => module.run?.());
    } finally {
      this.loaded = before;
    }
  }

  /** Errors that leave Apex carry their Apex frames. */
  private guarded<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw this.describeError(error);
    }
  }

  describeError(error: unknown): unknown {
    const known = toApexException(error);
    if (known) this.frames.addFrames(known);
    return known ?? error;
  }

  framesOf(stack: string): readonly ApexFrame[] {
    return this.frames.framesOf(stack);
  }

  private member(target: unknown, className: string, name: string): unknown {
    const symbol: ClassSymbol | undefined = this.loaded.get(className.toLowerCase())?.symbol;
    const field = symbol?.fields.get(name.toLowerCase());
    return (
      field &&
      this.classInfo(className)
        ?.fields.find((one) => one.name === field.name)
        ?.get(target)
    );
  }
}

function instantiateClass(type: ClassObject): object {
  const Constructor = type as unknown as new () => object;
  return new Constructor();
}

function missingNative(key: string): never {
  throw new Error(`The library has no ${key}.`);
}

function noMethod(type: string, name: string): ApexException {
  return new ApexException('System.TypeException', `Method does not exist: ${type}.${name}`);
}
