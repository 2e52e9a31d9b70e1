import { asText } from '../json.ts';
import type { ManualClock } from '../../shared/index.ts';
import { manualClock, recordingLog } from '../../shared/index.ts';
import type { Sandbox, SandboxOptions } from '../index.ts';
import { createSandbox, demoCredentials } from '../index.ts';
import type { Json } from '../json.ts';
import type { Contract } from './contract.ts';
import { loadContract } from './contract.ts';

/** What a test reads of an answer. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The parsed body. */
  readonly body: Body;
}
/** A body, typed loosely: the contract has already checked its shape. */
export type Body = { [key: string]: Json } & { results: { [key: string]: Json }[]; count: number };

export interface TestRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends no token. */
  readonly isAnonymous?: boolean;
  /** Leaves the request unchecked, because parts of it are wrong on purpose. */
  readonly isOutside?: boolean;
  /** Leaves the answer unchecked, because a fault is expected in it. */
  readonly isFaulty?: boolean;
}

/** A sandbox under a clock that stands still, and a client with a token. */
export interface TestBench {
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  readonly contract: Contract;
  /** Sends a request; an answer that breaks the contract fails the test. */
  send(method: Verb, path: string, request?: TestRequest): Promise<TestAnswer>;
  get(path: string): Promise<TestAnswer>;
  /** Lets days pass, and takes a new token. */
  pass(days: number): Promise<void>;
}
export type Verb = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export const testStart = '2026-11-24T08:00:00Z';
export const testSeed = 7;

/** Read once: a judge has no state. */
const contract = loadContract();

/** A bench whose sandbox has no rate limit unless `options` ask for it. */
export async function aBench(options: Partial<SandboxOptions> = {}): Promise<TestBench> {
  const clock = manualClock(testStart);
  const defaults = { clock, seed: testSeed, log: recordingLog(), rateLimit: false, control: true };
  const sandbox = createSandbox({ ...defaults, ...options });
  let token = await logIn(sandbox);
  const pass = async (days: number): Promise<void> => {
    sandbox.control.advance(days * 86_400_000);
    token = await logIn(sandbox);
  };
  const send: TestBench['send'] = async (method, path, request = {}) => {
    const answer = await inject(sandbox, { ...request, method, path, token });
    if (!request.isFaulty && !path.startsWith('/_control')) {
      judge({ method, path, answer, body: request.isOutside ? undefined : request.body });
    }
    return answer;
  };
  return { sandbox, clock, contract, send, get: (path) => send('GET', path), pass };
}

/** A token for the demo credentials. */
export async function logIn(sandbox: Sandbox): Promise<string> {
  const { clientId, clientSecret } = demoCredentials;
  const payload = { client_id: clientId, client_secret: clientSecret };
  const answer = await sandbox.app.inject({ method: 'POST', url: '/authenticate/', payload });
  return asText(answer.json<Body>()['access_token']);
}

interface Injected extends TestRequest {
  readonly method: Verb;
  readonly path: string;
  readonly token: string;
}

async function inject(sandbox: Sandbox, request: Injected): Promise<TestAnswer> {
  const { body, isAnonymous, token } = request;
  const answer = await sandbox.app.inject({
    method: request.method,
    url: request.path,
    headers: {
      ...(isAnonymous ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers
    },
    ...(body === undefined
      ? {}
      : { payload: typeof body === 'string' ? body : JSON.stringify(body) })
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    get body() {
      return answer.json<Body>();
    }
  };
}

interface Judged {
  readonly method: string;
  readonly path: string;
  readonly answer: TestAnswer;
  readonly body: unknown;
}

/** The answer, and the request if it was taken, are as the contract says. */
function judge({ method, path, answer, body }: Judged): void {
  const request = { method, path: path.split('?', 1)[0] ?? '' };
  const isTaken = answer.status < 300 && body !== undefined;
  const problems = [
    ...contract.problems(request, answer.status, answer.text),
    ...(isTaken ? contract.requestProblems(request, body) : [])
  ];
  if (problems.length === 0) return;
  throw new Error(`${method} ${path} breaks the contract:\n${problems.join('\n')}\n${answer.text}`);
}

/** The first record of a list. */
export async function firstOf(bench: TestBench, path: string): Promise<Body['results'][number]> {
  const { body } = await bench.get(path);
  const [record] = body.results;
  if (!record) throw new Error(`${path} is empty.`);
  return record;
}
