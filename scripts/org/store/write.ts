import { quote } from './columns.ts';
import type { Database, SqlValue } from './database.ts';
import { columnNames, valuesOf, type Table } from './rows.ts';
import type { Tables } from './store.ts';
import type { Store, StoredRow } from './types.ts';

interface Writing {
  readonly database: Database;
  readonly tables: Tables;
  readonly begin: () => void;
}

/** The writing half of a store. */
export function writeRows({
  database,
  tables,
  begin
}: Writing): Pick<Store, 'insert' | 'update' | 'setDeleted' | 'purge'> {
  const each = (object: string, rows: readonly StoredRow[], write: RowWriter): void => {
    if (rows.length === 0) return;
    begin();
    const table = tables(object);
    database.guard(() => rows.forEach((row) => write(database, table, row)));
  };
  const byIds = (sql: string, ids: readonly string[], first: readonly SqlValue[] = []): void => {
    if (ids.length === 0) return;
    begin();
    database.run(`${sql} "Id" IN (SELECT "value" FROM json_each(?))`, [
      ...first,
      JSON.stringify(ids)
    ]);
  };
  return {
    insert: (object, rows) => each(object, rows, insertRow),
    update: (object, rows) => each(object, rows, updateRow),
    purge: (object, ids) => byIds(`DELETE FROM ${quote(object)} WHERE`, ids),
    setDeleted: (object, ids, deleted) => {
      const table = tables(object);
      if (table.hasRecycleBin)
        byIds(`UPDATE ${table.name} SET "IsDeleted" = ? WHERE`, ids, [Number(deleted)]);
      else if (deleted) byIds(`DELETE FROM ${table.name} WHERE`, ids);
    }
  };
}

type RowWriter = (database: Database, table: Table, row: StoredRow) => void;

const insertRow: RowWriter = (database, table, row) => {
  const names = columnNames(table, row);
  const sql = insertSql(table, names);
  database.prepare(sql).run(...valuesOf(table, row, names));
};

function insertSql(table: Table, names: readonly string[]): string {
  const columns = names.map(quote).join(', ');
  const marks = names.map(() => '?').join(', ');
  return `INSERT INTO ${table.name} (${columns}) VALUES (${marks})`;
}

const updateRow: RowWriter = (database, table, row) => {
  const names = columnNames(table, row).filter((name) => name !== 'Id');
  if (names.length === 0) return;
  const changes = names.map((name) => `${quote(name)} = ?`).join(', ');
  const sql = `UPDATE ${table.name} SET ${changes} WHERE "Id" = ?`;
  database.prepare(sql).run(...valuesOf(table, row, [...names, 'Id']));
};
