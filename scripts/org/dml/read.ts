import type { FieldDefinition } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';
import { convert, ValueProblem } from './convert.ts';
import type { DmlContext } from './ports.ts';
import { problem } from './problem.ts';
import { resolveParent } from './parents.ts';
import type { DmlRecord } from './types.ts';
import type { WorkRecord } from './work.ts';

/**
 * Loads the new field values from the request over the old ones: names are resolved, values converted and checked
 * (steps 2 and 3 of the order of execution).
 */
export function readInput(context: DmlContext, record: WorkRecord): void {
  const closed: string[] = [];
  for (const key in record.input.values) {
    const value = record.input.values[key];
    if (value !== undefined && key !== 'Id') readField(context, record, { key, value, closed });
  }
  if (closed.length > 0) record.errors.push(notWritable(closed));
}

interface Given {
  readonly key: string;
  readonly value: FieldValue | DmlRecord;
  /** Collects fields that cannot be written. */
  readonly closed: string[];
}

function readField(context: DmlContext, record: WorkRecord, given: Given): void {
  const { key, value, closed } = given;
  if (isRecord(value)) {
    resolveParent(context, record, { relationship: key, parent: value });
    return;
  }
  const field = record.plan.field(key);
  if (field === undefined) record.errors.push(unknownField(record, key));
  else if (context.origin === 'platform' || isWritable(record, field)) assign(record, field, value);
  else if (context.origin === 'api') closed.push(field.name);
}

function isRecord(value: FieldValue | DmlRecord): value is DmlRecord {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

function isWritable(record: WorkRecord, field: FieldDefinition): boolean {
  if (field.calculated || field.autoNumber) return false;
  return record.old === undefined ? field.createable : field.updateable;
}

/** What was stored before is not checked again: it may have been allowed then. */
function assign(record: WorkRecord, field: FieldDefinition, value: FieldValue): void {
  if (record.old !== undefined && record.old[field.name] === value) {
    record.values[field.name] = value;
    return;
  }
  const converted = convert(field, value);
  if (converted instanceof ValueProblem) record.errors.push(converted.error);
  else record.values[field.name] = converted;
}

function unknownField(record: WorkRecord, name: string) {
  return problem('INVALID_FIELD', `No such column '${name}' on sobject of type ${record.object}`);
}

function notWritable(names: readonly string[]) {
  return problem(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and ` +
      'verify that it is read/write for your profile or permission set.',
    names
  );
}

/** Checks again what triggers and flows have changed in `record.values` since `before`. */
export function recheck(record: WorkRecord, before: Readonly<Record<string, FieldValue>>): void {
  for (const name in record.values) {
    const value = record.values[name];
    if (value === undefined || value === before[name]) continue;
    const field = record.plan.field(name);
    if (field !== undefined && field.type !== 'id') assign(record, field, value);
  }
}
