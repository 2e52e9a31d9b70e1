import type { StoredRow } from '../store/types.ts';
import { checkFieldAccess, checkRecordAccess } from './access.ts';
import { hasBefore, isAutomated, runAfter, runAfterFlows, runBefore } from './automation.ts';
import { checkRequired, checkRules } from './checks.ts';
import { linkDocuments } from './content.ts';
import { checkSettingOwners } from './customSettings.ts';
import { applyDefaults } from './defaults.ts';
import { checkPicklists } from './picklists.ts';
import type { Run } from './run.ts';
import { readInput, recheck } from './read.ts';
import { checkReferences } from './references.ts';
import { dropManualShares } from './ownerChange.ts';
import { recalculateParents } from './rollUps.ts';
import { completeChanged, completeNew, stamp } from './systemFields.ts';
import { checkUnique } from './unique.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

type SaveKind = 'insert' | 'update';

/**
 * Takes records of one object, at most 200, through the order of execution. Records that fail carry their errors
 * afterwards and are not saved; with `allOrNone` nothing is saved once one has failed.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function saveChunk(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  for (const record of records) load(run, record);
  prepare(run, kind, sound(records));
  saveLoaded(run, kind, records);
}

/** The same from step 4 on, for records whose new values are in place. */
export function saveLoaded(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  before(run, kind, sound(records));
  if (isBarred(run, records)) return;
  write(run, kind, sound(records));
  if (isBarred(run, records)) return;
  after(run, kind, sound(records));
}

/** With allOrNone the errors of a chunk are gathered, and then it goes no further. */
function isBarred(run: Run, records: readonly WorkRecord[]): boolean {
  return run.request.allOrNone && records.some((record) => record.errors.length > 0);
}

/** Steps 1 to 3: the old record, the request's values over it, system validation. */
function load(run: Run, record: WorkRecord): void {
  record.values = record.old === undefined ? {} : { ...record.old };
  readInput(run.context, record);
  if (record.old === undefined) applyDefaults(run.context, record);
}

function prepare(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  checkFieldAccess(run, kind, records);
  if (kind === 'update') checkRecordAccess(run, 'edit', records);
  checkReferences(run, records);
}

/** The checks of a new record that is not stored: a platform event. */
export function checkNew(run: Run, records: readonly WorkRecord[]): void {
  for (const record of records) load(run, record);
  prepare(run, 'insert', sound(records));
  for (const record of sound(records)) checkRequired(record);
}

/** Steps 4 to 6: before-save flows, before triggers, validation again with the custom rules. */
function before(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  const { context } = run;
  if (hasBefore(context, records[0]?.object ?? '', kind)) runAndRecheck(run, kind, records);
  const living = sound(records);
  for (const record of living) {
    checkRequired(record);
    checkPicklists(record);
  }
  checkRules(context, sound(living));
}

function runAndRecheck(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  const snapshots = records.map((record) => ({ ...record.values }));
  runBefore(run.context, kind, records);
  records.forEach((record, position) => recheck(record, snapshots[position] ?? {}));
  checkReferences(run, sound(records));
  run.touched = true;
}

/** Steps 7 and 8: unique values, then the save, not yet committed. */
function write(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  const { context } = run;
  const now = stamp(context);
  for (const record of records) {
    if (kind === 'insert') completeNew(context, record, now);
    else completeChanged(context, record, now);
  }
  checkUnique(context, records);
  checkSettingOwners(context, sound(records));
  const living = sound(records);
  const object = living[0]?.object;
  if (object === undefined || isBarred(run, records)) return;
  if (kind === 'insert')
    context.store.insert(
      object,
      living.map((record) => record.values)
    );
  else context.store.update(object, living.map(changes));
}

/** The id and the fields that differ from what is stored. */
function changes(record: WorkRecord): StoredRow {
  const { values, old = {} } = record;
  const row: StoredRow = { Id: record.id ?? null };
  for (const name in values) {
    const value = values[name];
    if (value !== undefined && value !== old[name]) row[name] = value;
  }
  return row;
}

/** After triggers, flows, and the roll-ups of parents. */
function after(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  const { context } = run;
  const object = records[0]?.object;
  if (object === undefined) return;
  context.access?.changed?.(object, idsOf(records));
  if (isAutomated(context, object, kind)) {
    run.touched = true;
    runAfterAutomation(run, kind, records);
  }
  recalculateParents(run, sound(records));
  follow(run, kind, sound(records));
}

/** What the platform does of its own after a save. */
function follow(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  if (kind === 'update') dropManualShares(run.context, records);
  else if (records[0]?.object === 'ContentVersion') linkDocuments(run, records);
}

/**
 * After triggers, then flows: but not for records that are being saved already, which is what the platform calls a
 * recursive save.
 */
function runAfterAutomation(run: Run, kind: SaveKind, records: readonly WorkRecord[]): void {
  const { context } = run;
  const { saving } = context.transaction;
  const entered = records.filter(({ id = '' }) => !saving.has(id));
  for (const { id = '' } of entered) saving.add(id);
  try {
    runAfter(context, kind, records);
    runAfterFlows(context, kind, sound(entered));
  } finally {
    for (const { id = '' } of entered) saving.delete(id);
  }
}

function idsOf(records: readonly WorkRecord[]): string[] {
  return records.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
