import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['second', SECOND, MINUTE],
  ['minute', MINUTE, HOUR],
  ['hour', HOUR, DAY],
  ['day', DAY, 60 * DAY],
  ['month', 30 * DAY, 730 * DAY],
  ['year', 365 * DAY, Infinity]
];

/** An amount with its currency, as people read it; a plain number when nobody knows the currency. */
export function money(amount: number, currencyCode?: string | null): string {
  const hasCents = !Number.isInteger(amount);
  const digits = hasCents ? 2 : 0;
  const style = /^[A-Z]{3}$/i.test(currencyCode ?? '')
    ? { style: 'currency' as const, currency: currencyCode ?? '' }
    : {};
  return new Intl.NumberFormat(locale, {
    ...style,
    minimumFractionDigits: digits,
    maximumFractionDigits: 2
  }).format(amount);
}

/** A large amount in few characters, such as `$1.3M`. */
export function shortMoney(amount: number, currencyCode?: string | null): string {
  const style = /^[A-Z]{3}$/i.test(currencyCode ?? '')
    ? { style: 'currency' as const, currency: currencyCode ?? '' }
    : {};
  return new Intl.NumberFormat(locale, {
    ...style,
    notation: 'compact',
    maximumFractionDigits: 1
  }).format(amount);
}

export function number(value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** How far away a moment is, such as `in 3 days`. Both in milliseconds. */
export function relative(moment: number, now: number): string {
  const distance = moment - now;
  const size = Math.abs(distance);
  const [unit, length] = UNITS.find(([, , most]) => size < most) ?? ['year', 365 * DAY];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return format.format(Math.trunc(distance / length), unit);
}

/** What is left until a moment, such as `1 d 4 h`; empty when it is over. Both in milliseconds. */
export function countdown(moment: number, now: number): string {
  const left = moment - now;
  if (left <= 0) return '';
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const parts: [number, Intl.NumberFormatOptions['unit']][] =
    days > 0
      ? [
          [days, 'day'],
          [hours, 'hour']
        ]
      : [
          [hours, 'hour'],
          [minutes, 'minute']
        ];
  return parts
    .filter(([value], index) => value > 0 || index === 1)
    .map(([value, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
    )
    .join(' ');
}

/** A moment (milliseconds) in the user's time zone. */
export function exact(moment: number): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone
  }).format(moment);
}

/** A day as people read it. A day without a time (`2026-11-24`) is the same everywhere. */
export function day(value: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: isDay ? 'UTC' : timeZone
  }).format(Date.parse(value));
}
