import type { FieldValue } from '../store/types.ts';
import { dayNumber, timeZoneOf } from '../calendar/index.ts';
import type { Accepts, PlainFunction } from './functionTypes.ts';
import type { FormulaType } from './types.ts';
import {
  asNumber, asText, dateFromDay, dayOf, timeFromMilliseconds, timeMilliseconds
} from './values.ts'; // prettier-ignore

function of(
  accepts: Accepts,
  type: FormulaType,
  run: (value: FieldValue) => FieldValue
): PlainFunction {
  return { accepts: [accepts], type, run: ([value]) => run(value ?? null) };
}

const anyDate: readonly FormulaType[] = ['date', 'datetime', 'nothing'];
const ofDate = (run: (date: Date) => number): PlainFunction =>
  of(anyDate, 'number', (date) => run(new Date(dayOf(date) * 86_400_000)));
const ofTime = (run: (time: Date) => number): PlainFunction =>
  of(['time', 'nothing'], 'number', (time) => run(new Date(timeMilliseconds(time))));

/** The Thursday of a date's week says which ISO week and year it is in. */
function isoThursday(date: Date): Date {
  const weekday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() + (3 - weekday) * 86_400_000);
}

function dayOfYear(date: Date): number {
  return date.getTime() / 86_400_000 - dayNumber(date.getUTCFullYear(), 0, 1) + 1;
}

/** The same day of a later month; the last day of a month leads to the last day. */
function addMonths(text: string, count: number): string {
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const last = (of_: number): number => new Date(Date.UTC(year, of_ + 1, 0)).getUTCDate();
  const target = month + Math.trunc(count);
  const newDay = day === last(month) ? last(target) : Math.min(day, last(target));
  return new Date(Date.UTC(year, target, newDay)).toISOString().slice(0, 10) + text.slice(10);
}

function validDate(year: number, month: number, day: number): FieldValue {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

function parseInstant(text: string): FieldValue {
  const instant = Date.parse(text.trim().replace(' ', 'T').replace(/Z?$/, 'Z'));
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

function duration(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const whole = Math.abs(seconds);
  return `${two(whole / 3600)}:${two((whole % 3600) / 60)}:${two(whole % 60)}`;
}

/** @see https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm */
export const dateFunctions: Readonly<Record<string, PlainFunction>> = {
  ADDMONTHS: {
    accepts: [anyDate, 'number'],
    type: 'date',
    run: ([date, count]) => addMonths(asText(date), asNumber(count))
  },
  DATE: {
    accepts: ['number', 'number', 'number'],
    type: 'date',
    run: ([year, month, day]) => validDate(asNumber(year), asNumber(month), asNumber(day))
  },
  DATETIMEVALUE: of(['text', 'date', 'datetime', 'nothing'], 'datetime', (value) =>
    parseInstant(asText(value))
  ),
  DATEVALUE: of(['text', 'date', 'datetime', 'nothing'], 'date', (value) => {
    const date = asText(value).slice(0, 10);
    return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
  }),
  DAY: ofDate((date) => date.getUTCDate()),
  DAYOFYEAR: ofDate(dayOfYear),
  FORMATDURATION: of('number', 'text', (seconds) => duration(asNumber(seconds))),
  FROMUNIXTIME: of('number', 'datetime', (seconds) =>
    new Date(asNumber(seconds) * 1000).toISOString()
  ),
  HOUR: ofTime((time) => time.getUTCHours()),
  ISOWEEK: ofDate((date) => Math.ceil(dayOfYear(isoThursday(date)) / 7)),
  ISOYEAR: ofDate((date) => isoThursday(date).getUTCFullYear()),
  MILLISECOND: ofTime((time) => time.getUTCMilliseconds()),
  MINUTE: ofTime((time) => time.getUTCMinutes()),
  MONTH: ofDate((date) => date.getUTCMonth() + 1),
  NOW: { accepts: [], type: 'datetime', run: (_, { now }) => new Date(now).toISOString() },
  SECOND: ofTime((time) => time.getUTCSeconds()),
  TIMENOW: { accepts: [], type: 'time', run: (_, { now }) => timeFromMilliseconds(now) },
  TIMEVALUE: of(['text', 'datetime', 'time', 'nothing'], 'time', (value) => {
    const text = asText(value);
    return timeFromMilliseconds(timeMilliseconds(text.includes('T') ? text.slice(11) : text));
  }),
  TODAY: {
    accepts: [],
    type: 'date',
    run: (_, { now, timeZone }) => dateFromDay(timeZoneOf(timeZone).dayOf(now))
  },
  UNIXTIMESTAMP: of(anyDate, 'number', (value) => Math.floor(Date.parse(asText(value)) / 1000)),
  WEEKDAY: ofDate((date) => date.getUTCDay() + 1),
  YEAR: ofDate((date) => date.getUTCFullYear())
};
