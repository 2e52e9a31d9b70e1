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
  /** Nothing else is let in until this is done. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export interface TurnEvents {
  started(): void;
  finished(): void;
}

export function createTurns({ started, finished }: TurnEvents): Turns {
  let held: Promise<undefined> | undefined;

  async function working<T>(work: () => Promise<T>): Promise<T> {
    while (held !== undefined) await held;
    started();
    try {
      return await work();
    } finally {
      finished();
    }
  }

  return {
    working,
    alone: async (work) => {
      while (held !== undefined) await held;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held = promise;
      started();
      try {
        return await work();
      } finally {
        held = undefined;
        resolve(undefined);
        finished();
      }
    }
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
