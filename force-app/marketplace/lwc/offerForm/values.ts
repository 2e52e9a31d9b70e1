/** One instalment. */
export interface Payment {
  readonly charge_date: string;
  readonly charge_amount: number | null;
}

/** What is sold: how many of what, and for how much each. */
export interface Dimension {
  readonly name: string;
  readonly quantity: number | null;
  readonly price: number | null;
}

/** What a person has typed, by the names that Apex reads. */
export interface OfferValues {
  readonly name?: string;
  readonly listing_id?: string;
  readonly buyer_account_id?: string;
  readonly months?: number | null;
  readonly expiration?: string;
  readonly currency?: string;
  readonly price?: number | null;
  readonly payment?: 'upfront' | 'schedule';
  readonly payment_schedule?: readonly Payment[];
  readonly dimensions?: readonly Dimension[];
  readonly eula?: 'standard' | 'custom';
  readonly documents?: readonly string[];
}

const CENTS = 100;
const DAY = 86_400_000;

/**
 * Instalments of equal size, whose sum is the price: the last takes what the division leaves.
 *
 * @param count how many, at least 1
 * @param first the day of the first, `YYYY-MM-DD`; the others follow month by month
 */
export function instalments(price: number, count: number, first: string): Payment[] {
  const cents = Math.round(price * CENTS);
  const each = Math.floor(cents / count);
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const amount = isLast ? cents - each * (count - 1) : each;
    return { charge_date: monthsLater(first, index), charge_amount: amount / CENTS };
  });
}

/** The same day of a later month, or that month's last day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, day.length);
}

/** The day after a moment in milliseconds. */
export function tomorrow(now: number): string {
  return new Date(now + DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

export function sumOf(payments: readonly Payment[]): number {
  const cents = payments.reduce(
    (sum, { charge_amount: amount }) => sum + Math.round((amount ?? 0) * CENTS),
    0
  );
  return cents / CENTS;
}

/** What a number field holds; null while it is empty. */
export function numberOf(value: string): number | null {
  return value === '' ? null : Number(value);
}

/** The items with one of them changed, whose position is given as text. */
export function changed<T>(
  items: readonly T[],
  index: string | undefined,
  change: object
): readonly T[] {
  return items.map((item, position) =>
    String(position) === index ? { ...item, ...change } : item
  );
}
