import { ApexSObject } from '../../apex/runtime/index.ts';
import { failureOf } from '../runtime/index.ts';
import { recordFailure, runningJob } from './machine.ts';
import type { JobMachine } from './machine.ts';
import { readPayload } from './payload.ts';
import type { QueuedJob } from './queue.ts';

/** What failed in a batch, and where. */
export interface BatchFailure {
  readonly phase: 'START' | 'EXECUTE' | 'FINISH';
  /** The Batchable as it was kept. */
  readonly target: string;
  readonly items: readonly unknown[];
  readonly error: unknown;
}

const longestScope = 40_000;

/**
 * Publishes a BatchApexErrorEvent for a batch that asks for it, in the transaction that runs.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_batch_platformevents.htm
 */
export function publishBatchError(
  { host: { services } }: JobMachine,
  job: QueuedJob,
  { phase, target, items, error }: BatchFailure
): void {
  const batchable = readPayload(target, services);
  if (!services.program.isInstance(batchable, 'Database.RaisesPlatformEvents')) return;
  const { type, message, stackTrace } = failureOf(error);
  const scope = items.map((item) => (item instanceof ApexSObject ? item.id : item)).join(',');
  services.jobs.publish('BatchApexErrorEvent', {
    AsyncApexJobId: runningJob(job).id,
    ExceptionType: type,
    Message: message,
    StackTrace: stackTrace,
    Phase: phase,
    JobScope: scope.slice(0, longestScope),
    DoesExceedJobScopeMaxLength: scope.length > longestScope
  });
}

/** Ends a batch that cannot go on. */
export function batchFailed(machine: JobMachine, job: QueuedJob, failure: BatchFailure): void {
  recordFailure(machine, job, failure.error);
  machine.units.run({ quiddity: 'UNDEFINED', userId: job.userId }, () => {
    publishBatchError(machine, job, failure);
  });
}
