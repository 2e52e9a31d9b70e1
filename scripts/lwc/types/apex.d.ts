import type { WireAdapterClass, WireResult as Result } from '../modules/local/adapters.ts';

declare global {
  /** What a wired property holds: first neither, then one of the two. */
  type WireResult<T> = Result<T>;

  /**
   * An Apex method that is `cacheable=true`: to be called, and to be wired. What it returns may
   * be declared more narrowly where it is used (`'AWS' | 'Azure'` instead of `string`): a wired
   * property's type must be exactly the adapter's, so the adapter leaves it open.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type CacheableApexMethod<P extends object, R> = ApexMethod<P, R> & WireAdapterClass<P, any>;

  /** An Apex method: to be called. */
  type ApexMethod<P extends object, R> = <T = R>(parameters?: P) => Promise<T>;

  /** A record as Apex returns it: which fields it has is for the caller to say. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type ApexRecord = any;

  interface SchemaObject {
    readonly objectApiName: string;
  }

  interface SchemaField extends SchemaObject {
    readonly fieldApiName: string;
  }
}
