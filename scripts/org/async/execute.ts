import { ApexException, ApexList, ApexSObject } from '../../apex/runtime/index.ts';
import { finalizerContext, jobContext, PlatformObject } from '../library/index.ts';
import { failureOf } from '../runtime/index.ts';
import type { OrgHost, OrgServices, Quiddity, RunningJob } from '../runtime/index.ts';
import type { LaterPath } from '../flow/index.ts';
import { deliver } from './events.ts';
import type { EventBatch } from './events.ts';
import { updateJobRecord } from './jobRecords.ts';
import { readPayload, writePayload } from './payload.ts';
import { jobQueue } from './queue.ts';
import type { QueuedJob } from './queue.ts';
import { rescheduleTrigger } from './schedule.ts';
import type { UnitRunner } from './unit.ts';

/** What the execution of jobs works with. */
export interface JobMachine {
  readonly host: OrgHost;
  readonly units: UnitRunner;
  /** Told of every exception that leaves a job; the job's record says it too. */
  failed(what: string, error: unknown): void;
}

type Executor = (machine: JobMachine, job: QueuedJob) => void;

const executors: Readonly<Record<QueuedJob['kind'], Executor>> = {
  queueable,
  finalizer,
  future,
  batch,
  scheduled,
  event,
  flow
};

/** Runs one piece of queued work, or the next step of a batch, to its end. Never throws for what Apex does. */
export function executeJob(machine: JobMachine, job: QueuedJob): void {
  executors[job.kind](machine, job);
}

function runningJob(job: QueuedJob): RunningJob {
  const { depth, maximumDepth } = job;
  return { id: job.jobId ?? job.id, depth, maximumDepth, finalizer: null, started: false };
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
    jobQueue(services.store).remove(job.id);
    work();
    updateJobRecord(services, job.jobId, { Status: 'Completed', JobItemsProcessed: 1 });
  });
}

/** A job starts with static state of its own; in a test it shares the test's. */
function freshStatics({ host }: JobMachine): void {
  if (host.test === undefined) host.services.program.resetStatics();
}

/** What is left to do when a job has failed; a transaction of its own. */
function recordFailure(machine: JobMachine, job: QueuedJob, error: unknown): void {
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
  rescheduleTrigger(machine, job);
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
  const remove = (): void => jobQueue(host.services.store).remove(job.id);
  const error = units.run({ quiddity: 'SYNCHRONOUS', userId: job.userId }, () => {
    freshStatics(machine);
    remove();
    host.services.flows.later(path);
  });
  if (error === undefined) return;
  machine.failed(`The path ${path.path} of the flow ${path.flow}`, error);
  units.run({ quiddity: 'UNDEFINED', userId: job.userId }, remove);
}

/** Where a batch is; it is kept after every chunk, so that it goes on where it was. */
interface BatchState {
  readonly phase: 'start' | 'execute' | 'finish';
  readonly size: number;
  readonly position: number;
  readonly errors: number;
  /** The Batchable as it is for the next step. */
  readonly target: string;
  /** A list of records or other values. */
  readonly scope: string;
}

/** The first state of a batch. */
export function newBatchState(target: string, size: number): string {
  const state: BatchState = { phase: 'start', size, position: 0, errors: 0, target, scope: '' };
  return JSON.stringify(state);
}

function batch(machine: JobMachine, job: QueuedJob): void {
  const state = JSON.parse(job.payload) as BatchState;
  const steps = { start: startBatch, execute: executeBatch, finish: finishBatch };
  const next = steps[state.phase](machine, job, state);
  if (next === undefined) return;
  // A test waits for the whole batch; the org comes back for the next step.
  if (machine.host.test === undefined) return;
  batch(machine, { ...job, payload: JSON.stringify(next) });
}

type BatchStep = (machine: JobMachine, job: QueuedJob, state: BatchState) => BatchState | undefined;

