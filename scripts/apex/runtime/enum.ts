import type { ApexScalar } from './scalar.ts';

/** A value of an enum, the platform's or the project's. Two are equal when type and name are. */
export class ApexEnumValue implements ApexScalar {
  /** `RoundingMode`, `Outer.Season`. */
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: string, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  toKey(): string {
    return `e${this.type}.${this.name}`;
  }

  toText(): string {
    return this.name;
  }
}

/** The values of an enum in order of declaration. */
export function enumValues(type: string, names: readonly string[]): readonly ApexEnumValue[] {
  return names.map((name, ordinal) => new ApexEnumValue(type, name, ordinal));
}
