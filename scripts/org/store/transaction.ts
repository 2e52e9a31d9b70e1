import type { Counters } from './counters.ts';
import type { Database } from './database.ts';
import type { SavepointToken } from './types.ts';

/** The one transaction of a connection, begun by its first write. */
export interface Transaction {
  readonly open: boolean;
  /** Begins, unless it has begun. */
  begin(): void;
  /** Begins without having anything to write yet: nobody else may write from now on. */
  lock(): void;
  /** Ends a transaction that has done nothing but lock. */
  releaseLock(): void;
  commit(): void;
  rollback(): void;
  savepoint(): SavepointToken;
  rollbackTo(token: SavepointToken): void;
  release(token: SavepointToken): void;
}

interface Mark extends SavepointToken {
  /** Set before the first write: to go back to it is to roll everything back. */
  readonly atStart: boolean;
}

/** Begin, commit, roll back and savepoints over a database. */
export function createTransaction(database: Database, counters: Counters): Transaction {
  const state: State = { database, counters, count: 0, marks: [], locksOnly: false };
  return {
    get open() {
      return database.inTransaction;
    },
    begin: () => {
      start(state);
      state.locksOnly = false;
    },
    lock: () => {
      if (database.inTransaction) return;
      start(state);
      state.locksOnly = true;
    },
    releaseLock: () => {
      if (state.locksOnly && state.marks.length === 0) end(state, 'ROLLBACK');
    },
    commit: () => {
      if (database.inTransaction) counters.flush();
      end(state, 'COMMIT');
    },
    rollback: () => end(state, 'ROLLBACK'),
    savepoint: () => setMark(state),
    rollbackTo: (token) => rollbackTo(state, token),
    release: (token) => {
      const position = find(state, token);
      if (state.marks[position]?.atStart === false) database.exec(`RELEASE ${token.name}`);
      state.marks = state.marks.slice(0, position);
    }
  };
}

interface State {
  readonly database: Database;
  readonly counters: Counters;
  count: number;
  marks: Mark[];
  /** Has it begun only to keep others from writing? */
  locksOnly: boolean;
}

function start({ database, counters }: State): void {
  if (database.inTransaction) return;
  database.exec('BEGIN IMMEDIATE');
  counters.begin();
}

function end(state: State, sql: 'COMMIT' | 'ROLLBACK'): void {
  if (state.database.inTransaction) state.database.exec(sql);
  state.marks = [];
}

function setMark(state: State): Mark {
  const { database } = state;
  state.count += 1;
  const mark = { name: `s${String(state.count)}`, atStart: !database.inTransaction };
  if (!mark.atStart) database.exec(`SAVEPOINT ${mark.name}`);
  state.marks.push(mark);
  return mark;
}

function find({ marks }: State, token: SavepointToken): number {
  const position = marks.findIndex((mark) => mark.name === token.name);
  if (position < 0) throw new Error(`The savepoint ${token.name} is not valid any more.`);
  return position;
}

function rollbackTo(state: State, token: SavepointToken): void {
  const position = find(state, token);
  const kept = state.marks.slice(0, position + 1);
  if (state.marks[position]?.atStart === true) end(state, 'ROLLBACK');
  else state.database.exec(`ROLLBACK TO ${token.name}`);
  state.marks = kept;
}
