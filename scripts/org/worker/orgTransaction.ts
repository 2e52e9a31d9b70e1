import type { DmlRequest, DmlResult } from '../dml/index.ts';
import type { QueryResult } from '../soql/index.ts';
import type { OrgQuery } from './org.ts';
import type { OrgThread } from './orgThread.ts';

/** What can be done within one transaction. */
export interface OrgTransaction {
  query(userId: string, query: OrgQuery): Promise<QueryResult>;
  save(userId: string, request: DmlRequest): Promise<DmlResult[]>;
}

/** Calls take turns: many may wait in the thread's own queue, but none gets between those of a transaction. */
export interface Turns {
  working<T>(work: () => Promise<T>): Promise<T>;
  /** Reads what is committed; only a change of the whole org holds it up. */
  reading<T>(work: () => Promise<T>): Promise<T>;
  /** No other work is let in until this is done. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Nothing else goes on, not even reads: what runs is waited for. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

export interface TurnEvents {
  started(): void;
  finished(): void;
}

/** A door that is open until somebody holds it. To pass: `while (gate.held !== undefined) await gate.held`. */
interface Gate {
  readonly held: Promise<undefined> | undefined;
  hold<T>(work: () => Promise<T>): Promise<T>;
}

function createGate(): Gate {
  let held: Promise<undefined> | undefined;
  return {
    get held() {
      return held;
    },
    hold: async (work) => {
      while (held !== undefined) await held;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held = promise;
      try {
        return await work();
      } finally {
        held = undefined;
        resolve(undefined);
      }
    }
  };
}

/** Makes the turns of one org. */
export function createTurns({ started, finished }: TurnEvents): Turns {
  const [writes, everything] = [createGate(), createGate()];
  const running = new Set<Promise<unknown>>();

  async function tracked<T>(work: () => Promise<T>): Promise<T> {
    started();
    const current = work();
    running.add(current);
    try {
      return await current;
    } finally {
      running.delete(current);
      finished();
    }
  }

  // The loops stand where the work starts: between the last look at a gate and the work nobody may close it.
  return {
    working: async (work) => {
      while (writes.held !== undefined) await writes.held;
      return tracked(work);
    },
    reading: async (work) => {
      while (everything.held !== undefined) await everything.held;
      return work();
    },
    alone: (work) => writes.hold(() => tracked(work)),
    exclusively: (work) =>
      writes.hold(() =>
        everything.hold(async () => {
          await Promise.allSettled(running);
          return work();
        })
      )
  };
}

/** Runs `work` as one transaction of a thread. */
export async function transact<T>(
  thread: OrgThread,
  userId: string,
  work: (transaction: OrgTransaction) => Promise<T>
): Promise<T> {
  await thread.call('openTransaction', userId);
  try {
    const result = await work({
      save: (_userId, request) => thread.call('saveInTransaction', request),
      query: (_userId, query) => thread.call('queryInTransaction', query)
    });
    await thread.call('closeTransaction', true);
    return result;
  } catch (error) {
    // A transaction that ended by itself is rolled back already; what matters is why.
    await thread.call('closeTransaction', false).catch(() => undefined);
    throw error;
  }
}
