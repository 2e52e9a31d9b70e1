import type { StoredRow } from '../store/types.ts';
import type { ScheduledPath } from './model.ts';

const minute = 60_000;

const units: Readonly<Record<string, number>> = {
  Minutes: minute,
  Hours: 60 * minute,
  Days: 24 * 60 * minute
};

/**
 * When a path is due for a record, in milliseconds since 1970; undefined: right after the commit; null: never, because
 * the field that it counts from is empty.
 */
export function laterTime(
  path: ScheduledPath,
  record: StoredRow,
  now: number
): number | undefined | null {
  if (path.isAsyncAfterCommit) return undefined;
  const base = path.field === undefined ? now : Date.parse(String(record[path.field] ?? ''));
  if (Number.isNaN(base)) return null;
  if (path.unit === 'Months') return addMonths(base, path.offset);
  return base + path.offset * (units[path.unit] ?? minute);
}

function addMonths(instant: number, months: number): number {
  const date = new Date(instant);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}
