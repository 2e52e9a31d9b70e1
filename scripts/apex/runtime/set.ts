import { KeyedStore } from './keyedStore.ts';
import { guardChange } from './list.ts';

/** A `Set<T>`, in order of insertion. */
export class ApexSet {
  /** Canonical Apex type of the elements. */
  readonly elementType: string;
  readonly store: KeyedStore;
  /** True for `Map.keySet()`, from which elements can only be removed. */
  private readonly isView: boolean;

  /** `mapStore` is a map's, of which this is the `keySet()`: what is removed here is removed there. */
  constructor(elementType: string, values: Iterable<unknown> = [], mapStore?: KeyedStore) {
    this.elementType = elementType;
    this.store = mapStore ?? new KeyedStore();
    this.isView = mapStore !== undefined;
    for (const value of values) this.store.set(value, true);
  }

  get size(): number {
    return this.store.size;
  }

  has(value: unknown): boolean {
    return this.store.has(value);
  }

  /** Was it new? */
  add(value: unknown): boolean {
    if (this.isView) guardChange(true, 0);
    if (this.store.has(value)) return false;
    this.store.set(value, true);
    return true;
  }

  remove(value: unknown): boolean {
    return this.store.delete(value);
  }

  /** A snapshot of the elements. */
  values(): unknown[] {
    return this.store.keys();
  }

  /** Iterates as an Apex for-each loop: adding and removing meanwhile is refused. */
  *[Symbol.iterator](): Generator {
    this.store.beginIteration();
    try {
      yield* this.store.keys();
    } finally {
      this.store.endIteration();
    }
  }
}
