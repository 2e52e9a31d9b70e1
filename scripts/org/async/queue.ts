import type { FieldValue, Store, StoredRow } from '../store/types.ts';
import { internalNames } from './internalObjects.ts';

export type JobKind =
  'queueable' | 'finalizer' | 'future' | 'batch' | 'scheduled' | 'event' | 'flow' | 'scheduledFlow';

/** A piece of asynchronous work, as it is kept. */
export interface QueuedJob {
  readonly id: string;
  readonly kind: JobKind;
  /** AsyncApexJob; undefined for events. */
  readonly jobId: string | undefined;
  /** CronTrigger; undefined unless scheduled. */
  readonly triggerId: string | undefined;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly runAt: number;
  readonly depth: number;
  readonly maximumDepth: number | undefined;
  readonly signature: string | undefined;
  readonly payload: string;
}

export type NewJob = Omit<QueuedJob, 'id'>;

/** The queue of asynchronous work in the store: what is in it survives the process. */
export interface JobQueue {
  add(job: NewJob): QueuedJob;
  /** Waiting work in the order in which it was queued. */
  waiting(): readonly QueuedJob[];
  /** The piece of work that is due first at `now` (milliseconds since 1970). */
  firstDue(now: number): QueuedJob | undefined;
  /** When the next piece of work is due, in milliseconds since 1970. */
  nextTime(): number | undefined;
  /** Work with this duplicate signature that has not ended. */
  withSignature(signature: string): readonly QueuedJob[];
  ofJob(jobId: string): readonly QueuedJob[];
  ofTrigger(triggerId: string): readonly QueuedJob[];
  update(id: string, changes: { readonly payload?: string; readonly runAt?: number }): void;
  remove(id: string): void;
}

const table = internalNames.job;
const waitingState = 'Waiting';

/** The queue over an org's store. Nothing is committed here. */
export function jobQueue(store: Store): JobQueue {
  const find = (field: string, value: FieldValue): QueuedJob[] =>
    store
      .find(table, field, [value])
      .map(jobFrom)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    add: (job) => {
      const id = store.nextId(table);
      store.insert(table, [{ Id: id, State: waitingState, ...rowFrom(job) }]);
      return { id, ...job };
    },
    waiting: () => find('State', waitingState),
    firstDue: (now) => {
      const sql = `SELECT * FROM "${table}" WHERE "RunAt" <= ? ORDER BY "RunAt", "Id" LIMIT 1`;
      return store.all(sql, [now]).map(jobFrom)[0];
    },
    nextTime: () => {
      const [row] = store.all(`SELECT min("RunAt") AS "time" FROM "${table}"`, []);
      const time = row?.['time'];
      return typeof time === 'number' ? time : undefined;
    },
    withSignature: (signature) => find('Signature', signature),
    ofJob: (jobId) => find('JobId', jobId),
    ofTrigger: (triggerId) => find('TriggerId', triggerId),
    update: (id, { payload, runAt }) =>
      store.update(table, [
        {
          Id: id,
          ...(payload === undefined ? {} : { Payload: payload }),
          ...(runAt === undefined ? {} : { RunAt: runAt })
        }
      ]),
    remove: (id) => store.purge(table, [id])
  };
}

function rowFrom(job: NewJob): StoredRow {
  return {
    Kind: job.kind,
    JobId: job.jobId ?? null,
    TriggerId: job.triggerId ?? null,
    UserId: job.userId,
    RunAt: job.runAt,
    Depth: job.depth,
    MaximumDepth: job.maximumDepth ?? null,
    Signature: job.signature ?? null,
    Payload: job.payload
  };
}

function jobFrom(row: StoredRow): QueuedJob {
  const text = (name: string): string | undefined => {
    const value = row[name];
    return typeof value === 'string' ? value : undefined;
  };
  const maximumDepth = row['MaximumDepth'];
  return {
    id: text('Id') ?? '',
    // Only `rowFrom` writes here.
    kind: text('Kind') as JobKind,
    jobId: text('JobId'),
    triggerId: text('TriggerId'),
    userId: text('UserId') ?? '',
    runAt: Number(row['RunAt'] ?? 0),
    depth: Number(row['Depth'] ?? 1),
    maximumDepth: typeof maximumDepth === 'number' ? maximumDepth : undefined,
    signature: text('Signature'),
    payload: text('Payload') ?? ''
  };
}
