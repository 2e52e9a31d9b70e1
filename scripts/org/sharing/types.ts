import type { SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { FieldValue, Store } from '../store/types.ts';

/** What a user may do with a record: see it, change it, or delete, transfer and share it. */
export type AccessLevel = 'read' | 'edit' | 'delete';

/** An SQL condition; `?` stands for each parameter. */
export interface SharingCondition {
  readonly sql: string;
  readonly parameters: readonly FieldValue[];
}

/** Whose access to what is asked. */
export interface SharingQuestion {
  readonly object: string;
  /** The SQL alias of the object's table. */
  readonly alias: string;
  readonly user: UserContext;
  readonly policy: AccessPolicy;
}

export interface SharingSource {
  readonly schema: SchemaPort;
  readonly store: Store;
}
