import { convert, ValueProblem } from './convert.ts';
import { DmlRequestError, problem } from './problem.ts';
import type { Run } from './run.ts';
import type { StoredRow } from '../store/types.ts';
import type { WorkRecord } from './work.ts';

type Call = 'update' | 'delete' | 'undelete';

/** Step 1 for records that exist: their ids, and what is stored under them. */
export function loadExisting(run: Run, records: readonly WorkRecord[], call: Call): void {
  for (const record of records) takeId(record, call);
  checkNotTwice(run, records);
  const rows = storedRows(run, records);
  for (const record of records) {
    if (record.id === undefined || record.errors.length > 0) continue;
    const row = rows.get(record.id);
    const error = existenceProblem(row, call);
    if (error !== undefined) record.errors.push(error);
    else if (row !== undefined) record.old = row;
  }
}

function takeId(record: WorkRecord, call: Call): void {
  if (record.id !== undefined) return;
  const given = record.input.values['Id'] ?? null;
  if (given === null || typeof given !== 'string') {
    record.errors.push(problem('MISSING_ARGUMENT', `Id not specified in an ${call} call`));
    return;
  }
  const id = idOfObject(record, given);
  if (id === undefined) record.errors.push(malformed(record, given));
  else record.id = id;
}

function idOfObject({ plan }: WorkRecord, given: string): string | undefined {
  const field = plan.field('Id');
  const id = field === undefined ? given : convert(field, given);
  if (id instanceof ValueProblem || typeof id !== 'string') return undefined;
  return id.startsWith(plan.object.keyPrefix ?? '') ? id : undefined;
}

/** `Account ID: id value of incorrect type: …`; a custom object's id is called `Record ID`. */
function malformed({ plan }: WorkRecord, given: string) {
  const label = plan.object.kind === 'standard' ? `${plan.object.label} ID` : 'Record ID';
  return problem('MALFORMED_ID', `${label}: id value of incorrect type: ${given}`, ['Id']);
}

function checkNotTwice(run: Run, records: readonly WorkRecord[]): void {
  const seen = new Set<string>();
  for (const record of records) {
    if (record.id === undefined) continue;
    if (seen.has(record.id)) twice(run, record);
    seen.add(record.id);
  }
}

function twice(run: Run, record: WorkRecord): void {
  const message = `Duplicate id in list: ${record.id}`;
  if (run.context.origin === 'apex') {
    throw new DmlRequestError(message, 'DUPLICATE_VALUE', 'ListException');
  }
  record.errors.push(problem('DUPLICATE_VALUE', message, ['Id']));
}

function storedRows(run: Run, records: readonly WorkRecord[]): Map<string, StoredRow> {
  const object = records[0]?.object;
  if (object === undefined) return new Map();
  const ids = records.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const rows = run.context.store.get(object, ids, { deleted: true });
  return new Map(rows.map((row) => [String(row['Id']), row]));
}

function existenceProblem(row: StoredRow | undefined, call: Call) {
  const deleted = row?.['IsDeleted'] === true;
  if (call === 'undelete') {
    return deleted ? undefined : problem('UNDELETE_FAILED', 'Entity is not in the recycle bin');
  }
  if (row === undefined)
    return problem('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  return deleted ? problem('ENTITY_IS_DELETED', 'entity is deleted') : undefined;
}
