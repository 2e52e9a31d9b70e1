import { KeyedStore } from './keyedStore.ts';
import { ApexSet } from './set.ts';

/** A `Map<K, V>`, in order of insertion. */
export class ApexMap {
  /** Canonical Apex types of keys and values. */
  readonly keyType: string;
  readonly valueType: string;
  readonly store = new KeyedStore();

  constructor(
    keyType: string,
    valueType: string,
    entries: Iterable<readonly [key: unknown, value: unknown]> = []
  ) {
    this.keyType = keyType;
    this.valueType = valueType;
    for (const [key, value] of entries) this.store.set(key, value);
  }

  get size(): number {
    return this.store.size;
  }

  has(key: unknown): boolean {
    return this.store.has(key);
  }

  /** The value, or null. */
  get(key: unknown): unknown {
    const value = this.store.get(key);
    return value === undefined ? null : value;
  }

  /** Gives the value that was there, or null. */
  put(key: unknown, value: unknown): unknown {
    const before = this.get(key);
    this.store.set(key, value);
    return before;
  }

  remove(key: unknown): unknown {
    const before = this.get(key);
    this.store.delete(key, 0);
    return before;
  }

  /** A live view: what is removed from it is removed from the map. */
  keySet(): ApexSet {
    return new ApexSet(this.keyType, [], this.store);
  }

  keys(): unknown[] {
    return this.store.keys();
  }

  values(): unknown[] {
    return this.store.valueList();
  }

  entries(): [key: unknown, value: unknown][] {
    return this.store.entries();
  }
}
