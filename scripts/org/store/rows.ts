import type { ObjectDefinition } from '../../apex/index.ts';
import { columnsOf, quote, type Column } from './columns.ts';
import type { SqlValue } from './database.ts';
import type { FieldValue, StoredRow } from './types.ts';

/** What reading and writing one object's table needs, made once. */
export interface Table {
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly booleans: readonly string[];
  readonly hasRecycleBin: boolean;
  /** `SELECT "Id", … FROM "Account"` */
  readonly select: string;
}

export function tableOf(object: ObjectDefinition): Table {
  const columns = columnsOf(object);
  const names = columns.map((column) => quote(column.name)).join(', ');
  return {
    name: quote(object.name),
    columns: new Map(columns.map((column) => [column.name, column])),
    booleans: columns.filter((column) => column.storage === 'boolean').map(({ name }) => name),
    hasRecycleBin: columns.some((column) => column.name === 'IsDeleted'),
    select: `SELECT ${names} FROM ${quote(object.name)}`
  };
}

/** A value as SQLite keeps it; empty text is no value, as on the platform. */
export function toSql(value: FieldValue | undefined): SqlValue {
  if (value === undefined || value === '') return null;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** How a column's values are written. A checkbox is never without a value. */
export function converterFor(
  table: Table,
  name: string
): (value: FieldValue | undefined) => SqlValue {
  if (table.columns.get(name)?.storage !== 'boolean') return toSql;
  return (value) => toSql(value) ?? 0;
}

/** A row as SQLite gave it, as a stored row. */
export function fromSql(table: Table, row: Record<string, unknown>): StoredRow {
  const result = row as StoredRow;
  for (const name of table.booleans) result[name] = result[name] === 1;
  return result;
}

/**
 * The names of a row's columns.
 * @throws Error for a name that the table does not have: a mistake of the caller
 */
export function columnNames(table: Table, row: StoredRow): string[] {
  const names = Object.keys(row);
  const unknown = names.find((name) => !table.columns.has(name));
  if (unknown !== undefined) throw new Error(`${table.name} stores no field ${unknown}.`);
  return names;
}
