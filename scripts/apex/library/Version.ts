import { hashText } from '../runtime/index.ts';
import { lenient, statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** A `Version` of a managed package. */
export class ApexVersion {
  readonly $type = 'Version';
  readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  $toString(): string {
    return this.numbers.join('.');
  }

  $hashCode(): number {
    return hashText(this.$toString());
  }

  $equals(other: unknown): boolean {
    return other instanceof ApexVersion && compare(this, other) === 0;
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_version.htm */
export const versionType: NativeType = nativeClass('Version', {
  'new(Integer major, Integer minor)': statics((...numbers: number[]) => new ApexVersion(numbers)),
  'new(Integer major, Integer minor, Integer patch)': statics(
    (...numbers: number[]) => new ApexVersion(numbers)
  ),
  'Integer compareTo(Version other)': lenient(compare),
  'Integer major()': lenient((self: ApexVersion) => self.numbers[0] ?? 0),
  'Integer minor()': lenient((self: ApexVersion) => self.numbers[1] ?? 0),
  'Integer patch()': lenient((self: ApexVersion) => self.numbers[2] ?? null)
});

function compare(left: ApexVersion, right: ApexVersion): number {
  const differences = [0, 1, 2].map(
    (index) => (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0)
  );
  return differences.find((difference) => difference !== 0) ?? 0;
}
