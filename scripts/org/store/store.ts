import type { SchemaPort } from '../../apex/index.ts';
import { serialId } from '../schema/index.ts';
import { createCounters } from './counters.ts';
import { openDatabase, type Database, type SqlValue } from './database.ts';
import { migrate } from './migrate.ts';
import { readRows } from './read.ts';
import { tableOf, toSql, type Table } from './rows.ts';
import { createTransaction } from './transaction.ts';
import type { FieldValue, Store } from './types.ts';
import { writeRows } from './write.ts';

/** The store with what only the query engine uses. */
export interface SqliteStore extends Store {
  /** Makes a function known to SQL, and gives the name that it got: `formula_3` for the purpose `formula`. */
  defineFunction(purpose: string, run: (...values: SqlValue[]) => SqlValue): string;
}

export interface StoreOptions {
  readonly schema: SchemaPort;
  /** A path; by default the data live in memory and end with the store. */
  readonly file?: string | undefined;
  /** How long a write waits for another transaction's lock, in milliseconds; 10 seconds, as on the platform. */
  readonly lockWait?: number | undefined;
}

/**
 * Opens an org's records, creating or migrating the tables.
 * @throws UserError when the file cannot be used, or old data do not fit the schema
 */
export function openStore({ schema, file = ':memory:', lockWait }: StoreOptions): SqliteStore {
  const database = openDatabase(file, lockWait);
  migrate(database, schema);
  const counters = createCounters(database);
  const transaction = createTransaction(database, counters);
  const tables = tablesOf(schema);
  const writes = writeRows({ database, tables, begin: transaction.begin });
  const store: SqliteStore = {
    ...writes,
    ...readRows(database, tables),
    ...settings(database, transaction.begin),
    nextId: (object) => {
      transaction.begin();
      const prefix = schema.object(object)?.keyPrefix;
      if (prefix === undefined) throw new Error(`${object} has no ids.`);
      return serialId(prefix, counters.next(prefix));
    },
    nextNumber: (object, field) => {
      transaction.begin();
      return counters.next(`${object}.${field}`);
    },
    get hasUncommittedWork() {
      return transaction.open;
    },
    lock: transaction.lock,
    releaseLock: transaction.releaseLock,
    commit: transaction.commit,
    rollback: transaction.rollback,
    savepoint: transaction.savepoint,
    rollbackTo: transaction.rollbackTo,
    release: transaction.release,
    defineFunction: database.defineFunction,
    close: () => {
      transaction.rollback();
      database.close();
    }
  };
  rememberPrefixes(store, schema);
  return store;
}

/** Tables by canonical name, made when they are first used. */
export type Tables = (object: string) => Table;

function tablesOf(schema: SchemaPort): Tables {
  const tables = new Map<string, Table>();
  return (object) => {
    const known = tables.get(object);
    if (known !== undefined) return known;
    const definition = schema.objects.get(object.toLowerCase());
    if (definition === undefined) throw new Error(`There is no object ${object}.`);
    const table = tableOf(definition);
    tables.set(object, table);
    return table;
  };
}

function settings(
  database: Database,
  begin: () => void
): Pick<Store, 'getSetting' | 'setSetting' | 'all' | 'iterate'> {
  const parametersOf = (values: readonly FieldValue[]): SqlValue[] => values.map(toSql);
  return {
    all: (sql, parameters) =>
      database.all(sql, parametersOf(parameters)) as Record<string, FieldValue>[],
    iterate: (sql, parameters) =>
      database.guard(() =>
        database.prepare(sql).iterate(...parametersOf(parameters))
      ) as IterableIterator<Record<string, FieldValue>>,
    getSetting: (name) => {
      const row = database.all('SELECT "value" FROM "_settings" WHERE "name" = ?', [name])[0];
      return row === undefined ? undefined : String(row['value']);
    },
    setSetting: (name, value) => {
      begin();
      database.run('INSERT OR REPLACE INTO "_settings" VALUES (?, ?)', [name, value]);
    }
  };
}

const prefixSetting = '_keyPrefixes';

function rememberPrefixes(store: Store, schema: SchemaPort): void {
  const prefixes = [...schema.objects.values()].map(({ name, keyPrefix }) => [name, keyPrefix]);
  const text = JSON.stringify(Object.fromEntries(prefixes));
  if (store.getSetting(prefixSetting) === text) return;
  store.setSetting(prefixSetting, text);
  store.commit();
}

/** Copies what is committed in an org's file to a new one, while others go on with it. */
export function copyData(file: string, target: string): void {
  const database = openDatabase(file);
  try {
    database.run('VACUUM INTO ?', [target]);
  } finally {
    database.close();
  }
}

/** The key prefixes that an org's data were made with, for `createSchema`; none for a new file. */
export function readKeyPrefixes(file: string): ReadonlyMap<string, string> {
  const database = openDatabase(file);
  try {
    const sql = 'SELECT "value" FROM "_settings" WHERE "name" = ?';
    const known = database.all(`SELECT 1 FROM sqlite_schema WHERE "name" = '_settings'`).length > 0;
    const text = known ? database.all(sql, [prefixSetting])[0]?.['value'] : undefined;
    const stored = typeof text === 'string' ? (JSON.parse(text) as Record<string, string>) : {};
    return new Map(Object.entries(stored));
  } finally {
    database.close();
  }
}
