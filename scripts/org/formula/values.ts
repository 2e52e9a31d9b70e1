import type { FieldValue } from '../store/types.ts';

/** A text, empty when there is none. */
export function asText(value: FieldValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

export function asNumber(value: FieldValue | undefined): number {
  return typeof value === 'number' ? value : Number(value ?? 0);
}

export function isBlank(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}

/** A number, or nothing where mathematics has none. */
export function finite(value: number): FieldValue {
  return Number.isFinite(value) ? value : null;
}

/** Decimals on the platform are exact; this takes a double's last digits away, so that 0.1 + 0.2 is 0.3. */
export function tidy(value: number): FieldValue {
  return finite(Number(value.toPrecision(15)));
}

/** Rounds half away from zero. */
export function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  const scaled = Number((Math.abs(value) * factor).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / factor;
}

const millisecondsPerDay = 86_400_000;

/** A date as days since 1970. */
export function dayOf(date: FieldValue): number {
  return Math.floor(Date.parse(`${asText(date).slice(0, 10)}T00:00:00Z`) / millisecondsPerDay);
}

export function dateFromDay(day: number): string {
  return new Date(Math.floor(day) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** A date-time as days since 1970, with the time as a fraction. */
export function instantDays(datetime: FieldValue): number {
  return Date.parse(asText(datetime)) / millisecondsPerDay;
}

export function datetimeFromDays(days: number): string {
  return new Date(Math.round(days * millisecondsPerDay)).toISOString();
}

/** A time of day as milliseconds. */
export function timeMilliseconds(time: FieldValue): number {
  return Date.parse(`1970-01-01T${asText(time).replace(/Z?$/, 'Z')}`);
}

export function timeFromMilliseconds(milliseconds: number): string {
  const inDay = ((milliseconds % millisecondsPerDay) + millisecondsPerDay) % millisecondsPerDay;
  return new Date(inDay).toISOString().slice(11);
}
