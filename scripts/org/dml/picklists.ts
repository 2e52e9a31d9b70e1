import type { FieldDefinition } from '../../apex/index.ts';
import { badPicklistValue } from './convert.ts';
import type { WorkRecord } from './work.ts';

/** Restricted picklists offer only what the record type has, and what goes with the controlling field. */
export function checkPicklists(record: WorkRecord): void {
  for (const field of record.plan.limitedPicklists) {
    const value = record.values[field.name];
    if (typeof value !== 'string' || !isConcerned(record, field)) continue;
    const bad = value.split(';').find((part) => !isOffered(record, field, part));
    if (bad !== undefined) record.errors.push(badPicklistValue(field, bad).error);
  }
}

/** Was it set, or what it depends on? */
function isConcerned({ values, old }: WorkRecord, field: FieldDefinition): boolean {
  const names = [field.name, 'RecordTypeId', field.controllingField ?? field.name];
  return old === undefined || names.some((name) => values[name] !== old[name]);
}

function isOffered(record: WorkRecord, field: FieldDefinition, value: string): boolean {
  return isOfRecordType(record, field, value) && isValidFor(record, field, value);
}

function isOfRecordType({ values, plan }: WorkRecord, field: FieldDefinition, value: string) {
  const type = plan.object.recordTypes.find(({ id }) => id === values['RecordTypeId']);
  return type?.picklistValues.get(field.name)?.includes(value) ?? true;
}

function isValidFor({ values }: WorkRecord, field: FieldDefinition, value: string): boolean {
  if (field.controllingField === undefined) return true;
  const controlling = String(values[field.controllingField] ?? '');
  const found = field.picklistValues.find((candidate) => candidate.value === value);
  return found?.validFor.includes(controlling) ?? false;
}
