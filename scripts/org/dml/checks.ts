import type { DmlContext } from './ports.ts';
import { problem } from './problem.ts';
import type { WorkRecord } from './work.ts';

/** All required fields that have no value, in one error. */
export function checkRequired(record: WorkRecord): void {
  const missing = [
    ...record.plan.required.map((field) => field.name).filter((name) => isMissing(record, name)),
    ...missingContent(record)
  ];
  if (missing.length === 0) return;
  const message = `Required fields are missing: [${missing.join(', ')}]`;
  record.errors.push(problem('REQUIRED_FIELD_MISSING', message, missing));
}

/** A file has data, or says where they are. */
function missingContent({ object, values, old }: WorkRecord): string[] {
  if (object !== 'ContentVersion' || old !== undefined) return [];
  const data = values['VersionData'] ?? values['ContentUrl'] ?? values['ExternalDataSourceId'];
  const isEmpty = data instanceof Uint8Array ? data.length === 0 : (data ?? '') === '';
  return isEmpty ? ['VersionData'] : [];
}

/** A field that had no value before, and that nobody touches, is not asked for. */
function isMissing({ values, old }: WorkRecord, name: string): boolean {
  const value = values[name] ?? null;
  if (value !== null) return false;
  return old === undefined || name in values;
}

/** Custom validation rules: every rule that fires adds its message. */
export function checkRules(context: DmlContext, records: readonly WorkRecord[]): void {
  const object = records[0]?.object;
  const rules = object === undefined ? [] : (context.rules?.validationRules(object) ?? []);
  for (const rule of rules) {
    for (const record of records) {
      if (rule.fails(record.values, record.old)) record.addError(rule.message, rule.field);
    }
  }
}
