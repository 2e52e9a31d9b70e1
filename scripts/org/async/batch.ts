import { ApexException, ApexList, ApexSObject } from '../../apex/runtime/index.ts';
import { jobContext, PlatformObject } from '../library/index.ts';
import { failureOf } from '../runtime/index.ts';
import type { OrgServices } from '../runtime/index.ts';
import { batchFailed, publishBatchError } from './batchErrors.ts';
import { updateJobRecord } from './jobRecords.ts';
import { freshStatics, runningJob } from './machine.ts';
import type { JobMachine } from './machine.ts';
import { readPayload, writePayload } from './payload.ts';
import { jobQueue } from './queue.ts';
import type { QueuedJob } from './queue.ts';

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

/** Runs the next step of a batch; in a test all of them. */
export function batch(machine: JobMachine, job: QueuedJob): void {
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
    if (total > 1 && machine.host.test !== undefined) throw tooManyBatches();
    next = {
      ...state,
      phase: total === 0 ? 'finish' : 'execute',
      target: writePayload(target, services),
      scope: writePayload(scope, services)
    };
    jobQueue(services.store).update(job.id, { payload: JSON.stringify(next) });
    updateJobRecord(services, job.jobId, { Status: 'Processing', TotalJobItems: total });
  });
  if (error === undefined) return next;
  const failure = { phase: 'START', target: state.target, items: [], error } as const;
  batchFailed(machine, job, failure);
  return undefined;
};

/** A test runs one batch, not more. */
function tooManyBatches(): ApexException {
  const text =
    'No more than one executeBatch can be called from within a test method.  Please make sure the iterable ' +
    'returned from your start method matches the batch size, resulting in one executeBatch invocation.';
  return new ApexException('System.UnexpectedException', text);
}

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
    const failure = { phase: 'EXECUTE', target: state.target, items, error } as const;
    publishBatchError(machine, job, failure);
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
    const target = readPayload(state.target, services);
    services.program.invoke(target, 'finish', [jobContext('batch', running.id)]);
    jobQueue(services.store).remove(job.id);
    updateJobRecord(services, job.jobId, { Status: 'Completed' });
  });
  if (error === undefined) return undefined;
  const failure = { phase: 'FINISH', target: state.target, items: [], error } as const;
  batchFailed(machine, job, failure);
  return undefined;
};
