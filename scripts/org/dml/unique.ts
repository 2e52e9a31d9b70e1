import type { FieldDefinition } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';
import type { DmlContext } from './ports.ts';
import { problem, shortId } from './problem.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

/** Checks unique fields against the store and within the chunk. Records have their ids by now. */
export function checkUnique(context: DmlContext, records: readonly WorkRecord[]): void {
  for (const field of records[0]?.plan.unique ?? []) checkField(context, field, sound(records));
}

function checkField(
  context: DmlContext,
  field: FieldDefinition,
  records: readonly WorkRecord[]
): void {
  const concerned = records.filter((record) => isNewValue(record, field));
  if (concerned.length === 0) return;
  const holders = holdersOf(context, field, concerned);
  for (const record of concerned) {
    const key = keyOf(field, record.values[field.name] ?? null);
    const holder = holders.get(key);
    if (holder !== undefined && holder !== record.id)
      record.errors.push(duplicate(record.object, field, holder));
    else if (record.id !== undefined) holders.set(key, record.id);
  }
}

function isNewValue(record: WorkRecord, field: FieldDefinition): boolean {
  const value = record.values[field.name] ?? null;
  return value !== null && value !== record.old?.[field.name];
}

/** Who has these values in the store, apart from records that are about to give theirs up. */
function holdersOf(
  context: DmlContext,
  field: FieldDefinition,
  records: readonly WorkRecord[]
): Map<string, string> {
  const values = records.map((record) => record.values[field.name] ?? null);
  const leaving = new Set(records.filter((record) => record.old).map((record) => record.id));
  const rows = context.store.find(records[0]?.object ?? '', field.name, values);
  const holders = new Map<string, string>();
  for (const row of rows) {
    const id = String(row['Id']);
    if (!leaving.has(id)) holders.set(keyOf(field, row[field.name] ?? null), id);
  }
  return holders;
}

function keyOf(field: FieldDefinition, value: FieldValue): string {
  return field.caseSensitive ? String(value) : String(value).toLowerCase();
}

function duplicate(object: string, field: FieldDefinition, holder: string) {
  if (object === 'User' && field.name === 'Username') {
    const message =
      'Duplicate Username.<br>Another user has already selected this username.<br>Please select another.';
    return problem('DUPLICATE_USERNAME', message, [field.name]);
  }

  return problem(
    'DUPLICATE_VALUE',
    `duplicate value found: ${field.name} duplicates value on record with id: ${shortId(holder)}`
  );
}
