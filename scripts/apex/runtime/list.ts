import { ApexException, nullPointer } from './exception.ts';

/** Throws when a collection may not be changed now. */
export function guardChange(readOnly: boolean, iterators: number): void {
  if (readOnly) throw new ApexException('System.FinalException', 'Collection is read-only');
  if (iterators === 0) return;
  throw new ApexException(
    'System.FinalException',
    'Cannot modify a collection while it is being iterated.'
  );
}

/** A `List<T>`. Compiled code may read `items` directly, but changes it only through the methods here. */
export class ApexList {
  /** Canonical Apex type of the elements: `Integer`, `List<Account>`, `Outer.Inner`. */
  readonly elementType: string;
  items: unknown[];
  /** True for `Trigger.new` in after triggers and the like. */
  readOnly = false;
  private iterators = 0;

  /** `items` is taken over, not copied. */
  constructor(elementType: string, items: unknown[] = []) {
    this.elementType = elementType;
    this.items = items;
  }

  /** @throws ApexException `System.ListException: List index out of bounds: 3` */
  get(index: number | null): unknown {
    return this.items[this.check(index)];
  }

  set(index: number | null, value: unknown): void {
    const position = this.check(index);
    if (this.readOnly) guardChange(true, 0);
    this.items[position] = value;
  }

  add(value: unknown): void {
    if (this.readOnly || this.iterators > 0) guardChange(this.readOnly, this.iterators);
    this.items.push(value);
  }

  /** Inserts before `index`, which may be the size. */
  insert(index: number | null, value: unknown): void {
    guardChange(this.readOnly, this.iterators);
    if (index !== this.items.length) this.check(index);
    this.items.splice(Number(index), 0, value);
  }

  remove(index: number | null): unknown {
    guardChange(this.readOnly, this.iterators);
    return this.items.splice(this.check(index), 1)[0];
  }

  /** Replaces all elements: `clear`, `sort`, `addAll`. */
  replace(items: unknown[]): void {
    guardChange(this.readOnly, this.iterators);
    this.items = items;
  }

  addAll(values: Iterable<unknown>): void {
    guardChange(this.readOnly, this.iterators);
    for (const value of [...values]) this.items.push(value);
  }

  /** Iterates as an Apex for-each loop: adding and removing meanwhile is refused. */
  *[Symbol.iterator](): Generator {
    this.beginIteration();
    try {
      for (let index = 0; index < this.items.length; index++) yield this.items[index];
    } finally {
      this.endIteration();
    }
  }

  /** For loops that index `items` themselves, which is faster; pair with `endIteration` in a `finally`. */
  beginIteration(): void {
    this.iterators++;
  }

  endIteration(): void {
    this.iterators--;
  }

  private check(index: number | null): number {
    if (index === null) throw nullPointer();
    if (index >= 0 && index < this.items.length) return index;
    throw new ApexException('System.ListException', `List index out of bounds: ${index}`);
  }
}
