/**
 * What emitted code gives to every instance of a class of the project, exceptions included. The hooks let collections
 * and printing work without a context: a class that declares `equals(Object)`, `hashCode()` or `toString()` overrides
 * the hook of that name.
 */
export interface ApexInstance {
  /** Full Apex name: `Outer.Inner`. */
  readonly $type: string;
  /** `equals(Object)`; undefined in a class that has none (identity then). */
  $equals?(other: unknown): boolean;
  /** `hashCode()`; undefined in a class that has none. */
  $hashCode?(): number;
  /** `toString()`; undefined in a class that has none. */
  $toString?(): string | null;
  /** Instance fields and automatic properties in order of declaration, super class first, for printing. */
  $fields?(): readonly (readonly [name: string, value: unknown])[];
}

/** Base of all classes of the project but exceptions (these extend `ApexException`). */
export class ApexObject implements ApexInstance {
  $equals?(other: unknown): boolean;
  $hashCode?(): number;
  $toString?(): string | null;
  $fields?(): readonly (readonly [name: string, value: unknown])[];

  /** Emitted classes define it, best on the prototype. */
  get $type(): string {
    return 'Object';
  }
}
