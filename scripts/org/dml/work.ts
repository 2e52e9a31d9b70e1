import type { StoredRow } from '../store/types.ts';
import type { ObjectPlan } from './plan.ts';
import type { TriggerRecord } from './ports.ts';
import type { DmlError, DmlRecord } from './types.ts';

/** A record on its way through the order of execution. */
export interface WorkRecord extends TriggerRecord {
  /** Position in the request. */
  readonly index: number;
  readonly input: DmlRecord;
  readonly plan: ObjectPlan;
  id: string | undefined;
  values: StoredRow;
  old: StoredRow | undefined;
  readonly errors: DmlError[];
  created: boolean;
  /** A duplicate's children, which a merge has given to the master. */
  readonly related: string[];
}

/** @param index position in the request */
export function workRecord(plan: ObjectPlan, input: DmlRecord, index: number): WorkRecord {
  const errors: DmlError[] = [];
  return {
    index,
    input,
    plan,
    object: plan.object.name,
    id: undefined,
    values: {},
    old: undefined,
    errors,
    created: false,
    related: [],
    addError(message, field, statusCode = 'FIELD_CUSTOM_VALIDATION_EXCEPTION') {
      errors.push({
        statusCode,
        message,
        fields: field === undefined ? [] : [field]
      });
    }
  };
}

/** The records that have no error so far. */
export function sound(records: readonly WorkRecord[]): readonly WorkRecord[] {
  return records.some((record) => record.errors.length > 0)
    ? records.filter((record) => record.errors.length === 0)
    : records;
}
