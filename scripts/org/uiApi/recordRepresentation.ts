import type { FieldDefinition } from '../../apex/index.ts';
import type { Json } from '../rest/index.ts';
import type { UserContext } from '../session/types.ts';
import { isQueryRecord } from '../soql/queryRecord.ts';
import type { QueryRecord, QueryValue } from '../soql/types.ts';
import type { FieldValue } from '../store/types.ts';
import { displayValue } from './displayValue.ts';
import { nameFields } from './objectInfo.ts';
import type { Selection } from './selection.ts';

/** A record as the UI API answers it: every field with its value and how the user reads it. */
export function recordRepresentation(
  record: QueryRecord,
  selection: Selection,
  user: UserContext
): Record<string, Json> {
  const fields = [...selection.fields.values()].map((field): [string, Json] => [
    field.name,
    fieldRepresentation(fieldValue(record, field.name), field, user)
  ]);
  const parents = [...selection.parents].map(([name, parent]): [string, Json] => [
    name,
    parentRepresentation(record.values.get(name), parent, user)
  ]);
  const modified = record.values.get('LastModifiedDate');
  return {
    apiName: selection.object.name,
    id: text(record, 'Id'),
    childRelationships: {},
    fields: Object.fromEntries([...fields, ...parents]),
    lastModifiedById: text(record, 'LastModifiedById'),
    lastModifiedDate: text(record, 'LastModifiedDate'),
    recordTypeId: text(record, 'RecordTypeId'),
    recordTypeInfo: null,
    systemModstamp: text(record, 'SystemModstamp'),
    weakEtag: typeof modified === 'string' ? Date.parse(modified) : 0
  };
}

function text(record: QueryRecord, field: string): string | null {
  const value = record.values.get(field);
  return typeof value === 'string' ? value : null;
}

function fieldValue(record: QueryRecord, name: string): FieldValue {
  const value = record.values.get(name) ?? null;
  return typeof value === 'object' && !(value instanceof Uint8Array) ? null : value;
}

function fieldRepresentation(
  value: FieldValue,
  field: FieldDefinition,
  user: UserContext
): Record<string, Json> {
  const json = value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  return { displayValue: displayValue(value, field, user), value: json };
}

function parentRepresentation(
  value: QueryValue | undefined,
  selection: Selection,
  user: UserContext
): Json {
  if (!isQueryRecord(value)) return { displayValue: null, value: null };
  const name = nameFields(selection.object)[0] ?? 'Id';
  return {
    displayValue: text(value, name),
    value: recordRepresentation(value, selection, user)
  };
}