const startBatch: BatchStep = (machine, job, state) => {
  const {
    host: { services },
    units
  } = machine;
  let next: BatchState | undefined;
  const running = runningJob(job);
  const error = units.run({ quiddity: 'BATCH_APEX', userId: job.userId, job: running }, () => {
    freshStatics(machine);
    const target = readPayload(state.target, services);
    const given = services.program.invoke(target, 'start', [jobContext('batch', running.id)]);
    const scope = scopeOf(services, given);
    const total = Math.ceil(scope.items.length / state.size);
    next = {
      ...state,
      phase: total === 0 ? 'finish' : 'execute',
      target: writePayload(target, services),
      scope: writePayload(scope, services)
    };
    jobQueue(services.store).update(job.id, { payload: JSON.stringify(next) });
    updateJobRecord(services, job.jobId, { Status: 'Processing', TotalJobItems: total });
  });
  if (error !== undefined) recordFailure(machine, job, error);
  return error === undefined ? next : undefined;
};

/** What `start` gave: a query locator, a list, or anything that can be iterated. */
function scopeOf(services: OrgServices, given: unknown): ApexList {
  if (given instanceof ApexList) return given;
  if (given instanceof PlatformObject && given.$type === 'Database.QueryLocator') {
    const { records } = given.data as { records: (context: unknown) => ApexList };
    return records(services.context);
  }
  const { program } = services;
  const iterator = program.hasMethod(given, 'iterator', 0)
    ? program.invoke(given, 'iterator', [])
    : given;
  const items: unknown[] = [];
  while (program.invoke(iterator, 'hasNext', []) === true) {
    items.push(program.invoke(iterator, 'next', []));
  }
  return new ApexList('Object', items);
}

const executeBatch: BatchStep = (machine, job, state) => {
  const {
    host: { services },
    units
  } = machine;
  const running = runningJob(job);
  const scope = readPayload(state.scope, services) as ApexList;
  const items = scope.items.slice(state.position, state.position + state.size);
  let { target } = state;
  const error = units.run({ quiddity: 'BATCH_APEX', userId: job.userId, job: running }, () => {
    freshStatics(machine);
    const batchable = readPayload(state.target, services);
    const list = new ApexList(elementType(items, scope), items);
    services.program.invoke(batchable, 'execute', [jobContext('batch', running.id), list]);
    if (services.program.isInstance(batchable, 'Database.Stateful')) {
      target = writePayload(batchable, services);
    }
    advance(machine, job, nextStep({ ...state, target }, scope.items.length, false));
  });
  const next = nextStep({ ...state, target }, scope.items.length, error !== undefined);
  if (error === undefined) return next;
  machine.failed(`A batch of job ${running.id}`, error);
  const text = `First error: ${failureOf(error).message}`.slice(0, 255);
  units.run({ quiddity: 'UNDEFINED', userId: job.userId }, () => {
    advance(machine, job, next);
    updateJobRecord(services, job.jobId, { ExtendedStatus: text });
  });
  return next;
};

function elementType([first]: readonly unknown[], scope: ApexList): string {
  return first instanceof ApexSObject ? first.type : scope.elementType;
}

function nextStep(state: BatchState, total: number, failed: boolean): BatchState {
  const position = state.position + state.size;
  const phase = position >= total ? 'finish' : 'execute';
  return { ...state, position, phase, errors: state.errors + (failed ? 1 : 0) };
}

function advance({ host: { services } }: JobMachine, job: QueuedJob, next: BatchState): void {
  jobQueue(services.store).update(job.id, { payload: JSON.stringify(next) });
  const done = Math.ceil(next.position / next.size);
  const changes = { JobItemsProcessed: done, NumberOfErrors: next.errors };
  updateJobRecord(services, job.jobId, changes);
}

const finishBatch: BatchStep = (machine, job, state) => {
  const {
    host: { services },
    units
  } = machine;
  const running = runningJob(job);
  const error = units.run({ quiddity: 'BATCH_APEX', userId: job.userId, job: running }, () => {
    freshStatics(machine);
    jobQueue(services.store).remove(job.id);
    updateJobRecord(services, job.jobId, { Status: 'Completed' });
    const target = readPayload(state.target, services);
    services.program.invoke(target, 'finish', [jobContext('batch', running.id)]);
  });
  if (error !== undefined) recordFailure(machine, job, error);
  return undefined;
};
