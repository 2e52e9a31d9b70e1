import type { CompoundValue, QueryRecord, QueryValue } from './types.ts';

/** Is a value of a result a parent record, not a field and not a list of children? */
export function isQueryRecord(value: QueryValue | undefined): value is QueryRecord {
  return typeof value === 'object' && value !== null && 'values' in value && 'object' in value;
}

/** Is a value of a result that of a compound field? */
export function isCompound(value: QueryValue | undefined): value is CompoundValue {
  return typeof value === 'object' && value !== null && 'parts' in value;
}
