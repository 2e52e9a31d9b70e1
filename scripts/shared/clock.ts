/** A source of time. Everything that needs "now" takes one, so that a test can set it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Moves time forward by `milliseconds`. */
  advance(milliseconds: number): void;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still at `start` (an ISO 8601 instant) until it is advanced. */
export function manualClock(start: string): ManualClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    }
  };
}

/** Time since the process began, with fractions of a millisecond: for measuring, not for dates. */
export const preciseClock: Clock = { now: () => performance.now() };
