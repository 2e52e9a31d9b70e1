import { checkRecordAccess } from './access.ts';
import { attempt } from './attempts.ts';
import { isAutomated, runAfter, runBefore } from './automation.ts';
import { loadExisting } from './existing.ts';
import { removeWithChildren } from './cascade.ts';
import { recalculateParents } from './rollUps.ts';
import type { Run } from './run.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

/** Moves at most 200 records of one object, and what belongs to them, to the recycle bin. */
export function deleteRecords(run: Run, records: readonly WorkRecord[]): void {
  loadExisting(run, records, 'delete');
  attempt(run, sound(records), (part) => deleteChunk(run, part));
}

function deleteChunk(run: Run, records: readonly WorkRecord[]): void {
  const { context } = run;
  for (const record of records) record.values = { ...record.old };
  checkRecordAccess(run, 'delete', records);
  const living = sound(records);
  const automated = isAutomated(context, living[0]?.object ?? '', 'delete');
  if (automated) {
    run.touched = true;
    runBefore(context, 'delete', living);
  }
  if (run.request.allOrNone && sound(living).length < records.length) return;
  removeWithChildren(run, sound(living));
  runAfter(context, 'delete', sound(living));
  recalculateParents(run, sound(living));
}
