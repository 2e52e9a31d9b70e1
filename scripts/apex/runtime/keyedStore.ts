import { equalKeys, hashCode } from './equality.ts';
import { bucketed, keyOf } from './keys.ts';
import { guardChange } from './list.ts';

/**
 * What sets and maps are made of: values by Apex key, in order of insertion. Keys that are strings, numbers and the
 * like cost no more than in a JavaScript Map.
 */
export class KeyedStore {
  readOnly = false;
  private iterators = 0;
  private readonly values = new Map<unknown, unknown>();
  /** The Apex key where it differs from the key in `values`. */
  private readonly originals = new Map<unknown, unknown>();
  /** Keys with their own `equals` and `hashCode`, by hash code. */
  private readonly buckets = new Map<number, unknown[]>();

  get size(): number {
    return this.values.size;
  }

  has(key: unknown): boolean {
    return this.values.has(this.find(key));
  }

  /** The value; undefined when the key is missing. */
  get(key: unknown): unknown {
    return this.values.get(this.find(key));
  }

  /** Adds or replaces; an existing key stays as it is, as in Java. */
  set(key: unknown, value: unknown): void {
    const found = this.find(key);
    if (this.values.has(found)) {
      if (this.readOnly) guardChange(true, 0);
      this.values.set(found, value);
      return;
    }
    if (this.readOnly || this.iterators > 0) guardChange(this.readOnly, this.iterators);
    this.values.set(found, value);
    if (found !== key) this.originals.set(found, key);
    else if (keyOf(key) === bucketed) this.remember(key);
  }

  /** Was the key there? A map loses keys also while its `keySet()` is iterated. */
  delete(key: unknown, iterators = this.iterators): boolean {
    const found = this.find(key);
    if (!this.values.has(found)) return false;
    guardChange(this.readOnly, iterators);
    this.values.delete(found);
    this.originals.delete(found);
    if (keyOf(key) === bucketed) this.forget(found);
    return true;
  }

  clear(): void {
    guardChange(this.readOnly, this.iterators);
    this.values.clear();
    this.originals.clear();
    this.buckets.clear();
  }

  /** The keys as they were put. */
  keys(): unknown[] {
    const found = [...this.values.keys()];
    if (this.originals.size === 0) return found;
    return found.map((key) => (this.originals.has(key) ? this.originals.get(key) : key));
  }

  entries(): [key: unknown, value: unknown][] {
    const values = [...this.values.values()];
    return this.keys().map((key, index) => [key, values[index]]);
  }

  valueList(): unknown[] {
    return [...this.values.values()];
  }

  beginIteration(): void {
    this.iterators++;
  }

  endIteration(): void {
    this.iterators--;
  }

  private find(key: unknown): unknown {
    if (typeof key === 'string' || typeof key === 'number') return key;
    const found = keyOf(key);
    return found === bucketed ? this.findInBucket(key) : found;
  }

  private findInBucket(key: unknown): unknown {
    const bucket = this.buckets.get(hashCode(key)) ?? [];
    return bucket.find((other) => equalKeys(key, other)) ?? key;
  }

  private remember(key: unknown): void {
    const hash = hashCode(key);
    const bucket = this.buckets.get(hash);
    if (bucket === undefined) this.buckets.set(hash, [key]);
    else bucket.push(key);
  }

  private forget(key: unknown): void {
    for (const [hash, bucket] of this.buckets) {
      const rest = bucket.filter((other) => other !== key);
      if (rest.length !== bucket.length) this.buckets.set(hash, rest);
    }
  }
}
