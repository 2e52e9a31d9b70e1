import type { Random } from '../../shared/index.ts';
import { chance, weighted } from './random.ts';

export const dayLength = 86_400_000;

/** What a buyer pays, for how long, and when. */
export interface Terms {
  readonly months: number;
  readonly cents: number;
  /** ISO 4217. */
  readonly currency: string;
  /** How many equal payments; the first takes what division leaves. */
  readonly payments: number;
}

export interface Payment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly cents: number;
}

const yearlyPrices = [
  12_000, 18_000, 24_000, 36_000, 48_000, 60_000, 96_000, 120_000, 180_000, 300_000
];
const durations: readonly [string, number][] = [
  ['12', 60],
  ['24', 15],
  ['36', 25]
];
const currencies: readonly [string, number][] = [
  ['USD', 85],
  ['EUR', 10],
  ['GBP', 5]
];

/** Believable terms: a list price, a discount for more years, one payment or one a year or quarter. */
export function termsAt(random: Random): Terms {
  const months = Number(weighted(random, durations));
  const yearly = random.pick(yearlyPrices) * 100;
  const discount = (months / 12 - 1) * 5 + random.integer(0, 3) * 5;
  const cents = Math.round((yearly * (months / 12) * (100 - discount)) / 100);
  const byQuarter = chance(random, 0.25);
  const payments = chance(random, 0.45) ? 1 : byQuarter ? months / 3 : months / 12;
  return { months, cents, currency: weighted(random, currencies), payments };
}

/** The payments of `terms`, the first one at `start` (milliseconds). They add up to the price. */
export function schedule(terms: Terms, start: number): Payment[] {
  const each = Math.floor(terms.cents / terms.payments);
  const rest = terms.cents - each * terms.payments;
  const step = terms.months / terms.payments;
  return Array.from({ length: terms.payments }, (_, index) => ({
    at: addMonths(start, index * step),
    cents: index === 0 ? each + rest : each
  }));
}

/** An amount as the clouds write it: text, two decimals, no exponent. */
export function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** The same day `months` later, or that month's last day. */
export function addMonths(milliseconds: number, months: number): number {
  const date = new Date(milliseconds);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

/** The last second of the day (UTC). */
export function endOfDay(milliseconds: number): number {
  return Math.floor(milliseconds / dayLength) * dayLength + dayLength - 1000;
}

/** The last second of the month (UTC). */
export function endOfMonth(milliseconds: number): number {
  const date = new Date(milliseconds);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - 1000;
}
