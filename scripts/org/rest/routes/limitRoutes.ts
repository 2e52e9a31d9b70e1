import { dailyRequests } from '../apiUsage.ts';
import type { ApiUsage } from '../apiUsage.ts';
import { ok } from './route.ts';
import type { Route } from './route.ts';

/** What a Developer Edition may; the local org counts requests and holds nobody up. */
const maximums: Readonly<Record<string, number>> = {
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyApiRequests: dailyRequests,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyWorkflowEmails: 390,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1200,
  HourlyPublishedPlatformEvents: 50_000,
  MassEmail: 10,
  SingleEmail: 15
};

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-limits.html */
export function limitRoutes(usage: ApiUsage): readonly Route[] {
  const remaining = (name: string, max: number): number =>
    name === 'DailyApiRequests' ? Math.max(0, max - usage.used) : max;
  const limits = (): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(maximums).map(([name, max]) => [
        name,
        { Max: max, Remaining: remaining(name, max) }
      ])
    );
  return [{ method: 'GET', path: '/limits', handle: () => Promise.resolve(ok(limits())) }];
}
