import type { ObjectPlan } from './plan.ts';
import type { DmlRecord } from './types.ts';

const texts = new Set(['string', 'textarea', 'phone', 'email', 'url', 'encryptedstring']);

/**
 * The record with its texts cut to the length of their fields
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_database_dmloptions.htm).
 */
export function truncated(plan: ObjectPlan, { object, values }: DmlRecord): DmlRecord {
  const cut = Object.entries(values).map(([name, value]) => {
    const field = plan.field(name);
    const isLong =
      field !== undefined &&
      texts.has(field.type) &&
      typeof value === 'string' &&
      field.length > 0 &&
      value.length > field.length;
    return [name, isLong ? value.slice(0, field.length) : value] as const;
  });
  return { object, values: Object.fromEntries(cut) };
}
