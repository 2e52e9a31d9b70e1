import { failureOf } from '../runtime/index.ts';
import type { OrgHost, RunningJob } from '../runtime/index.ts';
import { updateJobRecord } from './jobRecords.ts';
import { jobQueue } from './queue.ts';
import type { QueuedJob } from './queue.ts';
import type { UnitRunner } from './unit.ts';

/** What the execution of jobs works with. */
export interface JobMachine {
  readonly host: OrgHost;
  readonly units: UnitRunner;
  /** Told of every exception that leaves a job; the job's record says it too. */
  failed(what: string, error: unknown): void;
}

/** The job as its transaction knows it. */
export function runningJob(job: QueuedJob): RunningJob {
  const { depth, maximumDepth } = job;
  return { id: job.jobId ?? job.id, depth, maximumDepth, finalizer: null };
}

/** A job starts with static state of its own; in a test it shares the test's. */
export function freshStatics({ host }: JobMachine): void {
  if (host.test === undefined) host.services.program.resetStatics();
}

/** What is left to do when a job has failed; a transaction of its own. */
export function recordFailure(machine: JobMachine, job: QueuedJob, error: unknown): void {
  const {
    host: { services },
    units
  } = machine;
  machine.failed(`Job ${job.jobId ?? job.id}`, error);
  units.run({ quiddity: 'UNDEFINED', userId: job.userId }, () => {
    jobQueue(services.store).remove(job.id);
    const text = failureOf(error).message.slice(0, 255);
    updateJobRecord(services, job.jobId, {
      Status: 'Failed',
      NumberOfErrors: 1,
      ExtendedStatus: text
    });
  });
}
