import type { FieldDefinition } from '../../apex/index.ts';
import type { FieldValue, StoredRow } from '../store/types.ts';
import { deriveFields } from './derive.ts';
import type { DmlContext } from './ports.ts';
import type { ObjectPlan } from './plan.ts';
import type { WorkRecord } from './work.ts';

/** The instant of a save, as it is stored. The platform keeps whole seconds. */
export function stamp(context: DmlContext): string {
  return new Date(Math.floor(context.clock.now() / 1000) * 1000).toISOString();
}

/** Id, auto numbers, name and the fields that tell who saved when, for a new record. */
export function completeNew(context: DmlContext, record: WorkRecord, now: string): void {
  const { values, plan } = record;
  const id = context.store.nextId(record.object);
  record.id = id;
  values['Id'] = id;
  for (const field of plan.autoNumbers) {
    values[field.name] = autoNumber(context, record.object, field);
  }
  for (const field of plan.ownRollUps) values[field.name] = emptyRollUp(field);
  if (plan.personName) values['Name'] = personName(values);
  else defaultName(plan, values, id);
  deriveFields(context, record);
  setIfThere(plan, values, newStamps(context, now));
}

function emptyRollUp({ rollUp }: FieldDefinition): number | null {
  return rollUp?.operation === 'COUNT' || rollUp?.operation === 'SUM' ? 0 : null;
}

function newStamps(context: DmlContext, now: string): StoredRow {
  const { userId } = context.user;
  return {
    CreatedById: userId,
    CreatedDate: now,
    LastModifiedById: userId,
    LastModifiedDate: now,
    SystemModstamp: now,
    IsDeleted: false
  };
}

function setIfThere(plan: ObjectPlan, values: StoredRow, stamps: StoredRow): void {
  for (const name in stamps) {
    const value = stamps[name];
    if (value !== undefined && plan.has(name)) values[name] = value;
  }
}

/** A custom object's record without a name is called by its id. */
function defaultName(plan: ObjectPlan, values: StoredRow, id: string): void {
  const field = plan.nameField;
  if (field?.name === 'Name' && !field.autoNumber && (values['Name'] ?? null) === null) {
    values['Name'] = id;
  }
}

/** Who changed a record when. */
export function completeChanged(context: DmlContext, record: WorkRecord, now: string): void {
  const { userId } = context.user;
  if (record.plan.personName) record.values['Name'] = personName(record.values);
  deriveFields(context, record);
  setIfThere(record.plan, record.values, {
    LastModifiedById: userId,
    LastModifiedDate: now,
    SystemModstamp: now
  });
}

/** `FirstName LastName`, with middle name and suffix where the org has them. */
export function personName(values: Readonly<Record<string, FieldValue>>): string {
  return ['FirstName', 'MiddleName', 'LastName', 'Suffix']
    .map((name) => values[name] ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

function autoNumber(context: DmlContext, object: string, field: FieldDefinition): string {
  const number = context.store.nextNumber(object, field.name);
  return formatAutoNumber(field.autoNumberFormat ?? '{0}', number, context.clock.now());
}

/**
 * `SR-{0000}` → `SR-0042`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` stand for today
 * (https://help.salesforce.com/s/articleView?id=sf.custom_field_attributes.htm).
 */
export function formatAutoNumber(format: string, number: number, now: number): string {
  const [year = '', month = '', day = ''] = new Date(now).toISOString().slice(0, 10).split('-');
  const dates: Readonly<Record<string, string>> = {
    '{YYYY}': year,
    '{YY}': year.slice(2),
    '{MM}': month,
    '{DD}': day
  };
  return format
    .replace(/\{(?:YYYY|YY|MM|DD)\}/g, (part) => dates[part] ?? part)
    .replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'));
}
