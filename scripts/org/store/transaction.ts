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
  let count = 0;
  let marks: Mark[] = [];
  let locksOnly = false;

  const start = (): void => {
    if (database.inTransaction) return;
    database.exec('BEGIN IMMEDIATE');
    counters.begin();
  };
  const end = (sql: string): void => {
    if (database.inTransaction) database.exec(sql);
    marks = [];
  };
  const find = (token: SavepointToken): number => {
    const position = marks.findIndex((mark) => mark.name === token.name);
    if (position < 0) throw new Error(`The savepoint ${token.name} is not valid any more.`);
    return position;
  };
  const startOver = (position: number): void => {
    const kept = marks.slice(0, position + 1);
    end('ROLLBACK');
    marks = kept;
  };

  return {
    get open() {
      return database.inTransaction;
    },
    begin: () => {
      start();
      locksOnly = false;
    },
    lock: () => {
      if (database.inTransaction) return;
      start();
      locksOnly = true;
    },
    releaseLock: () => {
      if (locksOnly && marks.length === 0) end('ROLLBACK');
    },
    commit: () => {
      if (database.inTransaction) counters.flush();
      end('COMMIT');
    },
    rollback: () => end('ROLLBACK'),
    savepoint: () => {
      const mark = { name: `s${String(++count)}`, atStart: !database.inTransaction };
      if (!mark.atStart) database.exec(`SAVEPOINT ${mark.name}`);
      marks.push(mark);
      return mark;
    },
    rollbackTo: (token) => {
      const position = find(token);
      if (marks[position]?.atStart === true) return startOver(position);
      database.exec(`ROLLBACK TO ${token.name}`);
      marks = marks.slice(0, position + 1);
    },
    release: (token) => {
      const position = find(token);
      if (marks[position]?.atStart === false) database.exec(`RELEASE ${token.name}`);
      marks = marks.slice(0, position);
    }
  };
}
