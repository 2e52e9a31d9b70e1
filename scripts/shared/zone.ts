/** The parts of an instant as a clock in some time zone shows them. */
export interface ZonedFields {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** One formatter for each zone: to make one takes longer than to use it a thousand times. */
const formatterFor = remembered(
  (zone) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    })
);

/** How many formatters are kept; a hostile program cannot fill the memory with them. */
const capacity = 500;

function remembered(
  create: (zone: string) => Intl.DateTimeFormat
): (zone: string) => Intl.DateTimeFormat {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const found = known.get(zone) ?? create(zone);
    if (known.size >= capacity) known.clear();
    known.set(zone, found);
    return found;
  };
}

/** Does the runtime know this time zone? */
export function isTimeZone(zone: string): boolean {
  try {
    return formatterFor(intlZone(zone)) !== undefined;
  } catch {
    return false;
  }
}

/**
 * @param time milliseconds since 1970
 * @param zone an IANA name, `GMT`, or `GMT+2:00`
 * @returns milliseconds that the zone's clocks are ahead of UTC at that time
 */
export function zoneOffset(zone: string, time: number): number {
  if (zone === 'GMT' || zone === 'UTC') return 0;
  const whole = Math.floor(time / 1000) * 1000;
  return shownTime(intlZone(zone), whole) - whole;
}

function shownTime(zone: string, time: number): number {
  const parts = formatterFor(zone).formatToParts(time);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '0';
  const year = Number(part('year'));
  const shown = new Date(0);
  shown.setUTCFullYear(
    part('era') === 'BC' ? 1 - year : year,
    Number(part('month')) - 1,
    Number(part('day'))
  );
  shown.setUTCHours(Number(part('hour')), Number(part('minute')), Number(part('second')));
  return shown.getTime();
}

/** Java's `GMT+2:00` as Intl knows it: `+02:00`. */
function intlZone(zone: string): string {
  const found = /^GMT([+-])(\d{1,2})(?::?(\d\d))?$/.exec(zone);
  if (found === null) return zone;
  return `${found[1]}${found[2]?.padStart(2, '0')}:${found[3] ?? '00'}`;
}

/** What a clock in the zone shows. */
export function fieldsIn(zone: string, time: number): ZonedFields {
  const shown = new Date(time + zoneOffset(zone, time));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds()
  };
}

/**
 * The instant at which a clock in the zone shows these fields; out of range fields roll over. A time that the clocks
 * skip is taken with the offset before the change, one that comes twice is the first, as in Java.
 */
export function timeOf(zone: string, fields: ZonedFields): number {
  const date = new Date(0);
  date.setUTCFullYear(fields.year, fields.month - 1, fields.day);
  date.setUTCHours(fields.hour, fields.minute, fields.second, fields.millisecond);
  const shown = date.getTime();
  const day = 86_400_000;
  const before = zoneOffset(zone, shown - day);
  const after = zoneOffset(zone, shown + day);
  const candidates = [shown - before, shown - after];
  return candidates.find((time) => time + zoneOffset(zone, time) === shown) ?? shown - before;
}
