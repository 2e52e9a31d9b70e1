import type { QueryRecord, QueryValue } from './types.ts';

/** Is a value of a result a parent record, not a field and not a list of children? */
export function isQueryRecord(value: QueryValue | undefined): value is QueryRecord {
  return typeof value === 'object' && value !== null && 'values' in value && 'object' in value;
}
