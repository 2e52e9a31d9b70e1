import { quote } from './columns.ts';
import type { Database } from './database.ts';
import { fromSql, toSql, type Table } from './rows.ts';
import type { Tables } from './store.ts';
import type { FieldValue, Store, StoredRow } from './types.ts';

/** The reading half of a store. */
export function readRows(database: Database, tables: Tables): Pick<Store, 'get' | 'find'> {
  return {
    get: (object, ids, options = {}) => {
      const rows = select(database, tables(object), { field: 'Id', values: ids, ...options });
      const byId = new Map<unknown, StoredRow>(rows.map((row) => [row['Id'], row]));
      return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
    },
    find: (object, field, values) => select(database, tables(object), { field, values })
  };
}

interface Selection {
  readonly field: string;
  readonly values: readonly FieldValue[];
  readonly deleted?: boolean;
}

function select(database: Database, table: Table, selection: Selection): StoredRow[] {
  const { field, values, deleted = false } = selection;
  if (values.length === 0) return [];
  if (!table.columns.has(field)) throw new Error(`${table.name} stores no field ${field}.`);
  const live = table.hasRecycleBin && !deleted ? ' AND "IsDeleted" = 0' : '';
  const from = `${table.select} WHERE ${quote(field)}`;
  const list = JSON.stringify(values.map(toSql));
  const rows = database.all(`${from} IN (SELECT "value" FROM json_each(?))${live}`, [list]);
  const empty = values.includes(null) ? database.all(`${from} IS NULL${live}`) : [];
  return [...rows, ...empty].map((row) => fromSql(table, row));
}
