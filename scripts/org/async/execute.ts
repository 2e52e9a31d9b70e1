import { ApexException, ApexList } from '../../apex/runtime/index.ts';
import { finalizerContext, jobContext } from '../library/index.ts';
import { failureOf } from '../runtime/index.ts';
import type { OrgServices, Quiddity, RunningJob } from '../runtime/index.ts';
import type { LaterPath } from '../flow/index.ts';
import { deliver } from './events.ts';
import type { EventBatch } from './events.ts';
import { batch } from './batch.ts';
import { freshStatics, recordFailure, runningJob } from './machine.ts';
import type { JobMachine } from './machine.ts';
import { updateJobRecord } from './jobRecords.ts';
import { readPayload, writePayload } from './payload.ts';
import { jobQueue } from './queue.ts';
import type { QueuedJob } from './queue.ts';
import { nextFlowTime } from './scheduledFlows.ts';
import type { ScheduledFlow } from './scheduledFlows.ts';
import { rescheduleTrigger } from './schedule.ts';

type Executor = (machine: JobMachine, job: QueuedJob) => void;

const executors: Readonly<Record<QueuedJob['kind'], Executor>> = {
  queueable,
  finalizer,
  future,
  batch,
  scheduled,
  event,
  flow,
  scheduledFlow
};

/** Runs one piece of queued work, or the next step of a batch, to its end. Never throws for what Apex does. */
export function executeJob(machine: JobMachine, job: QueuedJob): void {
  executors[job.kind](machine, job);
}

interface Attempt {
  readonly quiddity: Quiddity;
  readonly running: RunningJob;
  readonly work: () => void;
}

/** Runs the Apex of a job and, in the same transaction, takes it out of the queue. */
function attempt(
  machine: JobMachine,
  job: QueuedJob,
  { quiddity, running, work }: Attempt
): unknown {
  const {
    host: { services },
    units
  } = machine;
  return units.run({ quiddity, userId: job.userId, job: running }, () => {
    freshStatics(machine);
    work();
    // Not before: the write lock would be held while the job calls out.
    jobQueue(services.store).remove(job.id);
    updateJobRecord(services, job.jobId, { Status: 'Completed', JobItemsProcessed: 1 });
  });
}

function queueable(machine: JobMachine, job: QueuedJob): void {
  const { services } = machine.host;
  const running = runningJob(job);
  const work = (): void => {
    const target = readPayload(job.payload, services);
    services.program.invoke(target, 'execute', [jobContext('queueable', running.id)]);
  };
  const error = attempt(machine, job, { quiddity: 'QUEUEABLE', running, work });
  if (error !== undefined) recordFailure(machine, job, error);
  if (running.finalizer !== null) runFinalizer(machine, job, { running, error });
}

interface Ended {
  readonly running: RunningJob;
  readonly error: unknown;
}

function runFinalizer(machine: JobMachine, job: QueuedJob, { running, error }: Ended): void {
  const {
    host: { services },
    units
  } = machine;
  const quiddity = 'TRANSACTION_FINALIZER_QUEUEABLE';
  const state = writePayload(running.finalizer, services);
  // What a Finalizer enqueues takes the place of its job in the chain.
  const place = runningJob({ ...job, depth: job.depth - 1 });
  const problem = units.run({ quiddity, userId: job.userId, job: place }, () => {
    freshStatics(machine);
    const data = { jobId: running.id, error: error === undefined ? null : apexError(error) };
    services.program.invoke(readPayload(state, services), 'execute', [finalizerContext(data)]);
  });
  if (problem !== undefined) machine.failed('Finalizer', problem);
}

function apexError(error: unknown): ApexException {
  if (error instanceof ApexException) return error;
  const { type, message } = failureOf(error);
  return new ApexException(type, message);
}

function finalizer(machine: JobMachine, job: QueuedJob): void {
  queueable(machine, job);
}

