import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { UserError } from '../../shared/index.ts';

// Jest's module loader does not know `node:sqlite`; this reaches it everywhere.
const sqlite = process.getBuiltinModule('node:sqlite');

/** Keeps no more prepared statements than this; what was made first goes first. */
const statementLimit = 2000;

export type SqlValue = string | number | Uint8Array | null;

/** An SQLite connection with its prepared statements, whose failures name what to do. */
export interface Database {
  prepare(sql: string): StatementSync;
  run(sql: string, parameters?: readonly SqlValue[]): void;
  all(sql: string, parameters?: readonly SqlValue[]): Record<string, unknown>[];
  exec(sql: string): void;
  /** SQLite itself ends a transaction in which the disk is full. */
  readonly inTransaction: boolean;
  /** Gives the name that the function got. */
  defineFunction(purpose: string, run: (...values: SqlValue[]) => SqlValue): string;
  /** Runs `work` and turns SQLite's own failures into errors for people. */
  guard<T>(work: () => T): T;
  close(): void;
}

/** How long a thread waits for the transaction of another, in milliseconds. */
const defaultLockWait = 10_000;

/**
 * Opens a database.
 * @param file a path, or `:memory:`
 * @param lockWait milliseconds
 * @throws UserError when the file cannot be opened or written
 */
export function openDatabase(file: string, lockWait = defaultLockWait): Database {
  const guard = guardFor(file);
  const connection = guard(() => connect(file, lockWait));
  const statements = new Map<string, StatementSync>();
  let functions = 0;
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    return known ?? remember(statements, sql, () => connection.prepare(sql));
  };
  return {
    prepare,
    run: (sql, parameters = []) => void guard(() => prepare(sql).run(...parameters)),
    all: (sql, parameters = []) => guard(() => prepare(sql).all(...parameters)),
    exec: (sql) => guard(() => connection.exec(sql)),
    get inTransaction() {
      return connection.isTransaction;
    },
    defineFunction: (purpose, run) => {
      const name = `${purpose}_${String(++functions)}`;
      connection.function(name, { varargs: true }, (...values) => run(...(values as SqlValue[])));
      return name;
    },
    guard,
    close: () => connection.close()
  };
}

function connect(file: string, timeout: number): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new sqlite.DatabaseSync(file, { timeout });
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  connection.exec(`PRAGMA busy_timeout = ${String(timeout)}; PRAGMA temp_store = MEMORY;`);
  return connection;
}

function remember(
  statements: Map<string, StatementSync>,
  sql: string,
  make: () => StatementSync
): StatementSync {
  const statement = make();
  if (statements.size >= statementLimit) statements.delete(statements.keys().next().value ?? '');
  statements.set(sql, statement);
  return statement;
}

/** Another transaction held the lock for longer than a write waits. */
export class LockTimeout extends UserError {
  constructor(file: string) {
    const action = 'Try again; or stop the other local org over these data.';
    super('The data are in use by another transaction.', action, { file });
    this.name = 'LockTimeout';
  }
}

const busy = 5;

/** SQLite's primary result codes that a person can do something about. */
const failures: Readonly<Record<number, readonly [what: string, action: string]>> = {
  8: ['The data cannot be written', 'Make the file and its folder writable.'],
  10: ['The disk failed', 'Check the disk, and start again.'],
  11: ['The data are damaged', 'Start again with --fresh.'],
  13: ['The disk is full', 'Free some space, and start again; nothing half written was kept.'],
  14: ['The data cannot be opened', 'Make the folder exist and writable.'],
  26: ['The file is no database', 'Start again with --fresh.']
}; // prettier-ignore

const systemFailures: Readonly<Record<string, number>> = {
  EACCES: 8,
  EROFS: 8,
  EPERM: 8,
  ENOSPC: 13,
  ENOTDIR: 14,
  EEXIST: 14
};

function guardFor(file: string): <T>(work: () => T) => T {
  return (work) => {
    try {
      return work();
    } catch (error) {
      throw translate(error, file);
    }
  };
}

function translate(error: unknown, file: string): unknown {
  const { errcode, code } = error as { errcode?: number; code?: string };
  const result = errcode === undefined ? (systemFailures[code ?? ''] ?? 0) : errcode & 255;
  if (result === busy) return new LockTimeout(file);
  const known = failures[result];
  if (known === undefined) return error;
  const [what, action] = known;
  return new UserError(`${what}.`, action, { file });
}
