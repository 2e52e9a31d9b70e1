import { maskSecrets } from '../../shared/index.ts';

/** A request as the log keeps it: without token, and with secrets masked. */
export interface LoggedRequest {
  /** From 1. */
  readonly number: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly idempotencyKey: string | null;
  /** The caller's id of the piece of work, else the sandbox's own; answered as `X-Request-Id`. */
  readonly requestId: string;
  readonly hasToken: boolean;
  body: string | null;
  /** Null until it is answered, and for ever when the connection was dropped. */
  status: number | null;
  readonly faults: readonly string[];
}

type NewRequest = Omit<LoggedRequest, 'number' | 'requestId'> & {
  readonly correlationId: string | undefined;
};

/** The latest requests. */
export interface RequestLog {
  add(request: NewRequest): LoggedRequest;
  all(): readonly LoggedRequest[];
  clear(): void;
}

const longest = 10_000;
// Goes into a header and a log: nothing that could break out of either.
const plainId = /^[\w.-]{1,100}$/;

export function createRequestLog(): RequestLog {
  let count = 0;
  let requests: LoggedRequest[] = [];
  return {
    add: ({ correlationId = '', ...request }) => {
      count += 1;
      const requestId = plainId.test(correlationId) ? correlationId : `sandbox-${String(count)}`;
      const entry = { ...request, number: count, requestId };
      requests.push(entry);
      if (requests.length > 2 * longest) requests = requests.slice(-longest);
      return entry;
    },
    all: () => requests.slice(-longest),
    clear: () => {
      count = 0;
      requests = [];
    }
  };
}

/** A request's body as text, secrets masked; null when there is none. */
export function loggedBody(body: unknown): string | null {
  return body === undefined || body === null ? null : maskSecrets(JSON.stringify(body));
}
