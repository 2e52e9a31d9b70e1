import { ApexDate, typeException } from '../../runtime/index.ts';
import type { ZonedFields as Fields } from '../../../shared/index.ts';

/**
 * Reads `2020-1-31`, and `2020-01-31 13:05:00`, whose time it ignores, as `Date.valueOf`.
 * @throws ApexException `System.TypeException: Invalid date: …`
 */
export function parseDate(text: string): ApexDate {
  const match = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?\s*$/s.exec(text);
  const [year = 0, month = 0, day = 0] = (match ?? []).slice(1).map(Number);
  const date = ApexDate.of(year, month, day);
  if (match !== null && date.month === month && date.day === day) return date;
  throw typeException(`Invalid date: ${text}`);
}

/**
 * Reads `2020-01-31 13:05:00`, as `Datetime.valueOf`; what follows it is left alone, as in Java.
 * @throws ApexException `System.TypeException: Invalid date/time: …`
 */
export function parseDatetime(text: string): Fields {
  const match = /^\s*(\d{1,4}-\d{1,2}-\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text);
  if (match === null) throw typeException(`Invalid date/time: ${text}`);
  const [hour, minute, second] = match.slice(2).map(Number) as [number, number, number];
  if (Math.max(hour - 23, minute - 59, second - 59) > 0) {
    throw typeException(`Invalid date/time: ${text}`);
  }
  const { year, month, day } = parseDate(match[1] ?? '');
  return { year, month, day, hour, minute, second, millisecond: 0 };
}

/** Reads an ISO 8601 instant, `2020-01-31T13:05:00.000+0000`; undefined when it is none. */
export function parseInstant(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?$/.exec(
    text
  );
  if (match === null) return undefined;
  const zone = (match[3] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const time = Date.parse(`${match[1]}T${match[2]}${zone}`);
  return Number.isNaN(time) ? undefined : time;
}
