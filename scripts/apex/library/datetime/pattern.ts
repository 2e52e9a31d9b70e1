import { ApexException, pad } from '../../runtime/index.ts';
import { zoneName } from './zoneName.ts';
import { fieldsIn, zoneOffset } from '../../../shared/index.ts';
import type { ZonedFields as Fields } from '../../../shared/index.ts';

/** An instant and where it is shown. */
export interface Shown {
  readonly time: number;
  readonly zone: string;
  /** As Intl names it. */
  readonly locale: string;
}

type Letter = (count: number, fields: Fields, shown: Shown) => string;

const number =
  (value: (fields: Fields) => number): Letter =>
  (count, fields) =>
    pad(value(fields), count);

const letters: Readonly<Record<string, Letter>> = {
  G: (_count, { year }) => (year > 0 ? 'AD' : 'BC'),
  y: (count, { year }) => yearText(count, year),
  Y: (count, fields) => yearText(count, weekYear(fields)),
  M: monthText,
  L: monthText,
  w: number((fields) => weekOfYear(fields)),
  W: number((fields) => Math.ceil((fields.day + weekday({ ...fields, day: 1 })) / 7)),
  D: number(dayOfYear),
  d: number(({ day }) => day),
  F: number(({ day }) => Math.ceil(day / 7)),
  E: (count, fields, { locale }) =>
    named(locale, fields, { weekday: count > 3 ? 'long' : 'short' }),
  u: number((fields) => weekday(fields) || 7),
  a: (_count, { hour }) => (hour < 12 ? 'AM' : 'PM'),
  H: number(({ hour }) => hour),
  k: number(({ hour }) => hour || 24),
  K: number(({ hour }) => hour % 12),
  h: number(({ hour }) => hour % 12 || 12),
  m: number(({ minute }) => minute),
  s: number(({ second }) => second),
  S: number(({ millisecond }) => millisecond),
  z: (count, _fields, { zone, time }) => zoneName(zone, time, count > 3),
  Z: (_count, _fields, { zone, time }) => offsetText(zoneOffset(zone, time), ''),
  X: isoOffset
};

/**
 * Formats as java.text.SimpleDateFormat.
 * @param pattern `yyyy-MM-dd'T'HH:mm:ss.SSSZ`
 * @throws ApexException `System.IllegalArgumentException: Illegal pattern character 'b'`
 */
export function formatPattern(pattern: string, shown: Shown): string {
  const fields = fieldsIn(shown.zone, shown.time);
  return pattern.replace(
    /''|'((?:[^']|'')*)'|'|([a-zA-Z])\2*/g,
    (whole, quoted?: string, letter?: string) => {
      if (whole === "''") return "'";
      if (quoted !== undefined) return quoted.replaceAll("''", "'");
      if (letter === undefined) return illegal('Unterminated quote');
      const format = letters[letter] ?? illegal(`Illegal pattern character '${letter}'`);
      return format(whole.length, fields, shown);
    }
  );
}

function illegal(text: string): never {
  throw new ApexException('System.IllegalArgumentException', text);
}

function yearText(count: number, year: number): string {
  const shownYear = year > 0 ? year : 1 - year;
  return count === 2 ? pad(shownYear % 100, 2) : pad(shownYear, count);
}

function monthText(count: number, fields: Fields, { locale }: Shown): string {
  if (count < 3) return pad(fields.month, count);
  return named(locale, fields, { month: count > 3 ? 'long' : 'short' });
}

function named(locale: string, fields: Fields, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(utc(fields));
}

function utc({ year, month, day }: Fields): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** 0 is Sunday. */
function weekday(fields: Fields): number {
  return new Date(utc(fields)).getUTCDay();
}

function dayOfYear(fields: Fields): number {
  return (utc(fields) - utc({ ...fields, month: 1, day: 1 })) / 86_400_000 + 1;
}

/** Weeks begin on Sunday; the first is the one with January 1, as in the United States. */
function weekOfYear(fields: Fields): number {
  if (weekYear(fields) > fields.year) return 1;
  const firstDay = weekday({ ...fields, month: 1, day: 1 });
  return Math.floor((dayOfYear(fields) + firstDay - 1) / 7) + 1;
}

function weekYear(fields: Fields): number {
  const saturday = new Date(utc({ ...fields, day: fields.day + 6 - weekday(fields) }));
  return saturday.getUTCFullYear();
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const sign = offset < 0 ? '-' : '+';
  return sign + pad(Math.floor(minutes / 60), 2) + separator + pad(minutes % 60, 2);
}

function isoOffset(count: number, _fields: Fields, { zone, time }: Shown): string {
  const offset = zoneOffset(zone, time);
  if (offset === 0) return 'Z';
  const text = offsetText(offset, count === 3 ? ':' : '');
  return count === 1 ? text.slice(0, 3) : text;
}
