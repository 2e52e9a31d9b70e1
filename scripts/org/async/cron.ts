import { fieldsIn, timeOf } from '../../shared/index.ts';
import type { ZonedFields } from '../../shared/index.ts';

type CalendarDay = Pick<ZonedFields, 'year' | 'month' | 'day'>;

/** A parsed `System.schedule` expression: https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_scheduler.htm */
export interface CronExpression {
  readonly seconds: number;
  readonly minutes: number;
  readonly hours: ReadonlySet<number>;
  readonly matchesDay: (day: CalendarDay) => boolean;
  readonly years: { readonly first: number; readonly last: number };
}

/** The message is the platform's, for a StringException or AsyncException. */
export class CronError extends Error {}

const monthNames = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const dayNames = 'SUN MON TUE WED THU FRI SAT'.split(' ');
const yearRange = { first: 1970, last: 2099 };

/**
 * Parses seconds, minutes, hours, day of month, month, day of week and optional year.
 * @throws CronError when the text is not such an expression
 */
export function parseCron(text: string): CronExpression {
  const parts = text.trim().toUpperCase().split(/\s+/);
  if (parts.length < 6) throw new CronError('Unexpected end of expression.');
  const [seconds, minutes, hours, days, months, weekdays] = parts as [
    ...[string, string, string, string, string, string]
  ];
  const years = parts[6];
  if (days !== '?' && weekdays !== '?') {
    throw new CronError(
      'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.'
    );
  }
  return {
    seconds: single(seconds, 'Seconds'),
    minutes: single(minutes, 'Minutes'),
    hours: numbers(hours, { first: 0, last: 23 }),
    matchesDay: dayMatcher({ days, months, weekdays, years }),
    years: years === undefined ? yearRange : yearSpan(years)
  };
}

function single(text: string, name: string): number {
  const value = Number(text);
  if (text === '*' || /[,\-/]/.test(text)) {
    throw new CronError(`${name} and minutes must be specified as integers: ${text}`);
  }
  if (!/^\d+$/.test(text) || value > 59)
    throw new CronError(`Minute and Second values must be between 0 and 59`);
  return value;
}

function yearSpan(text: string): CronExpression['years'] {
  const values = [...numbers(text, yearRange)];
  return { first: Math.min(...values), last: Math.max(...values) };
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly names?: readonly string[];
}

function numbers(text: string, range: Range): Set<number> {
  return new Set(text.split(',').flatMap((part) => expand(part, range)));
}

function expand(part: string, range: Range): number[] {
  const [span = '', step] = part.split('/');
  const width = step === undefined ? 1 : numberIn(step, { first: 1, last: range.last });
  const { first, last } = spanOf(span, step === undefined, range);
  const end = last < first ? last + (range.last - range.first + 1) : last;
  const values: number[] = [];
  for (let value = first; value <= end; value += width) values.push(wrap(value, range));
  return values;
}

/** `5`, `5-9`, `*`; a single number with a step goes on to the end of the range. */
function spanOf(span: string, isWhole: boolean, range: Range): Range {
  if (span === '*' || span === '?') return range;
  const [from = '', to] = span.split('-');
  const first = numberIn(from, range);
  if (to !== undefined) return { first, last: numberIn(to, range) };
  return { first, last: isWhole ? first : range.last };
}

function wrap(value: number, { first, last }: Range): number {
  return value > last ? first + (value - last - 1) : value;
}

function numberIn(text: string, { first, last, names }: Range): number {
  const named = names?.indexOf(text) ?? -1;
  const value = named >= 0 ? named + first : Number(text);
  if (!Number.isInteger(value) || text === '' || value < first || value > last) {
    throw new CronError(`Illegal cron expression format (${text})`);
  }
  return value;
}

interface DayFields {
  readonly days: string;
  readonly months: string;
  readonly weekdays: string;
  readonly years: string | undefined;
}

function dayMatcher({ days, months, weekdays, years }: DayFields): (day: CalendarDay) => boolean {
  const monthSet = numbers(months, { first: 1, last: 12, names: monthNames });
  const yearSet = years === undefined ? undefined : numbers(years, yearRange);
  const onDay = days === '?' ? weekdayMatcher(weekdays) : monthDayMatcher(days);
  return (day) =>
    monthSet.has(day.month) && (yearSet === undefined || yearSet.has(day.year)) && onDay(day);
}

function monthDayMatcher(text: string): (day: CalendarDay) => boolean {
  if (text === 'L') return (day) => day.day === daysIn(day);
  if (text === 'LW') return (day) => day.day === nearestWeekday(day, daysIn(day));
  const nearest = /^(\d+)W$/.exec(text)?.[1];
  if (nearest !== undefined) return (day) => day.day === nearestWeekday(day, Number(nearest));
  const set = numbers(text, { first: 1, last: 31 });
  return (day) => set.has(day.day);
}

function weekdayMatcher(text: string): (day: CalendarDay) => boolean {
  const range = { first: 1, last: 7, names: dayNames };
  if (text === 'L') return (day) => weekday(day) === 7;
  const last = /^(\w+)L$/.exec(text)?.[1];
  if (last !== undefined) {
    const wanted = numberIn(last, range);
    return (day) => weekday(day) === wanted && day.day + 7 > daysIn(day);
  }
  const [, name, nth] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  if (name !== undefined) {
    const wanted = numberIn(name, range);
    return (day) => weekday(day) === wanted && Math.ceil(day.day / 7) === Number(nth);
  }
  const set = numbers(text, range);
  return (day) => set.has(weekday(day));
}

function weekday({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function daysIn({ year, month }: CalendarDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function nearestWeekday(month: CalendarDay, wanted: number): number {
  const last = daysIn(month);
  const day = Math.min(wanted, last);
  const on = weekday({ ...month, day });
  if (on === 7) return day === 1 ? 3 : day - 1;
  if (on === 1) return day === last ? day - 2 : day + 1;
  return day;
}

/**
 * The first time after `after` (milliseconds since 1970) at which the expression fires, in the given time zone.
 * Undefined when it never fires again.
 */
export function nextFireTime(
  cron: CronExpression,
  after: number,
  timeZone: string
): number | undefined {
  const start = fieldsIn(timeZone, after);
  const isLater = cron.years.first > start.year;
  let day: CalendarDay = isLater ? { year: cron.years.first, month: 1, day: 1 } : start;
  const limit = Math.min(cron.years.last, day.year + 8);
  for (; day.year <= limit; day = nextDay(day)) {
    if (!cron.matchesDay(day)) continue;
    const time = firstAfter(cron, day, { after, timeZone });
    if (time !== undefined) return time;
  }
  return undefined;
}

function firstAfter(
  cron: CronExpression,
  day: CalendarDay,
  { after, timeZone }: { after: number; timeZone: string }
): number | undefined {
  const times = [...cron.hours].map((hour) =>
    timeOf(timeZone, {
      ...day,
      hour,
      minute: cron.minutes,
      second: cron.seconds,
      millisecond: 0
    })
  );
  const later = times.filter((time) => time > after);
  return later.length === 0 ? undefined : Math.min(...later);
}

function nextDay({ year, month, day }: CalendarDay): CalendarDay {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}
