import { MessageChannel, Worker } from 'node:worker_threads';
import type { Log } from '../../shared/index.ts';
import { calloutSignal, performCallout, serveCallouts } from '../callouts/index.ts';
import type { CalloutOutcome } from '../callouts/index.ts';
import { ApexCallError, fromWire } from './errors.ts';
import type {
  CallName,
  ThreadCalls,
  ThreadData,
  ThreadMessage,
  ThreadRequest
} from './protocol.ts';

/** A thread that answers calls one after the other; one that hangs is replaced. */
export interface OrgThread {
  /** @throws what the call throws; ApexCallError (LimitException) when the thread had to be stopped */
  call<Name extends CallName>(
    name: Name,
    ...values: Parameters<ThreadCalls[Name]>
  ): Promise<ReturnType<ThreadCalls[Name]>>;
  /** Resolves when the thread is ready. */
  readonly ready: Promise<undefined>;
  close(): Promise<void>;
}

export interface ThreadOptions {
  readonly data: Omit<ThreadData, 'channel'>;
  readonly log: Log;
  /** How long one call may compute, in milliseconds; time in callouts does not count. */
  readonly patience: number;
}

interface Pending {
  readonly request: ThreadRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a thread. */
export function startThread(options: ThreadOptions): OrgThread {
  const queue: Pending[] = [];
  let nextId = 1;
  let closed = false;
  let running = launch();

  function launch(): RunningThread {
    return runThread(options, {
      answered: (id, settle) => {
        const position = queue.findIndex(({ request }) => request.id === id);
        const [pending] = position < 0 ? [] : queue.splice(position, 1);
        if (pending !== undefined) settle(pending);
        sendNext();
      },
      died: (error) => {
        queue.shift()?.reject(error);
        if (closed) return;
        running = launch();
        void running.ready.then(sendNext, (reason: unknown) => failAll(asError(reason)));
      }
    });
  }

  function failAll(error: Error): void {
    for (const { reject } of queue.splice(0)) reject(error);
  }

  function sendNext(): void {
    const [first] = queue;
    if (first !== undefined && !running.busy) running.send(first.request);
  }

  void running.ready.then(sendNext, (reason: unknown) => failAll(asError(reason)));
  return {
    get ready() {
      return running.ready;
    },
    call: (name, ...values) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      queue.push({ request: { id: nextId++, call: name, values }, resolve, reject });
      if (running.isReady) sendNext();
      // The protocol's types say what each call answers.
      return promise as Promise<never>;
    },
    close: async () => {
      closed = true;
      await running.stop();
      failAll(new Error('The org was closed.'));
    }
  };
}

interface RunningThread {
  readonly ready: Promise<undefined>;
  readonly isReady: boolean;
  readonly busy: boolean;
  send(request: ThreadRequest): void;
  stop(): Promise<void>;
}

interface ThreadEvents {
  answered(id: number, settle: (pending: Pending) => void): void;
  died(error: Error): void;
}

function runThread(options: ThreadOptions, events: ThreadEvents): RunningThread {
  const state = { isReady: false, busy: false };
  const { promise: ready, resolve, reject } = Promise.withResolvers<undefined>();
  ready.catch(() => undefined);
  const { worker, watch, port } = launchWorker(options);
  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'log') return options.log[message.level](message.text);
    if (message.kind === 'ready') {
      state.isReady = true;
      return resolve(undefined);
    }
    if (message.kind === 'error' && message.id === undefined) {
      return reject(fromWire(message.error));
    }
    watch.stop();
    state.busy = false;
    return events.answered(message.id ?? 0, settlerOf(message));
  });
  worker.on('error', (error: Error) => {
    options.log.error(`A thread of the org failed: ${error.message}`);
  });
  worker.on('exit', () => {
    watch.stop();
    port.close();
    reject(new Error('The thread of the org ended before it was ready.'));
    if (state.isReady) events.died(stopped());
  });
  return {
    ready,
    get isReady() {
      return state.isReady;
    },
    get busy() {
      return state.busy;
    },
    send: (request) => {
      state.busy = true;
      watch.start();
      worker.postMessage(request);
    },
    stop: async () => {
      await worker.terminate();
    }
  };
}

type Answer = Extract<ThreadMessage, { kind: 'answer' | 'error' }>;

function settlerOf(message: Answer): (pending: Pending) => void {
  if (message.kind === 'answer') return ({ resolve }) => resolve(message.value);
  const error = fromWire(message.error);
  return ({ reject }) => reject(error);
}

/** A worker with its callouts served here; a watchdog ends it when it hangs. */
function launchWorker({ data, patience }: ThreadOptions) {
  const { port1: port, port2 } = new MessageChannel();
  const signal = calloutSignal();
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { ...data, channel: { port: port2, signal } },
    transferList: [port2],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { stackSizeMb: 16 }
  });
  const watch = watchdog(patience, () => void worker.terminate());
  serveCallouts({ port, signal }, (request) => watch.pausedWhile(() => performCallout(request)));
  return { worker, watch, port };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function stopped(): ApexCallError {
  const failure = { type: 'System.LimitException', message: 'Apex CPU time limit exceeded' };
  return new ApexCallError({ ...failure, stackTrace: '' });
}

interface Watchdog {
  start(): void;
  stop(): void;
  pausedWhile(work: () => Promise<CalloutOutcome>): Promise<CalloutOutcome>;
}

/** Barks when a call computes for longer than `patience`. */
function watchdog(patience: number, bark: () => void): Watchdog {
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    clearTimeout(timer);
    timer = setTimeout(bark, patience);
    timer.unref();
  };
  const stop = (): void => clearTimeout(timer);
  return {
    start,
    stop,
    pausedWhile: async (work) => {
      stop();
      try {
        return await work();
      } finally {
        start();
      }
    }
  };
}
