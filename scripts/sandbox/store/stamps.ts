import { instantOfMicroseconds } from './instant.ts';

/** Gives every change its own instant. */
export interface Stamps {
  /** The instant of a change at `milliseconds` since 1970: never the same twice, never going back. */
  next(milliseconds: number): string;
}

/**
 * A client that asks for what was modified after the last instant it saw would lose a record that
 * shares this instant, so no two changes share one even while the clock stands still.
 */
export function createStamps(): Stamps {
  let last = 0;
  return {
    next: (milliseconds) => {
      last = Math.max(milliseconds * 1000, last + 1);
      return instantOfMicroseconds(last);
    }
  };
}
