import type { RestCall } from '../rest/index.ts';
import { jobJson } from './job.ts';
import type { AnyJob } from './jobs.ts';

const pageSize = 1000;

/** One page of jobs, newest first. https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_all_jobs.htm */
export function jobList({ query, version }: RestCall, jobs: readonly AnyJob[]): unknown {
  const start = Number(query['queryLocator'] ?? '0') || 0;
  const wanted = query['jobType'];
  const kind = { ingest: 'V2Ingest', query: 'V2Query' } as const;
  const fitting = jobs.filter((job) => wanted === undefined || kind[job.kind] === wanted);
  const newest = fitting.toReversed();
  const next = start + pageSize;
  const folder = jobs[0]?.kind ?? 'ingest';
  const done = next >= newest.length;
  return {
    done,
    records: newest.slice(start, next).map((job) => jobJson(job, version)),
    nextRecordsUrl: done
      ? null
      : `/services/data/v${version}/jobs/${folder}?queryLocator=${String(next)}`
  };
}
