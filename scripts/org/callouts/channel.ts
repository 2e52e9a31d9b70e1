import { receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { performCallout } from './transport.ts';
import type { CalloutOutcome, CalloutRequest, CalloutTransport } from './types.ts';

/** Both ends share `signal`: the worker sleeps on it until the main thread has put the answer on its port. */
export interface CalloutChannel {
  readonly port: MessagePort;
  readonly signal: Int32Array<SharedArrayBuffer>;
}

/** A new signal for a channel. */
export function calloutSignal(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** The worker's end: blocks the thread until the main thread answers. */
export function blockingTransport({ port, signal }: CalloutChannel): CalloutTransport {
  return (request) => {
    Atomics.store(signal, 0, 0);
    port.postMessage(request);
    Atomics.wait(signal, 0, 0);
    const received = receiveMessageOnPort(port);
    if (received === undefined) return { kind: 'failure', message: 'Connection closed' };
    // Only `serveCallouts` writes to this port.
    return received.message as CalloutOutcome;
  };
}

/**
 * The main thread's end: does the HTTP for a worker.
 * @param perform replaced in tests
 */
export function serveCallouts(
  { port, signal }: CalloutChannel,
  perform: (request: CalloutRequest) => Promise<CalloutOutcome> = performCallout
): void {
  port.on('message', (request: CalloutRequest) => {
    void perform(request)
      .catch((error: unknown): CalloutOutcome => ({
        kind: 'failure',
        message: error instanceof Error ? error.message : 'Connection closed'
      }))
      .then((outcome) => {
        port.postMessage(outcome);
        Atomics.store(signal, 0, 1);
        Atomics.notify(signal, 0);
      });
  });
}
