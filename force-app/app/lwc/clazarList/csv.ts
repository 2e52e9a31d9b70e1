import type { TableColumn, TableRow } from 'c/windowedTable';
import type { Page } from './page';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The rows as CSV (RFC 4180), with values as they are stored; nothing in it is run by a spreadsheet. */
export function csvOf(columns: readonly TableColumn[], rows: readonly TableRow[]): string {
  const plain = columns.flatMap((column) => keysOf(column));
  const lines = [
    plain.map(({ label }) => label),
    ...rows.map((row) => plain.map(({ key }) => row[key]))
  ];
  return `${lines.map((line) => line.map(csvValue).join(',')).join('\r\n')}\r\n`;
}

interface Key {
  readonly key: string;
  readonly label: string;
}

function keysOf({ key, label, suffix, currencyKey, otherwise }: TableColumn): Key[] {
  const own: Key = { key, label: [label, suffix].filter(Boolean).join(' ') };
  const currency = currencyKey === undefined ? [] : [{ key: currencyKey, label: `${label} (ISO)` }];
  return [own, ...currency, ...(otherwise === undefined ? [] : keysOf(otherwise))];
}

/** One value, quoted; a number stays a number, a text that looks like a formula gets an apostrophe. */
export function csvValue(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Every row of a list, page after page. */
export async function everyRow(
  ask: (from: string | undefined) => Promise<Page>,
  from?: string
): Promise<readonly TableRow[]> {
  const { rows, next } = await ask(from);
  return (next ?? '') === '' ? rows : [...rows, ...(await everyRow(ask, next ?? undefined))];
}
