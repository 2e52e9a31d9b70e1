import { day, exact, money, relative } from 'c/format';
import { textOf } from 'c/text';

/** How a column shows its value. */
export type ColumnKind = 'name' | 'cloud' | 'state' | 'text' | 'money' | 'when' | 'link';

/** A row as Apex sends it: what has no value is not there. */
export type TableRow = Readonly<Record<string, unknown>> & { readonly id: string };

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: ColumnKind;
  readonly isSortable: boolean;
  /** Column with the id of the record that a `link` leads to. */
  readonly idKey?: string;
  /** Column with the currency of `money`. */
  readonly currencyKey?: string;
  /** The currency where it is always the same. */
  readonly currency?: string;
  /** Words after the value, such as `per month`. */
  readonly suffix?: string;
  /** Column that is shown where this one is empty, with its own words. */
  readonly otherwise?: TableColumn;
}

/** A cell as the template draws it. */
export interface Cell {
  readonly key: string;
  readonly label: string;
  readonly className: string;
  readonly text: string;
  readonly title: string;
  readonly recordId: string;
  readonly url: string;
  readonly isCloud: boolean;
  readonly isState: boolean;
  readonly isName: boolean;
}

/** @param now milliseconds, for times that are said relative to it */
export function cellOf(column: TableColumn, row: TableRow, now: number): Cell {
  const value = row[column.key];
  if (isMissing(value) && column.otherwise !== undefined) {
    return { ...cellOf(column.otherwise, row, now), key: column.key, label: column.label };
  }
  const recordId = linkedId(column, row);
  const { text, title } = shownText(column, row, now);
  return {
    key: column.key,
    label: column.label,
    className: `cell ${column.kind}`,
    text,
    title: title === '' ? text : title,
    recordId,
    url: recordId === '' ? '' : `/lightning/r/${recordId}/view`,
    isCloud: column.kind === 'cloud',
    isState: column.kind === 'state',
    isName: column.kind === 'name'
  };
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function linkedId({ kind, idKey = '' }: TableColumn, row: TableRow): string {
  if (kind === 'name') return row.id;
  return kind === 'link' ? textOf(row[idKey]) : '';
}

function shownText(
  column: TableColumn,
  row: TableRow,
  now: number
): { text: string; title: string } {
  const value = row[column.key];
  if (isMissing(value)) return { text: '', title: '' };
  if (column.kind === 'money') {
    const amount = money(Number(value), column.currency ?? textOf(row[column.currencyKey ?? '']));
    return { text: [amount, column.suffix].filter(Boolean).join(' '), title: '' };
  }
  return column.kind === 'when' ? whenOf(textOf(value), now) : { text: textOf(value), title: '' };
}

function whenOf(value: string, now: number): { text: string; title: string } {
  const moment = Date.parse(value);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const title = isDay ? day(value) : exact(moment);
  return { text: `${day(value)} · ${relative(moment, now)}`, title };
}
