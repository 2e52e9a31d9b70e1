import { quote } from './columns.ts';
import type { Database, SqlValue } from './database.ts';
import { columnNames, converterFor, type Table } from './rows.ts';
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
  const each = (object: string, rows: readonly StoredRow[], writer: WriterFactory): void => {
    if (rows.length === 0) return;
    begin();
    const write = writer(database, tables(object));
    database.guard(() => rows.forEach(write));
  };
  const byIds = (sql: string, ids: readonly string[], first: readonly SqlValue[] = []): void => {
    if (ids.length === 0) return;
    begin();
    const list = JSON.stringify(ids);
    database.run(`${sql} "Id" IN (SELECT "value" FROM json_each(?))`, [...first, list]);
  };
  return {
    insert: (object, rows) => each(object, rows, writerOf(insertSql, columnNames)),
    update: (object, rows) => each(object, rows, writerOf(updateSql, changedNames)),
    purge: (object, ids) => byIds(`DELETE FROM ${quote(object)} WHERE`, ids),
    setDeleted: (object, ids, deleted) => {
      const table = tables(object);
      if (table.hasRecycleBin)
        byIds(`UPDATE ${table.name} SET "IsDeleted" = ? WHERE`, ids, [Number(deleted)]);
      else if (deleted) byIds(`DELETE FROM ${table.name} WHERE`, ids);
    }
  };
}

type WriteRow = (row: StoredRow) => void;
type WriterFactory = (database: Database, table: Table) => WriteRow;
type NamesOf = (table: Table, row: StoredRow) => string[];
type SqlOf = (table: Table, names: readonly string[]) => string;

/** Rows that follow one another mostly have the same fields: what one needs serves the next. */
function writerOf(sqlOf: SqlOf, namesOf: NamesOf): WriterFactory {
  return (database, table) => {
    let keys: readonly string[] = [];
    let write: WriteRow | undefined;
    return (row) => {
      const rowKeys = Object.keys(row);
      if (write === undefined || !isSame(keys, rowKeys)) {
        keys = rowKeys;
        const names = namesOf(table, row);
        write =
          names.length === 0 ? undefined : rowWriter(database, table, [sqlOf(table, names), names]);
      }
      write?.(row);
    };
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, position) => name === b[position]);
}

function rowWriter(
  database: Database,
  table: Table,
  [sql, names]: readonly [string, readonly string[]]
): WriteRow {
  const statement = database.prepare(sql);
  const converters = names.map((name) => converterFor(table, name));
  return (row) => {
    const values = names.map((name, position) => converters[position]?.(row[name]) ?? null);
    statement.run(...values);
  };
}

function insertSql(table: Table, names: readonly string[]): string {
  const columns = names.map(quote).join(', ');
  const marks = names.map(() => '?').join(', ');
  return `INSERT INTO ${table.name} (${columns}) VALUES (${marks})`;
}

/** The names of what changes, then the id: none when nothing does. */
function changedNames(table: Table, row: StoredRow): string[] {
  const names = columnNames(table, row).filter((name) => name !== 'Id');
  return names.length === 0 ? [] : [...names, 'Id'];
}

function updateSql(table: Table, names: readonly string[]): string {
  const changes = names.slice(0, -1).map((name) => `${quote(name)} = ?`);
  return `UPDATE ${table.name} SET ${changes.join(', ')} WHERE "Id" = ?`;
}
