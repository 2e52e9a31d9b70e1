import type { FromJson, NativeFunction, NativeType } from '../../library/native.ts';
import { parseSignature } from './signature.ts';
import type { TypeText } from './typeText.ts';

/** A platform type as the checker reads it from the tables; members are parsed when first asked for. */
export interface NativeDefinition {
  /** Without type parameters: `Map`, `Database.SaveResult`. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly kind: NativeType['kind'];
  readonly superName: string | undefined;
  readonly interfaces: readonly string[];
  readonly enumValues: readonly string[];
  readonly extensible: boolean;
  readonly fromJson: FromJson | undefined;
  members(): NativeMembersIndex;
}

export interface NativeMembersIndex {
  /** By lower-case name. */
  readonly methods: ReadonlyMap<string, readonly NativeMethod[]>;
  readonly constructors: readonly NativeMethod[];
  readonly properties: ReadonlyMap<string, NativeProperty>;
}

export interface NativeParameter {
  readonly name: string;
  readonly type: TypeText;
}

export interface NativeMethod {
  readonly kind: 'method' | 'constructor';
  readonly name: string;
  readonly isStatic: boolean;
  readonly returnType: TypeText;
  readonly parameters: readonly NativeParameter[];
  readonly bindsLocals: boolean;
  /** Finds the function again when the program is loaded. */
  readonly key: string;
}

export interface NativeProperty {
  readonly kind: 'property';
  readonly name: string;
  readonly isStatic: boolean;
  readonly type: TypeText;
  readonly getKey: string | undefined;
  readonly setKey: string | undefined;
}

/** `Map|V get(Object key)`: the name of a native function in emitted code. */
export function nativeKey(typeName: string, signature: string): string {
  return `${typeName}|${signature}`;
}

/** All functions of the tables by key. */
export function nativeFunctions(
  natives: readonly NativeType[]
): ReadonlyMap<string, NativeFunction> {
  return new Map(
    natives.flatMap((type) =>
      Object.entries(type.members).map(
        ([signature, run]) => [nativeKey(baseName(type.name), signature), run] as const
      )
    )
  );
}

export function baseName(name: string): string {
  return name.split('<')[0]?.trim() ?? name;
}

/** Several tables may add to one type: their members are joined. */
export function nativeDefinition(types: readonly [NativeType, ...NativeType[]]): NativeDefinition {
  const [first] = types;
  let index: NativeMembersIndex | undefined;
  return {
    name: baseName(first.name),
    parameters: typeParameters(first.name),
    kind: first.kind,
    superName: types.find(({ superName }) => superName !== undefined)?.superName,
    interfaces: types.flatMap(({ interfaces }) => interfaces),
    enumValues: types.flatMap(({ enumValues }) => enumValues),
    extensible: types.some(({ extensible }) => extensible),
    fromJson: types.find(({ fromJson }) => fromJson !== undefined)?.fromJson,
    members: () => (index ??= indexMembers(types))
  };
}

function typeParameters(name: string): readonly string[] {
  const inside = /<(.*)>/.exec(name)?.[1];
  return inside === undefined ? [] : inside.split(',').map((parameter) => parameter.trim());
}

function indexMembers(types: readonly NativeType[]): NativeMembersIndex {
  const methods = new Map<string, NativeMethod[]>();
  const constructors: NativeMethod[] = [];
  const properties = new Map<string, NativeProperty>();
  for (const type of types) {
    for (const signature of Object.keys(type.members)) {
      const member = parseSignature(signature, type);
      if (member.kind === 'property') merge(properties, member);
      else if (member.kind === 'method') append(methods, member);
      else constructors.push(member);
    }
  }
  return { methods, constructors, properties };
}

function append(methods: Map<string, NativeMethod[]>, method: NativeMethod): void {
  const key = method.name.toLowerCase();
  const found = methods.get(key);
  if (found) found.push(method);
  else methods.set(key, [method]);
}

function merge(properties: Map<string, NativeProperty>, one: NativeProperty): void {
  const key = one.name.toLowerCase();
  const before = properties.get(key);
  properties.set(key, {
    ...one,
    getKey: one.getKey ?? before?.getKey,
    setKey: one.setKey ?? before?.setKey
  });
}
