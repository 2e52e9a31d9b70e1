import { systemClock } from '../../shared/index.ts';
import type { Clock } from '../../shared/index.ts';

/** The time of a clock that another thread moves; undefined for the machine's own clock. */
export type SharedTime = BigInt64Array<SharedArrayBuffer> | undefined;

/** Room to share a clock's time; the machine's clock needs none. */
export function shareTime(clock: Clock): SharedTime {
  if (clock === systemClock) return undefined;
  const shared = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  publishTime(shared, clock);
  return shared;
}

/** Lets the other threads know what time it is. */
export function publishTime(shared: SharedTime, clock: Clock): void {
  if (shared !== undefined) Atomics.store(shared, 0, BigInt(clock.now()));
}

/** The clock as the other thread sees it. */
export function sharedClock(shared: SharedTime): Clock {
  if (shared === undefined) return systemClock;
  return { now: () => Number(Atomics.load(shared, 0)) };
}