function future(machine: JobMachine, job: QueuedJob): void {
  const { services } = machine.host;
  const work = (): void => {
    const call = readPayload(job.payload, services) as ApexList;
    const [className, method, ...values] = call.items;
    services.program.invokeStatic(String(className), String(method), values);
  };
  const error = attempt(machine, job, { quiddity: 'FUTURE', running: runningJob(job), work });
  if (error !== undefined) recordFailure(machine, job, error);
}

function scheduled(machine: JobMachine, job: QueuedJob): void {
  const {
    host: { services },
    units
  } = machine;
  const triggerId = job.triggerId ?? '';
  const running = runningJob(job);
  const options = { quiddity: 'SCHEDULED', userId: job.userId, job: running } as const;
  // In a test the trigger keeps its time, as if it had not fired.
  if (machine.host.test === undefined) rescheduleTrigger(machine, job);
  const error = units.run(options, () => {
    freshStatics(machine);
    const target = readPayload(job.payload, services);
    if (target instanceof ApexList) startScheduledBatch(services, target);
    else services.program.invoke(target, 'execute', [jobContext('scheduled', triggerId)]);
  });
  if (error !== undefined) machine.failed(`Scheduled job ${triggerId}`, error);
}

function event(machine: JobMachine, job: QueuedJob): void {
  const { host, units } = machine;
  const { services } = host;
  const { object, rows } = JSON.parse(job.payload) as EventBatch;
  const error = units.run(
    { quiddity: 'EVENT_SUBSCRIBED', userId: job.userId, job: runningJob(job) },
    () => {
      freshStatics(machine);
      jobQueue(services.store).remove(job.id);
      deliver(host, { object, rows });
    }
  );
  if (error === undefined) return;
  machine.failed(`A subscriber of ${object}`, error);
  units.run({ quiddity: 'UNDEFINED', userId: job.userId }, () =>
    jobQueue(services.store).remove(job.id)
  );
}

/** `System.scheduleBatch` keeps the Batchable with its scope. */
function startScheduledBatch({ jobs }: OrgServices, { items: [target, scope] }: ApexList): void {
  jobs.executeBatch(target, Number(scope));
}

/** A path of a record-triggered flow that was to run after the commit, or later. */
function flow(machine: JobMachine, job: QueuedJob): void {
  const { host, units } = machine;
  const path = JSON.parse(job.payload) as LaterPath;
  const runPath = (part: LaterPath, isLast: boolean): unknown =>
    units.run({ quiddity: 'SYNCHRONOUS', userId: job.userId }, () => {
      freshStatics(machine);
      host.services.flows.later(part);
      if (isLast) jobQueue(host.services.store).remove(job.id);
    });
  if (runPath(path, true) === undefined) return;
  // One record's failure is not the others': each goes by itself then.
  for (const id of path.recordIds) {
    const error = runPath({ ...path, recordIds: [id] }, false);
    if (error !== undefined)
      machine.failed(`The path ${path.path} of the flow ${path.flow}`, error);
  }
  units.run({ quiddity: 'UNDEFINED', userId: job.userId }, () =>
    jobQueue(host.services.store).remove(job.id)
  );
}

/** A flow that its own start element schedules; it is queued again before it runs. */
function scheduledFlow(machine: JobMachine, job: QueuedJob): void {
  const { host, units } = machine;
  const { store, clock } = host.services;
  const { name, schedule } = JSON.parse(job.payload) as ScheduledFlow;
  units.run({ quiddity: 'UNDEFINED', userId: job.userId }, ({ user }) => {
    const runAt = nextFlowTime(schedule, clock.now(), user.timeZone);
    if (runAt === undefined) jobQueue(store).remove(job.id);
    else jobQueue(store).update(job.id, { runAt });
  });
  const error = units.run({ quiddity: 'SCHEDULED', userId: job.userId }, () => {
    freshStatics(machine);
    host.services.flows.runScheduled(name);
  });
  if (error !== undefined) machine.failed(`The scheduled flow ${name}`, error);
}
