/**
 * What compiled Apex asks of the platform beneath it, beyond native types. `scripts/org` implements it.
 * All calls are synchronous: Apex runs in a worker thread.
 */
export interface LanguageHost {
  /** A SOQL literal as a list: an `ApexList` of `ApexSObject` (or of AggregateResult). */
  query(request: StaticQuery): unknown;
  /** A SOQL literal that is `SELECT COUNT() …`: an Integer. */
  count(request: StaticQuery): number;
  /** A SOQL for-loop: `ApexList` chunks of at most 200 records each, fetched as the loop goes. */
  queryChunks(request: StaticQuery): Iterable<unknown>;
  /** A SOSL literal: `List<List<SObject>>`. */
  search(request: StaticQuery): unknown;
  /** A DML statement; throws a DmlException when a record fails. `records` is an ApexSObject or an ApexList. */
  dml(request: DmlStatement): void;
  /** `System.runAs(user) { … }` */
  runAs(userOrVersion: unknown, block: () => void): void;
  /** A call of a `@future` method, which the host runs later by `invokeStatic`. */
  future(className: string, method: string, values: readonly unknown[]): void;
  /** Called by loops now and then, so that an endless one ends in a LimitException. */
  checkCpuTime(): void;
}

export type SharingMode = 'with' | 'without' | 'inherited' | 'none';

export interface StaticQuery {
  /** The text without brackets; each bind expression replaced by `:b0`, `:b1`, … */
  readonly soql: string;
  /** Apex values by name without the colon. */
  readonly binds: ReadonlyMap<string, unknown>;
  /** How the class that holds the query was declared, `inherited` already resolved to its caller's. */
  readonly sharing: SharingMode;
  /** Where the query itself says nothing. */
  readonly accessLevel: 'user' | 'system';
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface DmlStatement {
  readonly operation: DmlOperation;
  readonly records: unknown;
  /** `upsert records ExternalId__c`; canonical field name. */
  readonly externalIdField: string | undefined;
  /** `merge master duplicate`: the duplicates. */
  readonly duplicates: unknown;
  /** `as user` or `as system`, or what the class's version says. */
  readonly accessLevel: 'user' | 'system';
  readonly sharing: SharingMode;
}
