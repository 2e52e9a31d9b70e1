import type { Parameter, SharedTable, Use } from './plan.ts';
import type { RecordShape } from './shape.ts';
import type { QueryColumn } from './types.ts';

/** A query, compiled: what every run of the same text shares. */
export interface Statement {
  /** With a mark for each shared table. */
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  readonly uses: readonly Use[];
  readonly sharing: readonly SharedTable[];
  readonly shape: RecordShape;
  readonly columns: readonly QueryColumn[];
  readonly isCount: boolean;
  /** `FOR UPDATE` */
  readonly locks: boolean;
  readonly mode: 'user' | 'system' | 'secured' | undefined;
  /** Statements of child subqueries: their uses are checked with this one's. */
  readonly children: readonly Statement[];
}

/** The columns that a child subquery adds for its parents: whose child a row is. */
export const parentColumn = 'parent_id';
