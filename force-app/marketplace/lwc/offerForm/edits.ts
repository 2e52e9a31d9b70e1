import { changed, instalments, numberOf, tomorrow } from './values';
import type { OfferValues } from './values';

const MOST_INSTALMENTS = 12;

/** An input of a list: of which item (its position as text), and which part of it. */
export interface Cell {
  readonly index: string | undefined;
  readonly part: string;
}

/** A way to pay; who pays in instalments begins with two. */
export function withPayment(
  values: OfferValues,
  payment: 'upfront' | 'schedule',
  now: number
): OfferValues {
  const isNew = payment === 'schedule' && (values.payment_schedule ?? []).length === 0;
  return isNew ? { payment, ...withInstalments(values, 2, now) } : { payment };
}

/** The price in so many instalments, from 1 to 12, from the day that was chosen or from tomorrow. */
export function withInstalments(values: OfferValues, count: number, now: number): OfferValues {
  const possible = Math.min(MOST_INSTALMENTS, Math.max(1, count || 1));
  const first = values.payment_schedule?.[0]?.charge_date ?? tomorrow(now);
  return { payment_schedule: instalments(values.price ?? 0, possible, first) };
}

export function withInstalment(values: OfferValues, cell: Cell, text: string): OfferValues {
  const { index, part } = cell;
  const typed = part === 'charge_amount' ? numberOf(text) : text;
  return { payment_schedule: changed(values.payment_schedule ?? [], index, { [part]: typed }) };
}

export function withDimension(values: OfferValues, cell: Cell, text: string): OfferValues {
  const { index, part } = cell;
  const typed = part === 'name' ? text : numberOf(text);
  return { dimensions: changed(values.dimensions ?? [], index, { [part]: typed }) };
}

export function withoutDimension({ dimensions = [] }: OfferValues, { index }: Cell): OfferValues {
  return { dimensions: dimensions.filter((_, position) => String(position) !== index) };
}

/** Addresses of documents, one a line. */
export function withDocuments(text: string): OfferValues {
  const lines = text.split('\n').map((line) => line.trim());
  return { documents: lines.filter(Boolean) };
}
