import { RestError } from '../rest/index.ts';
import type { IngestJob, QueryJob } from './job.ts';

export type AnyJob = IngestJob | QueryJob;

/** The jobs of one org, in memory, a week's worth at most; each is seen by its owner. */
export interface Jobs {
  nextId(): string;
  add(job: AnyJob): void;
  all(userId: string, kind: AnyJob['kind']): readonly AnyJob[];
  requireIngest(userId: string, id: string): IngestJob;
  requireQuery(userId: string, id: string): QueryJob;
  remove(id: string): void;
}

const mostJobs = 1000;
/** What finished jobs may keep in memory, in characters of tables. */
const mostCharacters = 256 * 1024 * 1024;

export function createJobs(): Jobs {
  const jobs = new Map<string, AnyJob>();
  const counter = { value: 0 };
  const find = (userId: string, id: string): AnyJob | undefined => {
    const job = [...jobs.values()].find((item) => item.id.startsWith(id.slice(0, 15)));
    return job?.userId === userId ? job : undefined;
  };
  return {
    nextId: () => {
      counter.value += 1;
      return `750${String(counter.value).padStart(12, '0')}AAA`;
    },
    add: (job) => {
      jobs.set(job.id, job);
      const old = [...jobs.values()].filter(isOver);
      let kept = old.reduce((sum, each) => sum + sizeOf(each), 0);
      for (const each of old) {
        if (jobs.size <= mostJobs && kept <= mostCharacters) break;
        jobs.delete(each.id);
        kept -= sizeOf(each);
      }
    },
    all: (userId, kind) =>
      [...jobs.values()].filter((job) => job.userId === userId && job.kind === kind),
    requireIngest: (userId, id) => {
      const job = find(userId, id);
      if (job?.kind !== 'ingest') throw noSuchJob();
      return job;
    },
    requireQuery: (userId, id) => {
      const job = find(userId, id);
      if (job?.kind !== 'query') throw noSuchJob();
      return job;
    },
    remove: (id) => void jobs.delete(id)
  };
}

function isOver({ state }: AnyJob): boolean {
  return ['JobComplete', 'Failed', 'Aborted'].includes(state);
}

function sizeOf(job: AnyJob): number {
  if (job.kind === 'query') return job.rows.length * job.header.length * 16;
  const { successfulResults, failedResults, unprocessed } = job;
  return successfulResults.length + failedResults.length + unprocessed.length;
}

function noSuchJob(): RestError {
  return new RestError(404, {
    errorCode: 'NOT_FOUND',
    message: 'The requested resource does not exist'
  });
}
