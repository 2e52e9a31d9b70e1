/**
 * A field's value outside Apex: text for strings, ids, picklists (multi-select joined by `;`), `YYYY-MM-DD` dates,
 * `YYYY-MM-DDThh:mm:ss.sssZ` datetimes and `hh:mm:ss.sssZ` times; numbers for all number types; bytes for base64.
 */
export type FieldValue = string | number | boolean | Uint8Array | null;

/** A record or a part of one: canonical field names to values. */
export type StoredRow = Record<string, FieldValue>;

/** The records of one org: one SQLite table an object. Knows nothing of security, triggers or limits. */
export interface Store {
  /** Rows carry every field that is to be stored, `Id` and system fields included. */
  insert(object: string, rows: readonly StoredRow[]): void;
  /** Rows carry `Id` and the fields that change. */
  update(object: string, rows: readonly StoredRow[]): void;
  /** Moves rows to the recycle bin (`IsDeleted`), or back. */
  setDeleted(object: string, ids: readonly string[], deleted: boolean): void;
  /** Removes rows for good. */
  purge(object: string, ids: readonly string[]): void;
  /** Rows by id, in the order of `ids`; missing and (unless asked for) deleted ones are left out. */
  get(
    object: string,
    ids: readonly string[],
    options?: { readonly deleted?: boolean }
  ): StoredRow[];
  /** Rows whose `field` has one of `values` (unless asked for, without deleted ones). */
  find(object: string, field: string, values: readonly FieldValue[]): StoredRow[];
  /** The next id of an object, 18 characters, in ascending order, never used twice. */
  nextId(object: string): string;
  /** The next number of an auto-number field. */
  nextNumber(object: string, field: string): number;
  /** Runs `sql` with positional parameters; for the SOQL engine. */
  all(sql: string, parameters: readonly FieldValue[]): Record<string, FieldValue>[];
  /** The same, row by row. */
  iterate(
    sql: string,
    parameters: readonly FieldValue[]
  ): IterableIterator<Record<string, FieldValue>>;
  /** Small named values (watermarks of the org itself, schema versions). */
  getSetting(name: string): string | undefined;
  setSetting(name: string, value: string): void;
  /** Read-committed: reads before the first write take no lock; the first write begins an immediate transaction. */
  readonly hasUncommittedWork: boolean;
  /**
   * Takes the one write lock before anything is written (`FOR UPDATE`): stronger than the platform's locks on records.
   * @throws LockTimeout
   */
  lock(): void;
  /** Gives the lock back when nothing has been written since. */
  releaseLock(): void;
  commit(): void;
  rollback(): void;
  /** Savepoints nest; rolling back to one forgets the later ones. */
  savepoint(): SavepointToken;
  rollbackTo(token: SavepointToken): void;
  release(token: SavepointToken): void;
  close(): void;
}

export interface SavepointToken {
  readonly name: string;
}
