import { secretToken } from '../../shared/index.ts';
import type { Clock } from '../../shared/index.ts';
import { notFound } from '../rest/index.ts';
import { namedId } from '../schema/index.ts';
import type { IngestJob, QueryJob } from './job.ts';
import { isOver } from './job.ts';
import type { JobTables } from './jobTables.ts';

export type AnyJob = IngestJob | QueryJob;

/** The jobs of one org, a week's worth at most; each is seen by its owner. */
export interface Jobs {
  readonly tables: JobTables;
  nextId(): string;
  /** Takes up a job, or what has become of one. */
  keep(job: AnyJob): void;
  all(userId: string, kind: AnyJob['kind']): readonly AnyJob[];
  requireIngest(userId: string, id: string): IngestJob;
  requireQuery(userId: string, id: string): QueryJob;
  remove(id: string): void;
  /** Those that an earlier process has not finished. */
  unfinished(): readonly AnyJob[];
  /** Works on no more rows than those of the moment. */
  close(): void;
  isClosed(): boolean;
  /** Work behind an answer, of which `settled` knows. */
  behind(work: Promise<void>): Promise<void>;
  /** Resolves when nothing works behind an answer. */
  settled(): Promise<void>;
}

const mostJobs = 1000;
/** What finished jobs may keep, in characters of tables. */
const mostCharacters = 1024 * 1024 * 1024;
/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_concepts_limits.htm */
const lifetime = 7 * 24 * 60 * 60 * 1000;

export function createJobs(tables: JobTables, clock: Clock): Jobs {
  const jobs = new Map(readJobs(tables).map((job) => [job.id, job]));
  const state = { isClosed: false, going: new Set<Promise<void>>() };
  const find = (userId: string, id: string): AnyJob | undefined => {
    const job = [...jobs.values()].find((item) => item.id.startsWith(id.slice(0, 15)));
    return job?.userId === userId ? job : undefined;
  };
  const remove = (id: string): void => {
    jobs.delete(id);
    tables.remove(id);
  };
  return {
    tables,
    nextId: () => namedId('750', secretToken(24)),
    keep: (job) => {
      if (!jobs.has(job.id)) {
        jobs.set(job.id, job);
        for (const old of tooMany([...jobs.values()], clock.now())) remove(old.id);
      }
      tables.write(job.id, 'job', JSON.stringify(job));
    },
    all: (userId, kind) =>
      [...jobs.values()].filter((job) => job.userId === userId && job.kind === kind),
    requireIngest: (userId, id) => {
      const job = find(userId, id);
      if (job?.kind !== 'ingest') throw notFound();
      return job;
    },
    requireQuery: (userId, id) => {
      const job = find(userId, id);
      if (job?.kind !== 'query') throw notFound();
      return job;
    },
    remove,
    unfinished: () => [...jobs.values()].filter((job) => !isOver(job) && job.state !== 'Open'),
    close: () => {
      state.isClosed = true;
    },
    isClosed: () => state.isClosed,
    behind: (work) => {
      const going = work.finally(() => state.going.delete(going));
      state.going.add(going);
      return going;
    },
    settled: async () => {
      await Promise.all(state.going);
    }
  };
}

/** Jobs whose description a crash has left half written are dropped. */
function readJobs(tables: JobTables): AnyJob[] {
  const jobs = tables.ids().flatMap((id) => {
    const text = tables.read(id, 'job');
    if (text !== '') return [JSON.parse(text) as AnyJob];
    tables.remove(id);
    return [];
  });
  return jobs.toSorted((a, b) => a.createdAt - b.createdAt);
}

/** Finished jobs that are too old, or one too many: the oldest first. */
function tooMany(jobs: readonly AnyJob[], now: number): AnyJob[] {
  const over = jobs.filter(isOver);
  let [count, kept] = [jobs.length, over.reduce((sum, { size }) => sum + size, 0)];
  return over.filter(({ createdAt, size }) => {
    const isNeeded = count <= mostJobs && kept <= mostCharacters && now - createdAt <= lifetime;
    if (isNeeded) return false;
    [count, kept] = [count - 1, kept - size];
    return true;
  });
}
