import type { ClassInfo, FieldInfo, ProgramPort } from '../../platform/index.ts';
import { ApexObject } from '../../runtime/index.ts';

/** A class of a pretended project, with fields only. */
export interface FakeClass {
  readonly name: string;
  readonly kind?: ClassInfo['kind'];
  readonly superName?: string;
  readonly enumValues?: readonly string[];
  /** Type by name; `transient` and `static` may stand before the type. */
  readonly fields?: Readonly<Record<string, string>>;
  /** By lower-case name; called with the instance and the arguments. */
  readonly methods?: Readonly<Record<string, (self: FakeObject, ...values: unknown[]) => unknown>>;
}

/** An instance of a `FakeClass`. */
export class FakeObject extends ApexObject {
  readonly type: FakeClass;
  readonly values = new Map<string, unknown>();

  constructor(type: FakeClass) {
    super();
    this.type = type;
  }

  override get $type(): string {
    return this.type.name;
  }

  override $fields(): readonly (readonly [string, unknown])[] {
    return [...this.values];
  }
}

/** A program that consists of these classes. */
export function fakeProgram(classes: readonly FakeClass[] = []): ProgramPort {
  const infos = new Map(classes.map((type) => [type.name.toLowerCase(), describe(type)]));
  const find = (name: string): FakeClass | undefined =>
    classes.find((type) => type.name.toLowerCase() === name.toLowerCase());
  return {
    classes: [...infos.values()],
    triggers: [],
    classInfo: (name) => infos.get(name.toLowerCase()),
    construct: (name) => new FakeObject(find(name) ?? { name }),
    invoke: (target, method, args) => callMethod(target, method, args),
    invokeStatic: () => null,
    hasMethod: (target, method) => methodOf(target, method) !== undefined,
    typeName: (value) => (value instanceof ApexObject ? value.$type : typeof value),
    isInstance: (value, type) => value instanceof FakeObject && value.type.name === type,
    isAssignable: (type, target) => infos.has(type.toLowerCase()) && type === target,
    runTrigger: () => undefined,
    resetStatics: () => undefined
  };
}

function methodOf(
  target: unknown,
  name: string
): ((self: FakeObject, ...values: unknown[]) => unknown) | undefined {
  return target instanceof FakeObject ? target.type.methods?.[name.toLowerCase()] : undefined;
}

function callMethod(target: unknown, name: string, args: readonly unknown[]): unknown {
  const method = methodOf(target, name);
  if (method === undefined) throw new Error(`No method ${name}`);
  return method(target as FakeObject, ...args);
}

function describe(type: FakeClass): ClassInfo {
  return {
    name: type.name,
    kind: type.kind ?? 'class',
    access: 'public',
    isAbstract: false,
    isVirtual: false,
    isTest: false,
    isException: false,
    sharing: 'none',
    superName: type.superName,
    interfaces: [],
    enumValues: type.enumValues ?? [],
    annotations: [],
    fields: Object.entries(type.fields ?? {}).map(describeField),
    methods: [],
    constructors: [],
    path: `${type.name}.cls`,
    line: 1
  };
}

function describeField([name, text]: [string, string]): FieldInfo {
  return {
    name,
    type: text.replace(/^(transient|static) /, ''),
    isStatic: text.startsWith('static '),
    isTransient: text.startsWith('transient '),
    isProperty: false,
    access: 'public',
    annotations: [],
    get: (target) => (target as FakeObject).values.get(name) ?? null,
    set: (target, value) => {
      (target as FakeObject).values.set(name, value);
    }
  };
}
