import { ApexException, ApexList } from '../../apex/runtime/index.ts';
import type { LaterPath } from '../flow/index.ts';
import type { OrgHost } from '../runtime/index.ts';
import type { EnqueueOptions, JobsPort } from '../runtime/index.ts';
import { deliver, eventBatches } from './events.ts';
import { newBatchState } from './batch.ts';
import { executeJob } from './execute.ts';
import type { JobMachine } from './machine.ts';
import { createJobRecord, updateJobRecord } from './jobRecords.ts';
import type { JobType } from './jobRecords.ts';
import { writePayload } from './payload.ts';
import { jobQueue } from './queue.ts';
import type { NewJob, QueuedJob } from './queue.ts';
import { createTrigger, cronAt } from './schedule.ts';
import { testUnits } from './unit.ts';
import type { TransactionFactory } from './unit.ts';

const minute = 60_000;

/** Asynchronous Apex over an org's queue. */
export function orgJobs(host: OrgHost, create: TransactionFactory): JobsPort {
  return {
    enqueue: (target, options) => enqueue(host, target, options),
    future: (className, method, values) => future(host, { className, method, values }),
    executeBatch: (target, size) => startBatch(host, target, size),
    schedule: (name, cron, target) =>
      schedule(host, target, { name, cron, timeZone: host.transaction.user.timeZone }),
    scheduleBatch: (target, name, { minutes, scope }) => {
      const cron = cronAt(host.services.clock.now() + minutes * minute);
      const batch = new ApexList('Object', [target, scope]);
      return schedule(host, batch, { name, cron, timeZone: 'UTC' });
    },
    abort: (id) => abort(host, id),
    publish: (object, row) => {
      const { events, immediate } = host.transaction.afterCommit;
      const isImmediate = host.services.schema.object(object)?.publishesImmediately === true;
      (isImmediate ? immediate : events).push({ object, row });
    },
    flowPath: (path) => addFlowPath(host, path),
    runForTest: () => runForTest(host, create),
    deliverEvents: () => deliverEvents(host, create)
  };
}

interface Draft {
  readonly type: JobType;
  readonly kind: NewJob['kind'];
  readonly className: string;
  readonly methodName?: string;
  readonly payload: string;
}

/** Creates the AsyncApexJob and the queue's entry; both are part of the running transaction. */
function add(host: OrgHost, draft: Draft, changes: Partial<NewJob> = {}): string {
  const { services, transaction } = host;
  const { userId } = transaction.user;
  const { type, className, methodName, kind, payload } = draft;
  const jobId = createJobRecord(services, { type, className, methodName, userId });
  jobQueue(services.store).add({
    kind,
    jobId,
    triggerId: undefined,
    userId,
    runAt: services.clock.now(),
    depth: (transaction.job?.depth ?? 0) + 1,
    maximumDepth: transaction.job?.maximumDepth,
    signature: undefined,
    payload,
    ...changes
  });
  transaction.callouts.workDone();
  return jobId;
}

function enqueue(host: OrgHost, target: unknown, options: EnqueueOptions): string {
  const { services, transaction } = host;
  const className = services.program.typeName(target);
  if (!services.program.isInstance(target, 'Queueable')) {
    const text = `Method does not exist or incorrect signature: ${className} is not Queueable`;
    throw new ApexException('System.TypeException', text);
  }
  transaction.limits.count('queueableJobs');
  const maximumDepth = options.maximumDepth ?? transaction.job?.maximumDepth;
  const depth = (transaction.job?.depth ?? 0) + 1;
  if (maximumDepth !== undefined && depth > maximumDepth) {
    throw new ApexException('System.AsyncException', 'Maximum stack depth has been reached.');
  }
  checkSignature(host, options.signature);
  const draft = {
    type: 'Queueable',
    kind: 'queueable',
    className,
    payload: writePayload(target, services)
  } as const;
  const runAt = services.clock.now() + options.delayMinutes * minute;
  return add(host, draft, { maximumDepth, depth, runAt, signature: options.signature });
}

/** The job that runs now may enqueue its like. */
function checkSignature(host: OrgHost, signature: string | undefined): void {
  if (signature === undefined) return;
  const running = host.transaction.job?.id;
  const waiting = jobQueue(host.services.store).withSignature(signature);
  if (waiting.every(({ jobId }) => jobId === running)) return;
  const text = 'Attempt to enqueue job with duplicate queueable signature';
  throw new ApexException('System.DuplicateMessageException', text);
}

