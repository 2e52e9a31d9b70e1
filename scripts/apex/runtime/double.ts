/** A `Double`: 64-bit floating point. Wrapped, since a bare JavaScript number is an Integer. */
export class ApexDouble {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}
