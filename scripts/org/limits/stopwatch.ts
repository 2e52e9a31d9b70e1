import type { Clock } from '../../shared/index.ts';

/** Measures time, except while it is paused. */
export interface Stopwatch {
  /** Milliseconds. */
  elapsed(): number;
  pausedWhile<T>(run: () => T): T;
}

/** A stopwatch that runs from now on. */
export function createStopwatch(clock: Clock): Stopwatch {
  const start = clock.now();
  let paused = 0;
  let pausedSince: number | undefined;
  return {
    elapsed: () => (pausedSince ?? clock.now()) - start - paused,
    pausedWhile(run) {
      if (pausedSince !== undefined) return run();
      pausedSince = clock.now();
      try {
        return run();
      } finally {
        paused += clock.now() - pausedSince;
        pausedSince = undefined;
      }
    }
  };
}
