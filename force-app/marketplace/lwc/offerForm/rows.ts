import { fill } from 'c/text';
import { labels } from './labels';
import type { OfferValues } from './values';

/** One input of a row. */
interface InputCell {
  readonly part: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'date';
  readonly step: string | undefined;
  readonly value: unknown;
  /** The field of the offer, on the first input of its first row: there a problem leads. */
  readonly field: string | undefined;
}

/** An item of a list, whose parts are typed beside each other. */
export interface InputRow {
  readonly key: string;
  readonly title: string;
  readonly cells: readonly InputCell[];
}

type Column = Pick<InputCell, 'part' | 'label' | 'type' | 'step'>;

interface Table {
  readonly field: string;
  readonly columns: readonly Column[];
}

const INSTALMENTS: Table = {
  field: 'payment_schedule',
  columns: [
    { part: 'charge_date', label: labels.date, type: 'date', step: undefined },
    { part: 'charge_amount', label: labels.price, type: 'number', step: '0.01' }
  ]
};
const DIMENSIONS: Table = {
  field: 'dimensions',
  columns: [
    { part: 'name', label: labels.dimension, type: 'text', step: undefined },
    { part: 'quantity', label: labels.quantity, type: 'number', step: undefined },
    { part: 'price', label: labels.price, type: 'number', step: '0.01' }
  ]
};

export function instalmentRows({ payment_schedule: items = [] }: OfferValues): InputRow[] {
  return rowsOf(INSTALMENTS, items);
}

export function dimensionRows({ dimensions: items = [] }: OfferValues): InputRow[] {
  return rowsOf(DIMENSIONS, items);
}

function rowsOf({ field, columns }: Table, items: readonly object[]): InputRow[] {
  return items.map((item, row) => ({
    key: String(row),
    title: fill(labels.instalment, row + 1),
    cells: columns.map((column, position) => ({
      ...column,
      value: Reflect.get(item, column.part) as unknown,
      field: row === 0 && position === 0 ? field : undefined
    }))
  }));
}
