import type { Clock, Log } from '../../shared/index.ts';
import type { QueueState } from './calls.ts';
import type { OrgThread } from './orgThread.ts';

/** Keeps the background thread at work while there is any. */
export interface QueueRunner {
  /** Something may have been queued. */
  wake(): void;
  /** Resolves when nothing is due any more. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds of work in one call, so that a stop does not wait long. */
const slice = 250;
/** Looks again at least so often, in milliseconds: the clock may have been changed. */
const longestSleep = 60_000;

/** Runs an org's queue in a thread. */
export function runQueueIn(
  thread: OrgThread,
  { clock, log }: { readonly clock: Clock; readonly log: Log }
): QueueRunner {
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function work(): Promise<void> {
    do {
      again = false;
      const state = await runSlice();
      if (state?.worked === true) again = true;
      else if (state?.nextDue !== undefined) sleepUntil(state.nextDue);
    } while (again && !stopped);
  }

  async function runSlice(): Promise<QueueState | undefined> {
    try {
      return await thread.call('runQueue', slice);
    } catch (error) {
      if (!stopped) log.error(`Queued work failed: ${error instanceof Error ? error.message : ''}`);
      return undefined;
    }
  }

  function sleepUntil(due: number): void {
    clearTimeout(timer);
    const wait = Math.min(Math.max(due - clock.now(), 1), longestSleep);
    timer = setTimeout(wake, wait);
    timer.unref();
  }

  function wake(): void {
    again = true;
    if (stopped || current !== undefined) return;
    current = work().finally(() => {
      current = undefined;
    });
  }

  return {
    wake,
    settled: async () => {
      wake();
      while (current !== undefined) await current;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    }
  };
}
