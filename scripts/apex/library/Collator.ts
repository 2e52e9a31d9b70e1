import type { ApexContext } from '../platform/index.ts';
import type { NativeComparator } from './collection/sort.ts';
import { lenient } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';
import { intlLocale } from './userSettings.ts';

/** A `Collator`: text in the order of a language. */
export class ApexCollator implements NativeComparator {
  readonly $type = 'Collator';
  readonly $nativeComparator = true;
  private readonly collator: Intl.Collator;

  constructor(locale: string) {
    this.collator = new Intl.Collator(locale);
  }

  /** Null comes first. */
  compare(left: unknown, right: unknown): number {
    if (typeof left !== 'string') return typeof right === 'string' ? -1 : 0;
    return typeof right === 'string' ? this.collator.compare(left, right) : 1;
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Collator.htm */
export const collatorType: NativeType = nativeClass(
  'Collator',
  {
    'static Collator getInstance()': (context: ApexContext) =>
      new ApexCollator(intlLocale(context)),
    'Integer compare(Object left, Object right)': lenient(
      (self: ApexCollator, left: unknown, right: unknown) => self.compare(left, right)
    )
  },
  { interfaces: ['Comparator<String>'] }
);
