import type { ApexContext } from '../platform/index.ts';
import { ApexException, hashText } from '../runtime/index.ts';
import { method, statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** A `UUID`. */
export class ApexUuid {
  readonly $type = 'UUID';
  readonly text: string;

  constructor(text: string) {
    this.text = text.toLowerCase();
  }

  $toString(): string {
    return this.text;
  }

  $hashCode(): number {
    return hashText(this.text);
  }

  $equals(other: unknown): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_UUID.htm */
export const uuidType: NativeType = nativeClass('UUID', {
  'static UUID randomUUID()': (context: ApexContext) => new ApexUuid(context.random.uuid()),
  'static UUID fromString(String text)': statics((text: string) => {
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return new ApexUuid(text);
    throw new ApexException('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
  }),
  'String toString()': method((self: ApexUuid) => self.text)
});
