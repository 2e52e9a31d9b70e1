/** What the loaded program tells of its own classes. Names are found in any case, with or without the own namespace. */
export interface ProgramPort {
  /** A class, interface or enum of the project: `Outer`, `Outer.Inner`. */
  classInfo(name: string): ClassInfo | undefined;
  readonly classes: readonly ClassInfo[];
  readonly triggers: readonly TriggerInfo[];
  /** `new Name(...args)` with the constructor that fits the number of arguments. Runs static initialisers first. */
  construct(name: string, args: readonly unknown[]): unknown;
  /** Calls an instance method by name (any case) and number of arguments. */
  invoke(target: unknown, method: string, args: readonly unknown[]): unknown;
  invokeStatic(className: string, method: string, args: readonly unknown[]): unknown;
  /** Has the object's class (or a super class) such a method? */
  hasMethod(target: unknown, method: string, parameterCount: number): boolean;
  /** `typeOf` of any Apex value: `Integer`, `List<Account>`, `Outer.Inner`, `System.NullPointerException`. */
  typeName(value: unknown): string;
  /** `value instanceof type`, for any type name; null is an instance of nothing. */
  isInstance(value: unknown, type: string): boolean;
  /** Is a value of `type` assignable to `target`, for any two type names? */
  isAssignable(type: string, target: string): boolean;
  /** Runs a trigger's body; the org has set the trigger context variables before. */
  runTrigger(name: string, variables: TriggerVariables): void;
  /** Gives every class fresh static state: at the start of each transaction and test. */
  resetStatics(): void;
}

export interface AnnotationInfo {
  /** Lower case: `auraenabled`, `invocablemethod`. */
  readonly name: string;
  /** Lower-case keys: `cacheable` → true, `label` → 'Accept'. */
  readonly parameters: ReadonlyMap<string, string | boolean>;
}

export interface ClassInfo {
  /** `Outer` or `Outer.Inner`, as written. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly access: 'private' | 'public' | 'global';
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly isException: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | 'none';
  readonly superName: string | undefined;
  readonly interfaces: readonly string[];
  readonly enumValues: readonly string[];
  readonly annotations: readonly AnnotationInfo[];
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  readonly constructors: readonly { readonly parameters: readonly ParameterInfo[] }[];
  /** Source path as given to the compiler. */
  readonly path: string;
  readonly line: number;
}

export interface ParameterInfo {
  readonly name: string;
  /** Canonical type name: `List<clazar__Listing__c>`. */
  readonly type: string;
}

/** A field or property. */
export interface FieldInfo extends ParameterInfo {
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  readonly isProperty: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly AnnotationInfo[];
  /** Reads it from an instance (or, when static, from the class: pass undefined). */
  get(target: unknown): unknown;
  set(target: unknown, value: unknown): void;
}

export interface MethodInfo {
  readonly name: string;
  readonly returnType: string;
  readonly parameters: readonly ParameterInfo[];
  readonly isStatic: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly AnnotationInfo[];
  readonly line: number;
}

export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

export interface TriggerInfo {
  readonly name: string;
  /** Canonical object name. */
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  readonly path: string;
}

/** The values behind `Trigger.new` and the rest: ApexList / ApexMap or null. */
export interface TriggerVariables {
  readonly event: TriggerEvent;
  readonly newRecords: unknown;
  readonly oldRecords: unknown;
  readonly newMap: unknown;
  readonly oldMap: unknown;
  readonly size: number;
}
