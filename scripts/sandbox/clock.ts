import type { Clock } from '../shared/index.ts';

/** A clock that runs with another one and can be put forward. */
export interface ShiftedClock extends Clock {
  /** Moves time forward by `milliseconds`. */
  advance(milliseconds: number): void;
  /** Back to the other clock's time. */
  reset(): void;
}

export function shiftedClock(clock: Clock): ShiftedClock {
  let offset = 0;
  return {
    now: () => clock.now() + offset,
    advance: (milliseconds) => (offset += milliseconds),
    reset: () => (offset = 0)
  };
}
