import type { TableRow } from 'c/windowedTable';

/** Some rows, as Apex sends them. */
export interface Page {
  readonly isVisible: boolean;
  readonly rows: readonly TableRow[];
  /** Where the next page begins; empty at the end. */
  readonly next?: string | null;
}
