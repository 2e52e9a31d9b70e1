import type { Clock, Random } from '../../shared/index.ts';
import type { TransactionFactory } from '../async/index.ts';
import { createDmlTransaction } from '../dml/index.ts';
import { createCalloutRule, createLimits, knownHeap } from '../limits/index.ts';
import type { TransactionKind } from '../limits/index.ts';
import { createDebugLog } from '../runtime/index.ts';
import type { Quiddity, TestState, Transaction } from '../runtime/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';

interface TransactionSource {
  readonly clock: Clock;
  /** Real time, for CPU limits. */
  readonly stopwatch: Clock;
  readonly random: Random;
  user(userId: string): UserContext;
  policy(user: UserContext): AccessPolicy;
}

const kinds: Partial<Record<Quiddity, TransactionKind>> = {
  BATCH_APEX: 'batch',
  FUTURE: 'future',
  QUEUEABLE: 'queueable',
  SCHEDULED: 'scheduled',
  TRANSACTION_FINALIZER_QUEUEABLE: 'queueable'
};

/** Makes transactions; `test` is given for Apex tests only. */
export function transactionFactory(
  source: TransactionSource
): TransactionFactory &
  ((options: Parameters<TransactionFactory>[0], test: TestState) => Transaction) {
  const heap = knownHeap();
  return (options, test?: TestState) => {
    const { clock, random } = source;
    const user = source.user(options.userId);
    return {
      quiddity: options.quiddity,
      requestId: random.uuid(),
      startedAt: clock.now(),
      user,
      policy: source.policy(user),
      limits: createLimits(kinds[options.quiddity] ?? 'synchronous', source.stopwatch, heap),
      callouts: createCalloutRule(),
      dml: createDmlTransaction(),
      log: createDebugLog(clock),
      job: options.job,
      test,
      afterCommit: { events: [], immediate: [], messages: [] },
      rest: undefined,
      triggers: []
    };
  };
}
