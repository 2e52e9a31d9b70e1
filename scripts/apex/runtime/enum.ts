/** A value of an enum, the platform's or the project's. Two are equal when type and name are. */
export class ApexEnumValue {
  /** `RoundingMode`, `Outer.Season`. */
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: string, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
}

/** The values of an enum in order of declaration. */
export function enumValues(type: string, names: readonly string[]): readonly ApexEnumValue[] {
  return names.map((name, ordinal) => new ApexEnumValue(type, name, ordinal));
}
