import { UserError } from '../../shared/index.ts';
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
  const state: State = { database, counters, count: 0, marks: [], begun: false, locksOnly: false };
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
      checkNotLost(state);
      if (database.inTransaction) counters.flush();
      end(state, 'COMMIT');
    },
    rollback: () => end(state, 'ROLLBACK'),
    savepoint: () => setMark(state),
    rollbackTo: (token) => rollbackTo(state, token),
    release: (token) => {
      const position = find(state, token);
      if (state.marks[position]?.atStart === false && !isLost(state)) {
        database.exec(`RELEASE ${token.name}`);
      }
      state.marks = state.marks.slice(0, position);
    }
  };
}

interface State {
  readonly database: Database;
  readonly counters: Counters;
  count: number;
  marks: Mark[];
  /** Begun by us, and neither committed nor rolled back by us. */
  begun: boolean;
  /** Has it begun only to keep others from writing? */
  locksOnly: boolean;
}

function start(state: State): void {
  const { database, counters } = state;
  if (database.inTransaction) return;
  checkNotLost(state);
  database.exec('BEGIN IMMEDIATE');
  state.begun = true;
  counters.begin();
}

/** SQLite ends a transaction by itself when it cannot write any more: the disk is full, or fails. */
function isLost({ begun, database }: State): boolean {
  return begun && !database.inTransaction;
}

/** What was written is gone: to go on would keep half of a transaction. */
function checkNotLost(state: State): void {
  if (!isLost(state)) return;
  const what = 'The transaction was undone, because the data could not be written.';
  throw new UserError(what, 'Free some space, and do it again; nothing half written was kept.');
}

function end(state: State, sql: 'COMMIT' | 'ROLLBACK'): void {
  if (state.database.inTransaction) state.database.exec(sql);
  state.begun = false;
  state.marks = [];
}

function setMark(state: State): Mark {
  const { database } = state;
  state.count += 1;
  const mark = { name: `s${String(state.count)}`, atStart: !database.inTransaction };
  checkNotLost(state);
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
  else if (!isLost(state)) state.database.exec(`ROLLBACK TO ${token.name}`);
  state.marks = kept;
}
