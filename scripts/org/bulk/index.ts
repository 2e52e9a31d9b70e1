import type { Route } from '../rest/index.ts';
import { ingestRoutes } from './ingestRoutes.ts';
import { createJobs } from './jobs.ts';
import { queryRoutes } from './queryRoutes.ts';

/** Bulk API 2.0, ingest and query, over the same saves and queries as every other door. */
export function createBulkRoutes(): readonly Route[] {
  const jobs = createJobs();
  return [...ingestRoutes(jobs), ...queryRoutes(jobs)];
}
