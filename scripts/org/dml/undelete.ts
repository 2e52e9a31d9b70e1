import type { ChildRelationship } from '../../apex/index.ts';
import { attempt } from './attempts.ts';
import { isAutomated, runAfter } from './automation.ts';
import { loadExisting } from './existing.ts';
import { recalculateParents } from './rollUps.ts';
import type { Run } from './run.ts';
import type { FieldValue } from '../store/types.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

/** Takes at most 200 records of one object, with their details, back from the recycle bin. */
export function undeleteRecords(run: Run, records: readonly WorkRecord[]): void {
  loadExisting(run, records, 'undelete');
  attempt(run, sound(records), (part) => undeleteChunk(run, part));
}

function undeleteChunk(run: Run, records: readonly WorkRecord[]): void {
  const object = records[0]?.object;
  if (object === undefined) return;
  for (const record of records) {
    record.values = { ...record.old, IsDeleted: false };
    restore(run, object, { id: record.id ?? '', stamp: record.old?.['SystemModstamp'] ?? null });
  }
  if (isAutomated(run.context, object, 'undelete')) {
    run.touched = true;
    runAfter(run.context, 'undelete', records);
  }
  recalculateParents(run, sound(records));
}

interface Deleted {
  readonly id: string;
  /** When it was deleted: details that went with it carry the same. */
  readonly stamp: FieldValue;
}

function restore(run: Run, object: string, deleted: Deleted): void {
  const { store, plans } = run.context;
  store.setDeleted(object, [deleted.id], false);
  for (const child of plans.get(object)?.children ?? []) {
    if (!child.cascadeDelete || !hasBin(run, child)) continue;
    for (const id of deletedDetails(run, {
      ...deleted,
      object: child.childObject,
      field: child.field
    })) {
      restore(run, child.childObject, { id, stamp: deleted.stamp });
    }
  }
}

/** Shares and the like are gone for good when their record is deleted. */
function hasBin(run: Run, { childObject, field }: ChildRelationship): boolean {
  const plan = run.context.plans.get(childObject);
  return plan !== undefined && [field, 'IsDeleted', 'SystemModstamp'].every(plan.has);
}

interface DetailsOf extends Deleted {
  readonly object: string;
  readonly field: string;
}

function deletedDetails(run: Run, { id, stamp, object, field }: DetailsOf): string[] {
  const sql = `SELECT "Id" FROM "${object}" WHERE "${field}" = ? AND "IsDeleted" = 1 AND "SystemModstamp" = ?`;
  return run.context.store.all(sql, [id, stamp]).map((row) => String(row['Id']));
}
