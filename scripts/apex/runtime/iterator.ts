import { ApexException } from './exception.ts';

/** What `list.iterator()` and its kin give. It walks a snapshot. */
export class ApexIterator {
  /** Canonical Apex type of the elements. */
  readonly elementType: string;
  private readonly items: readonly unknown[];
  private position = 0;

  constructor(elementType: string, items: readonly unknown[]) {
    this.elementType = elementType;
    this.items = items;
  }

  hasNext(): boolean {
    return this.position < this.items.length;
  }

  /** @throws ApexException NoSuchElementException at the end */
  next(): unknown {
    if (this.hasNext()) return this.items[this.position++];
    throw new ApexException('System.NoSuchElementException', 'Iterator has no more elements');
  }
}
