import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom, systemClock } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { syncScheduledFlows } from '../async/index.ts';
import { blockingTransport, fileSecrets, memorySecrets } from '../callouts/index.ts';
import { createProject } from '../metadata/index.ts';
import { createSchema } from '../schema/index.ts';
import { administrator, localUserId } from '../setup/index.ts';
import { runTestClass, startCoverage } from '../tests/index.ts';
import type { TestOutcome } from '../tests/index.ts';
import { coreCalls } from './calls.ts';
import { sharedClock } from './clock.ts';
import { openCore } from './core.ts';
import type { OrgCore } from './core.ts';
import { toWire } from './errors.ts';
import { seedRecords } from './seed.ts';
import type {
  TestCalls,
  ThreadCalls,
  ThreadData,
  ThreadMessage,
  ThreadRequest
} from './protocol.ts';

// The entry of a thread: opens an org over the same records as the other threads, and answers calls one by one.

// The main thread gives exactly this.
const data = workerData as ThreadData;

function post(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

const log: Log = {
  info: (text) => post({ kind: 'log', level: 'info', text }),
  warn: (text) => post({ kind: 'log', level: 'warn', text }),
  error: (text) => post({ kind: 'log', level: 'error', text })
};

function open(): OrgCore {
  const project = createProject(data.project);
  const { secretsFolder, time, seed, channel } = data;
  const core = openCore({
    ...data,
    project,
    schema: createSchema(project, { keyPrefixes: data.keyPrefixes }),
    clock: sharedClock(time),
    stopwatch: systemClock,
    random: seededRandom(seed),
    log,
    transport: blockingTransport(channel),
    secrets: secretsFolder === undefined ? memorySecrets() : fileSecrets(secretsFolder)
  });
  if (data.role === 'test') seedRecords({ ...core.services, ...data, store: core.store, project });
  if (data.role === 'background') scheduleFlows(core);
  return core;
}

/** Flows that schedule themselves are queued by the thread that runs them. */
function scheduleFlows({ services, store }: OrgCore): void {
  const { flows, clock, automatedProcessId: userId = '' } = services;
  const { timeZone } = services.user(userId);
  syncScheduledFlows(flows.scheduled, { store, now: clock.now(), timeZone, userId });
  store.commit();
}

function testCalls(core: OrgCore): TestCalls {
  const userId = localUserId(administrator.username);
  return {
    runTestClass: (test) => {
      const outcomes: TestOutcome[] = [];
      const place = { core, userId, now: () => performance.now() };
      runTestClass(place, test, (outcome) => outcomes.push(outcome));
      return outcomes;
    },
    takeCoverage: () => coverage?.take() ?? new Map()
  };
}

const coverage = data.coverage ? startCoverage(data.compiled) : undefined;

function serve(calls: ThreadCalls): void {
  parentPort?.on('message', ({ id, call, values }: ThreadRequest) => {
    try {
      const run: (...given: never[]) => unknown = calls[call];
      post({ kind: 'answer', id, value: run(...(values as never[])) });
    } catch (error) {
      post({ kind: 'error', id, error: toWire(error) });
    }
  });
}

try {
  const core = open();
  serve({ ...coreCalls(core), ...testCalls(core) });
  post({ kind: 'ready' });
} catch (error) {
  post({ kind: 'error', id: undefined, error: toWire(error) });
}