interface FutureCall {
  readonly className: string;
  readonly method: string;
  readonly values: readonly unknown[];
}

function future(host: OrgHost, { className, method, values }: FutureCall): void {
  const { services, transaction } = host;
  transaction.limits.count('futureCalls');
  const call = new ApexList('Object', [className, method, ...values]);
  const payload = writePayload(call, services);
  add(host, { type: 'Future', kind: 'future', className, methodName: method, payload });
}

function startBatch(host: OrgHost, target: unknown, size: number): string {
  const { services } = host;
  if (!Number.isInteger(size) || size < 1 || size > 2000) {
    const text = `Invalid value for optional scope parameter for Database.executeBatch: ${size}`;
    throw new ApexException('System.InvalidParameterValueException', text);
  }
  const payload = newBatchState(writePayload(target, services), size);
  const className = services.program.typeName(target);
  return add(host, { type: 'BatchApex', kind: 'batch', className, payload });
}

function addFlowPath({ services, transaction }: OrgHost, path: LaterPath): void {
  jobQueue(services.store).add({
    kind: 'flow',
    jobId: undefined,
    triggerId: undefined,
    userId: services.automatedProcessId ?? transaction.user.userId,
    runAt: path.at ?? services.clock.now(),
    depth: 1,
    maximumDepth: undefined,
    signature: undefined,
    payload: JSON.stringify(path)
  });
}

interface Timing {
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
}

function schedule(host: OrgHost, target: unknown, timing: Timing): string {
  const { services, transaction } = host;
  const { userId } = transaction.user;
  const { id, runAt } = createTrigger(services, { ...timing, userId });
  const [job] = target instanceof ApexList ? target.items : [target];
  const className = services.program.typeName(job);
  const payload = writePayload(target, services);
  const draft = { type: 'ScheduledApex', kind: 'scheduled', className, payload } as const;
  add(host, draft, { triggerId: id, runAt });
  return id;
}

function abort({ services }: OrgHost, id: string): void {
  const queue = jobQueue(services.store);
  const found = [...queue.ofJob(id), ...queue.ofTrigger(id)];
  for (const { id: entry, jobId, triggerId } of found) {
    queue.remove(entry);
    updateJobRecord(services, jobId, { Status: 'Aborted' });
    if (triggerId === undefined) continue;
    const [row] = services.store.get('CronTrigger', [triggerId]);
    services.store.purge('CronTrigger', [triggerId]);
    services.store.purge('CronJobDetail', [String(row?.['CronJobDetailId'] ?? '')]);
  }
}

/** Runs what the test itself has enqueued, and what Finalizers enqueue; what jobs enqueue stays in the queue. */
function runForTest(host: OrgHost, create: TransactionFactory): void {
  const errors: unknown[] = [];
  const units = testUnits(host, create);
  const machine: JobMachine = { host, units, failed: (_what, error) => void errors.push(error) };
  const done = new Set<string>();
  for (let job = nextInTest(host, done); job !== undefined; job = nextInTest(host, done)) {
    if (done.size >= longestRun) throw tooMany();
    done.add(job.id);
    executeJob(machine, job);
    deliverEvents(host, create);
  }
  deliverEvents(host, create);
  const [first] = errors;
  if (first instanceof Error) throw first;
}

/** Jobs in one test, where nothing else would stop an endless chain. */
const longestRun = 1000;

function tooMany(): ApexException {
  return new ApexException('System.AsyncException', 'Maximum stack depth has been reached.');
}

function nextInTest({ services }: OrgHost, done: ReadonlySet<string>): QueuedJob | undefined {
  const now = services.clock.now();
  return jobQueue(services.store)
    .waiting()
    .find(({ id, depth, kind, runAt }) => {
      const isDue = kind !== 'flow' || runAt <= now;
      return isDue && depth <= 1 && !done.has(id);
    });
}

/** Events that were published in a test, and those that their subscribers publish. */
function deliverEvents(host: OrgHost, create: TransactionFactory): void {
  const { transaction } = host;
  const units = testUnits(host, create);
  const { events, immediate } = transaction.afterCommit;
  while (events.length + immediate.length > 0) {
    for (const batch of eventBatches([...immediate.splice(0), ...events.splice(0)])) {
      const options = { quiddity: 'EVENT_SUBSCRIBED', userId: transaction.user.userId } as const;
      const error = units.run(options, () => deliver(host, batch));
      if (error instanceof Error) throw error;
    }
  }
}
