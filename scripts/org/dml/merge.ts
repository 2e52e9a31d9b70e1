import type { Run } from './run.ts';
import type { WorkRecord } from './work.ts';

/** Merges up to two duplicates (all but the first record) into the first. */
export function mergeRecords(run: Run, records: readonly WorkRecord[]): void {
  throw new Error(`merge of ${records.length} ${run.request.operation}`);
}
