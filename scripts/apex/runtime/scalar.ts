/** A value without inner structure that JavaScript has no primitive for: Decimal, Date, an enum's value, … */
export interface ApexScalar {
  /** Two values of a class are equal when their keys are; keys of different classes begin differently. */
  toKey(): string;
  /** As string concatenation and `System.debug` print it. */
  toText(): string;
}

export function isScalar(value: object): value is ApexScalar {
  return 'toKey' in value && typeof value.toKey === 'function';
}
