import type { Clock } from '../../shared/index.ts';
import { systemClock } from '../../shared/index.ts';
import type { RestOrg, Route } from '../rest/index.ts';
import { ingestRoutes } from './ingestRoutes.ts';
import { resume } from './ingest.ts';
import { createJobs } from './jobs.ts';
import type { Jobs } from './jobs.ts';
import { fileTables, memoryTables } from './jobTables.ts';
import { queryRoutes } from './queryRoutes.ts';
import { runQueryJob } from './queryRows.ts';

/** Bulk API 2.0 of an org, with the jobs of earlier processes. */
export interface BulkApi {
  readonly routes: readonly Route[];
  /** Resolves when the jobs that an earlier process had left are done. */
  resumed(): Promise<void>;
  /** Stops working behind the answers, after the rows of the moment; the next start goes on there. */
  close(): Promise<void>;
}

/** Bulk API 2.0, ingest and query, over the same saves and queries as every other door; jobs go with the process. */
export function createBulkRoutes(clock: Clock = systemClock): readonly Route[] {
  return routesOf(createJobs(memoryTables(), clock));
}

/**
 * Bulk API 2.0 whose jobs outlive the process. Those that were not finished go on at once.
 * @param folder where jobs are kept
 */
export function openBulk(org: RestOrg, folder: string): BulkApi {
  const jobs = createJobs(fileTables(folder), org.clock);
  const going = Promise.all(jobs.unfinished().map((job) => resumeJob(org, job, jobs)));
  return {
    routes: routesOf(jobs),
    resumed: async () => {
      await going;
    },
    close: async () => {
      jobs.close();
      await Promise.all([going, jobs.settled()]);
    }
  };
}

function resumeJob(org: RestOrg, job: ReturnType<Jobs['unfinished']>[number], jobs: Jobs) {
  return job.kind === 'ingest' ? resume(org, job, jobs) : runQueryJob(org, job, jobs);
}

function routesOf(jobs: Jobs): readonly Route[] {
  return [...ingestRoutes(jobs), ...queryRoutes(jobs)];
}
