import type { DmlContext } from './ports.ts';
import { problem } from './problem.ts';
import type { WorkRecord } from './work.ts';

/** All required fields that have no value, in one error. */
export function checkRequired(record: WorkRecord): void {
  const { values, old } = record;
  let missing: string[] | undefined;
  for (const field of record.plan.required) {
    if ((values[field.name] ?? null) !== null) continue;
    if (old !== undefined && (old[field.name] ?? null) === null && !(field.name in values))
      continue;
    (missing ??= []).push(field.name);
  }
  if (missing === undefined) return;
  const message = `Required fields are missing: [${missing.join(', ')}]`;
  record.errors.push(problem('REQUIRED_FIELD_MISSING', message, missing));
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
