import { executeDml } from '../dml/index.ts';
import type { DmlRequest, DmlResult } from '../dml/index.ts';
import { finishTransaction } from '../async/index.ts';
import { failureOf } from '../runtime/index.ts';
import type { Transaction } from '../runtime/index.ts';
import type { QueryResult } from '../soql/index.ts';
import type { OrgCore } from './core.ts';
import { ApexCallError } from './errors.ts';
import type { OrgQuery } from './org.ts';

/** A transaction of several calls: nothing else runs in this thread while one is open. */
export interface HeldTransactionCalls {
  openTransaction(userId: string): void;
  saveInTransaction(request: DmlRequest): DmlResult[];
  /** Sees what the transaction has saved so far. */
  queryInTransaction(query: OrgQuery): QueryResult;
  closeTransaction(commit: boolean): void;
}

export function heldTransactionCalls(core: OrgCore): HeldTransactionCalls {
  const { host, services, engine } = core;
  let held: Transaction | undefined;

  function open(): Transaction {
    if (held === undefined) throw new Error('The transaction has ended.');
    return held;
  }

  function close(): void {
    held = undefined;
    services.store.rollback();
  }

  return {
    openTransaction: (userId) => {
      close();
      held = core.begin({ quiddity: 'SYNCHRONOUS', userId });
      services.program.resetStatics();
      services.context.sharing = 'with';
    },
    saveInTransaction: (request) => {
      const transaction = open();
      return host.within(transaction, () =>
        refusing(core, () => {
          const context = { ...services.dmlContext(transaction), origin: 'api' } as const;
          return executeDml(context, request);
        })
      );
    },
    queryInTransaction: ({ soql, binds = new Map(), allRows = false }) => {
      const { user, policy } = open();
      const access = { accessLevel: 'user', sharing: true } as const;
      const now = services.clock.now();
      return engine.executeQuery({ soql, binds, allRows, user, policy, now, ...access });
    },
    closeTransaction: (commit) => {
      const transaction = open();
      if (commit) host.within(transaction, () => finishTransaction(host, transaction));
      if (transaction.dml.firstSetupObject !== undefined) services.forgetPolicies();
      close();
    }
  };
}

/** An exception of a trigger becomes one that can be sent to another thread. */
function refusing<T>({ services }: OrgCore, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const failure = failureOf(services.describeError(error));
    if (failure.type === 'System.UnexpectedException') throw error;
    throw new ApexCallError(failure);
  }
}
