import type { FieldDefinition } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';
import { defaultSettingOwner } from './customSettings.ts';
import type { DmlContext } from './ports.ts';
import { applyStandardDefaults } from './standardDefaults.ts';
import type { WorkRecord } from './work.ts';

/** Gives a new record what the caller left out: owner, field defaults, unchecked boxes. */
export function applyDefaults(context: DmlContext, record: WorkRecord): void {
  const { values, plan } = record;
  for (const field of plan.defaulted) {
    if (!(field.name in values)) values[field.name] = defaultOf(context, record, field);
  }
  if (plan.has('OwnerId') && (values['OwnerId'] ?? null) === null) {
    values['OwnerId'] = context.user.userId;
  }
  applyStandardDefaults(context, record);
  defaultRecordType(context, record);
  defaultSettingOwner(context, record);
  if (plan.object.kind === 'share') values['RowCause'] ??= 'Manual';
}

function defaultOf(context: DmlContext, record: WorkRecord, field: FieldDefinition): FieldValue {
  const chosen = field.picklistValues.find((value) => value.defaultValue);
  if (chosen !== undefined) return chosen.value;
  const formula = field.defaultValueFormula;
  if (field.type === 'boolean') {
    const literal = booleanOf(formula);
    if (literal !== undefined) return literal;
  }
  if (formula === undefined) return null;
  return context.rules?.defaultValue(record.object, field.name, record.values) ?? null;
}

/** A checkbox without a default is unchecked. */
function booleanOf(formula: string | undefined): boolean | undefined {
  const literal = (formula ?? 'false').trim().toLowerCase();
  return literal === 'true' || literal === 'false' ? literal === 'true' : undefined;
}

/** What the user's profile makes of a record that is given no record type. */
function defaultRecordType({ policy }: DmlContext, { values, plan }: WorkRecord): void {
  if ('RecordTypeId' in values || !plan.has('RecordTypeId')) return;
  const id = policy.defaultRecordType(plan.object.name);
  if (id !== undefined) values['RecordTypeId'] = id;
}
