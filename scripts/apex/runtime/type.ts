/** A `System.Type`: `Account.class`, `Type.forName('Outer.Inner')`. */
export class ApexType {
  /** Canonical name as `getName` gives it. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
