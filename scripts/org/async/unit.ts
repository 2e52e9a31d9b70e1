import { abandonTransaction, finishTransaction } from './finish.ts';
import type { OrgHost, OrgServices, Quiddity, RunningJob, Transaction } from '../runtime/index.ts';

/** What a piece of asynchronous work runs as. */
export interface UnitOptions {
  readonly quiddity: Quiddity;
  readonly userId: string;
  readonly job?: RunningJob | undefined;
}

/** How asynchronous work gets its own transaction: one to commit, or, inside a test, a part of the test's. */
export interface UnitRunner {
  /**
   * Runs `work` in a fresh transaction and ends it: all of it is kept, or, when it throws, none.
   * The error comes back rather than being thrown.
   */
  run(options: UnitOptions, work: (transaction: Transaction) => void): unknown;
}

/** Makes a new transaction for a user. */
export type TransactionFactory = (options: UnitOptions) => Transaction;

/** Each unit is committed, or rolled back. */
export function committingUnits(host: OrgHost, create: TransactionFactory): UnitRunner {
  return {
    run(options, work) {
      let transaction: Transaction | undefined;
      try {
        const running = create(options);
        transaction = running;
        begin(host.services);
        host.within(running, () => work(running));
        finishTransaction(host, running);
        return undefined;
      } catch (error) {
        abandonTransaction(host, transaction);
        return error;
      }
    }
  };
}

/** Each unit is a savepoint of the test that is under way; the test's mocks and cache go on. */
export function testUnits(host: OrgHost, create: TransactionFactory): UnitRunner {
  return {
    run(options, work) {
      const { services, transaction: outer } = host;
      const savepoint = services.store.savepoint();
      const transaction = { ...create(options), test: outer.test, log: outer.log };
      try {
        begin(services);
        host.within(transaction, () => work(transaction));
        outer.afterCommit.events.push(...transaction.afterCommit.events);
        outer.afterCommit.immediate.push(...transaction.afterCommit.immediate);
        services.store.release(savepoint);
        return undefined;
      } catch (error) {
        services.store.rollbackTo(savepoint);
        services.store.release(savepoint);
        outer.afterCommit.immediate.push(...transaction.afterCommit.immediate);
        return error;
      }
    }
  };
}

function begin({ context }: OrgServices): void {
  context.sharing = 'none';
  context.bindScope = undefined;
}
