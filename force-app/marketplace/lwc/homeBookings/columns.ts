import locale from '@salesforce/i18n/locale';
import { cloudTone } from 'c/chartFrame';
import type { Part, Stack } from 'c/chartFrame';

/** What was accepted in one month on one cloud in one currency. */
export interface Booking {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly cloud: string;
  readonly currencyCode: string;
  readonly amount: number;
}

const MONTHS = 12;
const CLOUDS = ['AWS', 'Azure', 'GCP'];

/** The currency with the most bookings first. */
export function currenciesOf(bookings: readonly Booking[]): string[] {
  const counts = new Map<string, number>();
  for (const { currencyCode } of bookings) {
    counts.set(currencyCode, (counts.get(currencyCode) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
}

/** A column for every month from the first booking to the last, so that a gap is seen. */
export function columnsOf(bookings: readonly Booking[]): Stack[] {
  if (bookings.length === 0) return [];
  const numbers = bookings.map(numberOf);
  const first = Math.min(...numbers);
  const length = Math.max(...numbers) - first + 1;
  return Array.from({ length }, (_, index) => {
    const inMonth = bookings.filter((booking) => numberOf(booking) === first + index);
    return { label: monthLabel(first + index), parts: partsOf(inMonth) };
  });
}

function partsOf(bookings: readonly Booking[]): Part[] {
  return CLOUDS.map((label) => ({
    label,
    tone: cloudTone(label),
    link: { list: 'offers' as const, state: { view: 'accepted', cloud: label } },
    value: bookings
      .filter(({ cloud }) => cloud === label)
      .reduce((sum, { amount }) => sum + amount, 0)
  }));
}

/** Months in a row. */
function numberOf({ year, month }: Booking): number {
  return year * MONTHS + month - 1;
}

function monthLabel(number: number): string {
  const firstDay = Date.UTC(Math.floor(number / MONTHS), number % MONTHS);
  const isJanuary = number % MONTHS === 0;
  const options = { month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, {
    ...options,
    ...(isJanuary && { year: '2-digit' as const })
  }).format(firstDay);
}
