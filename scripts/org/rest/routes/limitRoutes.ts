import { ok } from './route.ts';
import type { Route } from './route.ts';

/** The local org allows as much as a Developer Edition; it counts requests only to show them. */
const maximums = { DailyApiRequests: 15000, DailyBulkV2QueryJobs: 10000, DataStorageMB: 5 };

export const limitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/limits',
    handle: () =>
      Promise.resolve(
        ok(
          Object.fromEntries(
            Object.entries(maximums).map(([name, max]) => [name, { Max: max, Remaining: max }])
          )
        )
      )
  }
];
