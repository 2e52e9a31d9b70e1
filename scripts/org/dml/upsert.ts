import type { FieldDefinition } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';
import { convert, ValueProblem } from './convert.ts';
import { insertRecords, updateRecords } from './insertUpdate.ts';
import { DmlRequestError, problem } from './problem.ts';
import type { Run } from './run.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

/** Inserts or updates at most 200 records of one object, by id or by an external id. */
export function upsertRecords(run: Run, records: readonly WorkRecord[]): void {
  const name = run.request.externalIdField ?? 'Id';
  if (name.toLowerCase() !== 'id') matchByKey(run, keyField(records, name), records);
  const living = sound(records);
  const isNew = (record: WorkRecord): boolean =>
    record.id === undefined && (record.input.values['Id'] ?? null) === null;
  const created = living.filter(isNew);
  const changed = living.filter((record) => !isNew(record));
  if (created.length > 0) insertRecords(run, created);
  if (changed.length > 0) updateRecords(run, changed);
}

function keyField(records: readonly WorkRecord[], name: string): FieldDefinition {
  const field = records[0]?.plan.field(name);
  if (field !== undefined && (field.externalId || field.idLookup)) return field;
  const message =
    `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ` +
    `${records[0]?.object}`;
  throw new DmlRequestError(message, 'INVALID_FIELD', 'SObjectException');
}

function matchByKey(run: Run, field: FieldDefinition, records: readonly WorkRecord[]): void {
  const keys = new Map<string, WorkRecord>();
  const values: FieldValue[] = [];
  for (const record of records) {
    const value = keyValue(record, field);
    if (value === undefined) continue;
    const key = keyOf(field, value);
    const twin = keys.get(key);
    if (twin === undefined) keys.set(key, record);
    else for (const each of [twin, record]) each.errors.push(givenTwice(field, value));
    values.push(value);
  }
  assignMatches(run, { field, keys, values });
}

/** The external id as it would be stored; undefined, with an error on the record, when there is none. */
function keyValue(record: WorkRecord, field: FieldDefinition): FieldValue | undefined {
  const given = givenValue(record, field);
  const value = given === null ? null : convert(field, given);
  if (value instanceof ValueProblem) record.errors.push(value.error);
  else if (value === null)
    record.errors.push(problem('MISSING_ARGUMENT', `${field.name} not specified`));
  else return value;
  return undefined;
}

function givenValue({ plan, input }: WorkRecord, field: FieldDefinition): FieldValue {
  const exact = input.values[field.name];
  if (exact !== undefined) return isScalar(exact) ? exact : null;
  const key = Object.keys(input.values).find((candidate) => plan.field(candidate) === field);
  const value = key === undefined ? null : (input.values[key] ?? null);
  return isScalar(value) ? value : null;
}

function isScalar(value: unknown): value is FieldValue {
  return typeof value !== 'object' || value === null || value instanceof Uint8Array;
}

interface Matching {
  readonly field: FieldDefinition;
  readonly keys: ReadonlyMap<string, WorkRecord>;
  readonly values: readonly FieldValue[];
}

function assignMatches(run: Run, matching: Matching): void {
  const found = idsByKey(run, matching);
  for (const [key, record] of matching.keys) {
    const ids = found.get(key) ?? [];
    if (ids.length > 1) record.errors.push(severalFound(matching.field, ids));
    else record.id = ids[0];
  }
}

/** The ids of stored records under each external id. */
function idsByKey(run: Run, { field, keys, values }: Matching): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const [first] = keys.values();
  if (first === undefined) return found;
  for (const row of run.context.store.find(first.object, field.name, values)) {
    const key = keyOf(field, row[field.name] ?? null);
    const ids = found.get(key) ?? [];
    found.set(key, [...ids, String(row['Id'])]);
  }
  return found;
}

function keyOf(field: FieldDefinition, value: FieldValue): string {
  return field.unique && field.caseSensitive ? String(value) : String(value).toLowerCase();
}

function givenTwice(field: FieldDefinition, value: FieldValue) {
  const message = `Duplicate external id specified: ${String(value)}`;
  return problem('DUPLICATE_VALUE', message, [field.name]);
}

function severalFound(field: FieldDefinition, ids: readonly string[]) {
  const message = `${field.label}: more than one record found for external id field: [${ids.join(', ')}]`;
  return problem('DUPLICATE_EXTERNAL_ID', message, [field.name]);
}
