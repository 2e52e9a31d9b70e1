import type { WireAdapterClass, WireResult as Result } from '../modules/local/adapters.ts';

declare global {
  /** What a wired property holds: first neither, then one of the two. */
  type WireResult<T> = Result<T>;

  /** An Apex method that is `cacheable=true`: to be called, and to be wired. */
  type CacheableApexMethod<P extends object, R> = ApexMethod<P, R> & WireAdapterClass<P, R>;

  /** An Apex method: to be called. */
  type ApexMethod<P extends object, R> = (parameters?: P) => Promise<R>;

  /** A record as Apex returns it. */
  interface ApexRecord {
    readonly Id?: string;
    readonly [field: string]: unknown;
  }

  interface SchemaObject {
    readonly objectApiName: string;
  }

  interface SchemaField extends SchemaObject {
    readonly fieldApiName: string;
  }
}
