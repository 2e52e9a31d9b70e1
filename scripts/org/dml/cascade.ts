import type { ChildRelationship } from '../../apex/index.ts';
import type { StoredRow } from '../store/types.ts';
import { problem } from './problem.ts';
import type { Run } from './run.ts';
import { stamp } from './systemFields.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

/**
 * Deletes records with their detail records and empties lookups that point at them. Triggers of the details do not
 * run (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_recovered_records.htm).
 */
export function removeWithChildren(run: Run, records: readonly WorkRecord[]): void {
  const object = records[0]?.object;
  if (object === undefined) return;
  refuseRestricted(run, records);
  const living = sound(records);
  if (run.request.allOrNone && living.length < records.length) return;
  removeRows(
    run,
    object,
    living.flatMap(({ id }) => (id === undefined ? [] : [id]))
  );
}

function refuseRestricted(run: Run, records: readonly WorkRecord[]): void {
  for (const child of records[0]?.plan.children ?? []) {
    if (!child.restrictedDelete) continue;
    const ids = records.map((record) => record.id ?? null);
    const holders = new Set(rowsUnder(run, child, ids).map((row) => row[child.field]));
    for (const record of records) {
      if (holders.has(record.id ?? null)) record.errors.push(restricted(run, record, child));
    }
  }
}

function rowsUnder(
  run: Run,
  child: ChildRelationship,
  ids: readonly (string | null)[]
): StoredRow[] {
  const plan = run.context.plans.get(child.childObject);
  return plan?.has(child.field) ? run.context.store.find(child.childObject, child.field, ids) : [];
}

function restricted(run: Run, record: WorkRecord, child: ChildRelationship) {
  const { context } = run;
  const rows = rowsUnder(run, child, [record.id ?? null]);
  const nameField = context.plans.get(child.childObject)?.nameField?.name ?? 'Name';
  const names = rows.map((row) => String(row[nameField] ?? row['Id'])).join(', ');
  const label = context.plans.get(child.childObject)?.object.pluralLabel.toLowerCase();
  const name = String(record.values['Name'] ?? record.id);
  return problem(
    'DELETE_FAILED',
    `Your attempt to delete ${name} could not be completed because it is associated with the following ${label}.: ${names}\n`
  );
}

function removeRows(run: Run, object: string, ids: readonly string[]): void {
  const { context } = run;
  if (ids.length === 0) return;
  for (const child of context.plans.get(object)?.children ?? []) releaseChildren(run, child, ids);
  const now = stamp(context);
  if (context.plans.get(object)?.has('SystemModstamp')) {
    context.store.update(
      object,
      ids.map((id) => ({ Id: id, SystemModstamp: now }))
    );
  }
  context.store.setDeleted(object, ids, true);
}

function releaseChildren(run: Run, child: ChildRelationship, ids: readonly string[]): void {
  const rows = rowsUnder(run, child, ids);
  if (rows.length === 0) return;
  const childIds = rows.map((row) => String(row['Id']));
  if (child.cascadeDelete) removeRows(run, child.childObject, childIds);
  else if (isCleared(run, child)) {
    run.context.store.update(
      child.childObject,
      childIds.map((id) => ({ Id: id, [child.field]: null }))
    );
  }
}

/** Owners and the like keep pointing at what is gone; ordinary lookups do not. */
function isCleared(run: Run, child: ChildRelationship): boolean {
  const field = run.context.plans.get(child.childObject)?.field(child.field);
  return field !== undefined && field.nillable && !field.calculated;
}
