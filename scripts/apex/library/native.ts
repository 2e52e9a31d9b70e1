import type { ApexContext } from '../platform/index.ts';

/**
 * The body of a native member. Receives the context, then `this` (instance members only), then the arguments.
 * `this` is never null (compiled code checks before); arguments may be.
 */
export type NativeFunction = (context: ApexContext, ...values: never[]) => unknown;

/**
 * Members by their Apex signature, which the type checker reads:
 *
 * - `Integer indexOf(String text, Integer start)`  instance method
 * - `static String valueOf(Object value)`           static method
 * - `new(String text)`                              constructor
 * - `String message`                                readable instance property
 * - `set String message`                            its writable side
 * - `static Integer MAX_VALUE`                      static property
 * - `<T> …`                                         is not Apex: generic types name their parameters in the type's name
 *
 * A signature that is not here does not exist for the compiler: calling it is a compile error.
 */
export type NativeMembers = Readonly<Record<string, NativeFunction>>;

export interface NativeType {
  /** `String`, `List<T>`, `Map<K, V>`, `Database.SaveResult`, `Schema.SObjectType`; no `System.` prefix. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'exception';
  readonly superName: string | undefined;
  readonly interfaces: readonly string[];
  readonly enumValues: readonly string[];
  /** Can Apex classes extend or implement it? */
  readonly extensible: boolean;
  readonly members: NativeMembers;
  /** Names of static methods that may bind the caller's local variables (`Database.query`). */
  readonly bindsLocals: readonly string[];
  /** Undefined: `JSON.deserialize` cannot make it. */
  readonly fromJson: FromJson | undefined;
}

/** An instance of a platform type from the members of a JSON object, values as `deserializeUntyped` makes them. */
export type FromJson = (members: ReadonlyMap<string, unknown>) => unknown;

export interface NativeTypeOptions {
  readonly superName?: string;
  readonly interfaces?: readonly string[];
  readonly extensible?: boolean;
  readonly bindsLocals?: readonly string[];
  readonly fromJson?: FromJson;
}

/** Declares a native class. */
export function nativeClass(
  name: string,
  members: NativeMembers,
  options: NativeTypeOptions = {}
): NativeType {
  return describe(name, 'class', members, options);
}

/** Declares an interface that Apex classes can implement; its members' functions are never called. */
export function nativeInterface(
  name: string,
  signatures: readonly string[],
  options: NativeTypeOptions = {}
): NativeType {
  const members = Object.fromEntries(signatures.map((signature) => [signature, () => undefined]));
  return describe(name, 'interface', members, { extensible: true, ...options });
}

/** Declares a native enum. Its values at run time are `ApexEnumValue`s. */
export function nativeEnum(name: string, enumValues: readonly string[]): NativeType {
  return { ...describe(name, 'enum', {}, {}), enumValues };
}

/** Declares a native exception type; all have Exception's members and constructors. */
export function nativeException(name: string, members: NativeMembers = {}): NativeType {
  return describe(name, 'exception', members, { superName: 'Exception' });
}

function describe(
  name: string,
  kind: NativeType['kind'],
  members: NativeMembers,
  options: NativeTypeOptions
): NativeType {
  return {
    name,
    kind,
    members,
    enumValues: [],
    superName: options.superName,
    interfaces: options.interfaces ?? [],
    extensible: options.extensible ?? false,
    bindsLocals: options.bindsLocals ?? [],
    fromJson: options.fromJson
  };
}
