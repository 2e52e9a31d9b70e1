import type { Clock } from '../../shared/index.ts';
import { ApiError } from './errors.ts';

const minute = 60_000;

/** Requests a minute (airbytehq/airbyte, docs of source-clazar): 30 for analytics, 120 for the rest. */
export const limits = { standard: 120, analytics: 30 } as const;
export type LimitName = keyof typeof limits;

export interface RateLimiter {
  /** @throws ApiError 429 with `Retry-After` (seconds) when the minute's requests are used up */
  count(limit: LimitName): void;
}

/** A sliding minute for each limit. */
export function createRateLimiter(clock: Clock): RateLimiter {
  const windows: Record<LimitName, number[]> = { standard: [], analytics: [] };
  return {
    count: (limit) => {
      const now = clock.now();
      const recent = windows[limit].filter((at) => at > now - minute);
      windows[limit] = recent;
      const [oldest] = recent;
      if (recent.length >= limits[limit] && oldest !== undefined) throw throttled(oldest, now);
      recent.push(now);
    }
  };
}

function throttled(oldest: number, now: number): ApiError {
  const seconds = Math.max(1, Math.ceil((oldest + minute - now) / 1000));
  return new ApiError(
    'throttled',
    `Request was throttled. Expected available in ${seconds} seconds.`,
    {
      headers: { 'retry-after': String(seconds) }
    }
  );
}
