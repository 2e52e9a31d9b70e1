import type { ApexContext } from '../../platform/index.ts';
import { ApexDate, typeException } from '../../runtime/index.ts';
import type { ApexDatetime } from '../../runtime/index.ts';
import { intlLocale, userSettings } from '../userSettings.ts';
import { formatPattern } from './pattern.ts';
import type { ZonedFields as Fields } from '../../../shared/index.ts';

/** `2020-01-31 13:05:00` on the user's clock, as `String.valueOf(Datetime)` gives it. */
export function localText(context: ApexContext, value: ApexDatetime): string {
  return formatPattern('yyyy-MM-dd HH:mm:ss', {
    time: value.time,
    zone: userSettings(context).timeZone,
    locale: 'en-US'
  });
}

/** `1/31/2020`, a date as the user's locale writes it. */
export function localDate(context: ApexContext, value: ApexDate): string {
  return plainSpaces(
    new Intl.DateTimeFormat(intlLocale(context), { ...shortDate, timeZone: 'UTC' }).format(
      value.epochMilliseconds
    )
  );
}

/** `1/31/2020, 1:05 PM` on the user's clock. */
export function localDatetime(context: ApexContext, value: ApexDatetime): string {
  const timeZone = userSettings(context).timeZone;
  const options = { ...shortDate, hour: 'numeric', minute: '2-digit', timeZone } as const;
  return plainSpaces(new Intl.DateTimeFormat(intlLocale(context), options).format(value.time));
}

/** `1/31/2020, 1:05:00 PM PST` */
export function localLong(context: ApexContext, value: ApexDatetime): string {
  const options = {
    ...shortDate,
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone: userSettings(context).timeZone
  } as const;
  return plainSpaces(new Intl.DateTimeFormat(intlLocale(context), options).format(value.time));
}

const shortDate = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;

function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ');
}

/**
 * Reads a date as the user's locale writes it.
 * @throws ApexException `System.TypeException: Invalid date: …`
 */
export function parseLocalDate(context: ApexContext, text: string): ApexDate {
  const numbers = /^\s*(\d{1,4})\D(\d{1,2})\D(\d{1,4})\s*$/.exec(text)?.slice(1).map(Number);
  if (numbers === undefined) throw typeException(`Invalid date: ${text}`);
  const found = Object.fromEntries(dateOrder(context).map((part, index) => [part, numbers[index]]));
  const { year = 0, month = 0, day = 0 } = found;
  const date = ApexDate.of(year, month, day);
  if (date.month === month && date.day === day) return date;
  throw typeException(`Invalid date: ${text}`);
}

/** The order of year, month and day in the user's locale. */
function dateOrder(context: ApexContext): string[] {
  return new Intl.DateTimeFormat(intlLocale(context), shortDate)
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => /year|month|day/.test(type));
}

/** Reads `1/31/2020 1:05 PM`. */
export function parseLocalDatetime(context: ApexContext, text: string): Fields {
  const match = /^\s*(\S+?),?\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([AaPp][Mm])?\s*$/.exec(text);
  if (match === null) throw typeException(`Invalid date/time: ${text}`);
  const { year, month, day } = parseLocalDate(context, match[1] ?? '');
  const half = match[5]?.toLowerCase();
  const hour = Number(match[2]);
  return {
    year,
    month,
    day,
    hour: half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0),
    minute: Number(match[3]),
    second: Number(match[4] ?? 0),
    millisecond: 0
  };
}
