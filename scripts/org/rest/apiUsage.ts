import type { Clock } from '../../shared/index.ts';

/** As many as a Developer Edition allows. */
export const dailyRequests = 15_000;

const day = 24 * 60 * 60 * 1000;

/** How many requests the last 24 hours saw. It is shown, as `Sforce-Limit-Info` and by `/limits`, and holds nobody up. */
export interface ApiUsage {
  readonly used: number;
  count(): void;
}

interface Slice {
  readonly until: number;
  requests: number;
}

/** Counted by the quarter of an hour, so that old requests fall out without being remembered one by one. */
const sliceLength = 15 * 60 * 1000;

export function createApiUsage(clock: Clock): ApiUsage {
  const slices: Slice[] = [];
  const forget = (): void => {
    while ((slices[0]?.until ?? Infinity) < clock.now() - day) slices.shift();
  };
  return {
    get used() {
      forget();
      return slices.reduce((sum, { requests }) => sum + requests, 0);
    },
    count: () => {
      forget();
      const last = slices.at(-1);
      if (last !== undefined && clock.now() < last.until) last.requests += 1;
      else slices.push({ until: clock.now() + sliceLength, requests: 1 });
    }
  };
}
