import { isTimeZone, zoneOffset } from '../../shared/index.ts';

/** Answers for one time zone. */
export interface TimeZone {
  /** The calendar day of an instant (milliseconds since 1970), as the number of days since 1970. */
  dayOf(instant: number): number;
  /** The instant at which a day (in days since 1970) begins. */
  startOf(day: number): number;
  /** The wall clock at an instant, written as if it were UTC: `2026-11-24T09:30:00.000Z`. */
  wallClock(instant: number): string;
}

const millisecondsPerDay = 86_400_000;

/** A time zone by its IANA name; UTC when the name is not known. */
export function timeZoneOf(name: string): TimeZone {
  const zone = isTimeZone(name) ? name : 'UTC';
  const offsetAt = (instant: number): number => zoneOffset(zone, instant);
  return {
    dayOf: (instant) => Math.floor((instant + offsetAt(instant)) / millisecondsPerDay),
    startOf: (day) => {
      const utc = day * millisecondsPerDay;
      const guess = utc - offsetAt(utc);
      return utc - offsetAt(guess);
    },
    wallClock: (instant) => new Date(instant + offsetAt(instant)).toISOString()
  };
}

/** The number of days since 1970 of a calendar date; months from 0, out of range ones roll over. */
export function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date) / millisecondsPerDay;
}
