import { attempt } from './attempts.ts';
import { loadExisting } from './existing.ts';
import { problem } from './problem.ts';
import type { Run } from './run.ts';
import { checkNew, saveChunk } from './save.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

/** Inserts at most 200 records of one object. */
export function insertRecords(run: Run, records: readonly WorkRecord[]): void {
  for (const record of records) {
    if (hasId(record)) record.errors.push(idGiven());
  }
  const living = sound(records);
  if (living[0]?.plan.object.kind === 'platformEvent') publish(run, living);
  else attempt(run, living, (part) => saveChunk(run, 'insert', part));
  for (const record of sound(living)) record.created = true;
}

/** Updates at most 200 records of one object. */
export function updateRecords(run: Run, records: readonly WorkRecord[]): void {
  loadExisting(run, records, 'update');
  attempt(run, sound(records), (part) => saveChunk(run, 'update', part));
}

function hasId({ input }: WorkRecord): boolean {
  return (input.values['Id'] ?? null) !== null;
}

function idGiven() {
  const message = 'cannot specify Id in an insert call';
  return problem('INVALID_FIELD_FOR_INSERT_UPDATE', message, ['Id']);
}

/** An event is checked like a record, and published instead of stored. */
function publish(run: Run, records: readonly WorkRecord[]): void {
  const { context } = run;
  checkNew(run, records);
  if (run.request.allOrNone && sound(records).length < records.length) return;
  for (const record of sound(records)) {
    record.id = context.store.nextId(record.object);
    context.events?.publish(record.object, record.values);
  }
}
