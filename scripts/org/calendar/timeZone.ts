/** Answers for one IANA time zone. */
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
  const format = formatFor(name);
  const offsetAt = (instant: number): number => wallMilliseconds(format, instant) - instant;
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

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}

function wallMilliseconds(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, +value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const date = Date.UTC(part('year'), part('month') - 1, part('day'));
  const time = (part('hour') * 60 + part('minute')) * 60 + part('second');
  return date + time * 1000 + (((instant % 1000) + 1000) % 1000);
}

/** The number of days since 1970 of a calendar date; months from 0, out of range ones roll over. */
export function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date) / millisecondsPerDay;
}
