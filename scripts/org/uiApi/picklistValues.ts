import type { FieldDefinition, ObjectDefinition, PicklistValue } from '../../apex/index.ts';
import type { Json } from '../rest/index.ts';

/** The values of one picklist that a record type offers. */
export function picklistValues(
  object: ObjectDefinition,
  field: FieldDefinition,
  recordTypeId: string
): Record<string, Json> {
  const offered = offeredValues(object, field, recordTypeId);
  const values = offered.map(valueJson);
  const initial = offered.findIndex(({ defaultValue }) => defaultValue);
  return { controllerValues: {}, defaultValue: values[initial] ?? null, values };
}

/** The values of every picklist of a record type, by field. */
export function allPicklistValues(
  object: ObjectDefinition,
  recordTypeId: string
): Record<string, Json> {
  const picklists = [...object.fields.values()].filter(
    ({ type }) => type === 'picklist' || type === 'multipicklist'
  );
  return {
    picklistFieldValues: Object.fromEntries(
      picklists.map((field) => [field.name, picklistValues(object, field, recordTypeId)])
    )
  };
}

function offeredValues(
  object: ObjectDefinition,
  field: FieldDefinition,
  recordTypeId: string
): readonly PicklistValue[] {
  const recordType = object.recordTypes.find(({ id }) => id === recordTypeId);
  const allowed = recordType?.picklistValues.get(field.name);
  return field.picklistValues.filter(
    ({ active, value }) => active && (allowed === undefined || allowed.includes(value))
  );
}

function valueJson({ value, label }: PicklistValue): Record<string, Json> {
  return { attributes: null, label, validFor: [], value };
}
