import type { ApexScalar } from './scalar.ts';

/** A `System.Type`: `Account.class`, `Type.forName('Outer.Inner')`. */
export class ApexType implements ApexScalar {
  /** Canonical name as `getName` gives it. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toKey(): string {
    return `y${this.name}`;
  }

  toText(): string {
    return this.name;
  }
}
