export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export interface CalendarTime extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The wall-clock time of an instant (milliseconds since 1970) in a time zone (IANA name). */
export function zonedParts(instant: number, timeZone: string): CalendarTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second')
  };
}

/** The instant of a wall-clock time in a time zone; a time skipped in spring becomes the one after the gap. */
export function zonedTime(time: CalendarTime, timeZone: string): number {
  const asUtc = utc(time);
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
}

function offsetAt(instant: number, timeZone: string): number {
  return utc(zonedParts(instant, timeZone)) - instant;
}

function utc({ year, month, day, hour, minute, second }: CalendarTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
