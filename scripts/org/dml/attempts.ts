import { problem } from './problem.ts';
import type { Run } from './run.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

const maximumAttempts = 3;

/**
 * Saves what can be saved. When records fail after triggers have seen them, everything is taken back and the rest is
 * tried again, three times at most, with the governor limits as they were before the first attempt
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_bulk_exceptions.htm).
 */
export function attempt(
  run: Run,
  records: readonly WorkRecord[],
  save: (records: readonly WorkRecord[]) => void
): void {
  if (run.request.allOrNone) save(records);
  else attemptPart(run, { records, save, number: 1 });
}

interface Attempt {
  readonly records: readonly WorkRecord[];
  readonly save: (records: readonly WorkRecord[]) => void;
  readonly number: number;
}

function attemptPart(run: Run, { records, save, number }: Attempt): void {
  const { store, limits } = run.context;
  const limitsBefore = limits?.snapshot();
  const savepoint = store.savepoint();
  run.touched = false;
  save(records);
  const good = sound(records);
  if (good.length === records.length || !run.touched) {
    store.release(savepoint);
    return;
  }
  store.rollbackTo(savepoint);
  store.release(savepoint);
  limits?.restore(limitsBefore);
  if (number === maximumAttempts) for (const record of good) record.errors.push(tooManyRetries());
  else if (good.length > 0) attemptPart(run, { records: fresh(good), save, number: number + 1 });
}

function fresh(records: readonly WorkRecord[]): readonly WorkRecord[] {
  for (const record of records) {
    if (record.old === undefined) record.id = undefined;
  }
  return records;
}

function tooManyRetries() {
  const message = 'Too many batch retries in the presence of Apex triggers and partial failures.';
  return problem('TOO_MANY_APEX_REQUESTS', message);
}
