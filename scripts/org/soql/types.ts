import type { FieldValue } from '../store/types.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';

export interface QueryRequest {
  readonly soql: string;
  /** Values by name in lower case without the colon; lists and sets as arrays. */
  readonly binds: ReadonlyMap<string, FieldValue | readonly FieldValue[]>;
  /** `WITH USER_MODE` in the text wins over this. */
  readonly accessLevel: 'user' | 'system';
  /** Apply record sharing (classes `with sharing`, user mode, REST)? */
  readonly sharing: boolean;
  readonly user: UserContext;
  readonly policy: AccessPolicy;
  /** Instant for date literals, milliseconds since 1970. */
  readonly now: number;
  /** `queryAll`: deleted rows too. */
  readonly allRows?: boolean;
  /** Apex: `FOR UPDATE` takes the lock that the end of the transaction gives back. */
  readonly mayLock?: boolean;
}

/** A record in a result: only what was selected, in the order selected. */
export interface QueryRecord {
  /** Canonical object name; `AggregateResult` for groups. */
  readonly object: string;
  /** Known also where it was not selected; groups have none. */
  readonly id?: string | undefined;
  readonly values: ReadonlyMap<string, QueryValue>;
}

/** An address or a place: a field that is made of others, by their names as the API has them. */
export interface CompoundValue {
  readonly parts: Readonly<Record<string, string | number | null>>;
}

/** A field, a compound field, a parent record, or the children of a subquery. */
export type QueryValue = FieldValue | CompoundValue | QueryRecord | readonly QueryRecord[];

export interface QueryResult {
  /** Whose records they are, also where there are none; `AggregateResult` for groups. */
  readonly object: string;
  readonly records: readonly QueryRecord[];
  /** For `SELECT COUNT()`: the number; else the number of records. */
  readonly totalSize: number;
  readonly isCount: boolean;
  /** Columns as selected (`expr0` for an aggregate without alias), with the type of each. */
  readonly columns: readonly QueryColumn[];
}

export interface QueryColumn {
  readonly name: string;
  readonly type: string;
  readonly aggregate: boolean;
}
