import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexException } from '../../../apex/runtime/index.ts';
import { asyncOptionsOf } from '../async/asyncOptions.ts';
import type { ApexAsyncOptions } from '../async/asyncOptions.ts';
import { hostOf } from '../../runtime/index.ts';
import type { EnqueueOptions, Quiddity } from '../../runtime/index.ts';

const plainOptions: EnqueueOptions = {
  delayMinutes: 0,
  maximumDepth: undefined,
  signature: undefined
};

function enqueue(
  context: ApexContext,
  job: unknown,
  options: Partial<EnqueueOptions> = {}
): string {
  if (job === null) {
    throw new ApexException('System.NullPointerException', 'Argument 1 cannot be null');
  }
  return hostOf(context).services.jobs.enqueue(job, { ...plainOptions, ...options });
}

function attachFinalizer(context: ApexContext, finalizer: unknown): void {
  const { job, quiddity } = hostOf(context).transaction;
  if (job === undefined || quiddity !== 'QUEUEABLE') {
    const text = 'System.attachFinalizer(Finalizer) can only be invoked in a Queueable';
    throw new ApexException('System.HandledException', text);
  }
  if (job.finalizer !== null) {
    const text = 'Only one Finalizer can be attached to an asynchronous job';
    throw new ApexException('System.HandledException', text);
  }
  job.finalizer = finalizer;
}

function runsAs(...kinds: readonly Quiddity[]): (context: ApexContext) => boolean {
  return (context) => kinds.includes(hostOf(context).transaction.quiddity);
}

/** Asynchronous Apex in the `System` class. */
export const jobMembers: NativeMembers = {
  'static Id enqueueJob(Object job)': (context: ApexContext, job: unknown) => enqueue(context, job),
  'static Id enqueueJob(Object job, Integer delay)': (
    context: ApexContext,
    job: unknown,
    delay: number | null
  ) => enqueue(context, job, { delayMinutes: checkedDelay(delay ?? 0) }),
  'static Id enqueueJob(Object job, AsyncOptions options)': (
    context: ApexContext,
    job: unknown,
    options: ApexAsyncOptions | null
  ) => enqueue(context, job, asyncOptionsOf(options)),
  'static void attachFinalizer(Finalizer finalizer)': attachFinalizer,
  'static Id schedule(String name, String cron, Object job)': (
    context: ApexContext,
    ...[name, cron, job]: [string, string, unknown]
  ) => hostOf(context).services.jobs.schedule(name, cron, job),
  'static Id scheduleBatch(Object batch, String name, Integer minutes)': (
    context: ApexContext,
    ...[batch, name, minutes]: [unknown, string, number]
  ) => hostOf(context).services.jobs.scheduleBatch(batch, name, { minutes, scope: 200 }),
  'static Id scheduleBatch(Object batch, String name, Integer minutes, Integer scope)': (
    context: ApexContext,
    ...[batch, name, minutes, scope]: [unknown, string, number, number]
  ) => hostOf(context).services.jobs.scheduleBatch(batch, name, { minutes, scope }),
  'static void abortJob(Id jobId)': (context: ApexContext, id: string) =>
    hostOf(context).services.jobs.abort(id),
  'static Boolean isBatch()': runsAs('BATCH_APEX'),
  'static Boolean isFuture()': runsAs('FUTURE'),
  'static Boolean isQueueable()': runsAs('QUEUEABLE'),
  'static Boolean isScheduled()': runsAs('SCHEDULED')
};

function checkedDelay(minutes: number): number {
  if (minutes >= 0 && minutes <= 10) return minutes;
  throw new ApexException(
    'System.AsyncException',
    'Invalid delay: The delay must be between 0 and 10 minutes'
  );
}
