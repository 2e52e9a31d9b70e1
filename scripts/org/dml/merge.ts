import { checkRecordAccess } from './access.ts';
import { runAfter, runBefore } from './automation.ts';
import { loadExisting } from './existing.ts';
import { DmlRequestError } from './problem.ts';
import type { Run } from './run.ts';
import { saveChunk } from './save.ts';
import { stamp } from './systemFields.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

const maximumDuplicates = 2;

/**
 * Merges up to two duplicates (all records but the first) into the first: the duplicates' delete triggers, their
 * children moved, then the master's update with its triggers
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_merge_statements.htm).
 */
export function mergeRecords(run: Run, records: readonly WorkRecord[]): void {
  const [master, ...duplicates] = records;
  if (master === undefined) return;
  if (duplicates.length === 0 || duplicates.length > maximumDuplicates) throw wrongNumber();
  loadExisting(run, records, 'delete');
  if (sound(records).length < records.length) return;
  removeDuplicates(run, master, duplicates);
  if (sound(duplicates).length === duplicates.length) saveChunk(run, 'update', [master]);
}

function wrongNumber(): DmlRequestError {
  const message = 'Merge requests must contain one master record and one or two records to merge.';
  return new DmlRequestError(message, 'INVALID_ARGUMENT', 'DmlException');
}

function removeDuplicates(run: Run, master: WorkRecord, duplicates: readonly WorkRecord[]): void {
  for (const record of duplicates) record.values = { ...record.old };
  checkRecordAccess(run, 'delete', duplicates);
  runBefore(run.context, 'delete', sound(duplicates));
  if (sound(duplicates).length < duplicates.length) return;
  const ids = duplicates.map((record) => record.id ?? '');
  for (const duplicate of duplicates) adopt(run, master, duplicate);
  bury(run, master, ids);
  runAfter(run.context, 'delete', duplicates);
}

/** Everything that pointed at a duplicate points at the master. */
function adopt(run: Run, master: WorkRecord, duplicate: WorkRecord): void {
  const { store, plans } = run.context;
  for (const { childObject, field } of master.plan.children) {
    if (!plans.get(childObject)?.has(field)) continue;
    const rows = store.find(childObject, field, [duplicate.id ?? null]);
    if (rows.length === 0) continue;
    store.update(
      childObject,
      rows.map((row) => ({ Id: row['Id'] ?? null, [field]: master.id ?? null }))
    );
    duplicate.related.push(...rows.map((row) => String(row['Id'])));
  }
}

function bury(run: Run, master: WorkRecord, ids: readonly string[]): void {
  const { store } = run.context;
  const now = stamp(run.context);
  const hasMaster = master.plan.has('MasterRecordId');
  store.update(
    master.object,
    ids.map((id) => ({
      Id: id,
      SystemModstamp: now,
      ...(hasMaster ? { MasterRecordId: master.id ?? null } : {})
    }))
  );
  store.setDeleted(master.object, ids, true);
}
