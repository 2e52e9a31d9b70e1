import type { FieldDefinition } from '../../apex/index.ts';
import type { FieldValue, StoredRow } from '../store/types.ts';
import { convert, ValueProblem } from './convert.ts';
import type { DmlContext } from './ports.ts';
import { problem } from './problem.ts';
import type { DmlRecord } from './types.ts';
import type { WorkRecord } from './work.ts';

interface GivenParent {
  readonly relationship: string;
  readonly parent: DmlRecord;
}

/** Fills a lookup from a nested record that names its parent by an external id. */
export function resolveParent(context: DmlContext, record: WorkRecord, given: GivenParent): void {
  const { relationship, parent } = given;
  const field = context.schema.parentRelationship(record.plan.object, relationship);
  if (field === undefined) {
    const name = record.object;
    const message = `No such column '${relationship}' on sobject of type ${name}`;
    record.errors.push(problem('INVALID_FIELD', message));
    return;
  }
  const found = findParent(context, field, parent);
  if (typeof found === 'string') record.values[field.name] = found;
  else record.errors.push(notFound(record, found));
}

interface MissingParent {
  readonly field: string;
  readonly value: FieldValue;
}

function findParent(
  context: DmlContext,
  field: FieldDefinition,
  parent: DmlRecord
): string | MissingParent {
  const [key, value] = Object.entries(parent.values)[0] ?? ['Id', null];
  const wanted = scalar(value);
  for (const target of parentObjects(field, parent)) {
    const id = idByKey(context, target, { key, value: wanted });
    if (id !== undefined) return id;
  }
  return { field: key, value: wanted };
}

function scalar(value: FieldValue | DmlRecord): FieldValue {
  return typeof value === 'object' && !(value instanceof Uint8Array) ? null : value;
}

function parentObjects(field: FieldDefinition, parent: DmlRecord): readonly string[] {
  const named = field.referenceTo.find((name) => name === parent.object);
  return named === undefined ? field.referenceTo : [named];
}

interface Key {
  readonly key: string;
  readonly value: FieldValue;
}

/** The id of the record whose `key` field has `value`; undefined when there is none. */
function idByKey(context: DmlContext, object: string, { key, value }: Key): string | undefined {
  const field = context.plans.get(object)?.field(key);
  if (field === undefined || value === null) return undefined;
  const converted = convert(field, value);
  if (converted instanceof ValueProblem) return undefined;
  if (field.type === 'id') return idOf(context.store.get(object, [String(converted)])[0]);
  return idOf(context.store.find(object, field.name, [converted])[0]);
}

function idOf(row: StoredRow | undefined): string | undefined {
  return typeof row?.['Id'] === 'string' ? row['Id'] : undefined;
}

function notFound(record: WorkRecord, missing: MissingParent) {
  return problem(
    'INVALID_FIELD',
    `Foreign key external ID: ${String(missing.value)} not found for field ${missing.field} in entity ${record.object}`
  );
}
