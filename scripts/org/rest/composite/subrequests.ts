import { isPlainObject } from '../requestRecord.ts';
import { malformedBody, notFound, RestError, toRestError } from '../restError.ts';
import type { Dispatch } from '../dispatch.ts';
import type { RestAnswer, RestCall } from '../routes/route.ts';
import { referencesIn, resolveReferences, resolveUrl } from './references.ts';

/** A request inside a request. */
export interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
}

export interface SubrequestAnswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** Reads and checks a list of subrequests. @throws RestError */
export function readSubrequests(value: unknown, most: number): Subrequest[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw malformedBody('compositeRequest must be a list with at least one request.');
  }
  if (value.length > most) {
    throw new RestError(400, {
      errorCode: 'LIMIT_EXCEEDED',
      message: `No more than ${String(most)} subrequests are allowed.`
    });
  }
  const requests = value.map(readSubrequest);
  const ids = new Set(requests.map(({ referenceId }) => referenceId));
  if (ids.size !== requests.length) throw malformedBody('Each referenceId must be unique.');
  return requests;
}

function readSubrequest(value: unknown): Subrequest {
  if (!isPlainObject(value)) throw malformedBody('Each subrequest must be a JSON object.');
  const { method, url, referenceId, body } = value;
  if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
    throw malformedBody('Each subrequest needs method, url and referenceId.');
  }
  const httpHeaders = readHeaders(value['httpHeaders']);
  return { method: method.toUpperCase(), url, referenceId, body, httpHeaders };
}

/** What a subrequest may not say for itself. */
const outerHeaders = ['accept', 'authorization', 'content-type'];

function readHeaders(value: unknown): Record<string, string> {
  if (!isPlainObject(value)) return {};
  const lower = Object.entries(value).map(([name, text]) => [name.toLowerCase(), String(text)]);
  const own = lower.filter(([name = '']) => !outerHeaders.includes(name));
  return Object.fromEntries(own) as Record<string, string>;
}

/**
 * Answers subrequests one after the other; what refers to one that failed is not tried, and nothing more is where all
 * or none is wanted.
 */
export async function runSubrequests(
  call: RestCall,
  dispatch: Dispatch,
  requests: readonly Subrequest[]
): Promise<SubrequestAnswer[]> {
  const bodies = new Map<string, unknown>();
  const answers: SubrequestAnswer[] = [];
  for (const request of requests) {
    const isStopped = call.isAtomic === true && !allSucceeded(answers);
    const result = await attempt(request, () => {
      if (isStopped) throw halted();
      requireReferences(request, answers);
      return runOne(call, dispatch, resolved(request, bodies));
    });
    bodies.set(request.referenceId, result.body);
    answers.push(result);
  }
  return answers;
}

function requireReferences(request: Subrequest, answers: readonly SubrequestAnswer[]): void {
  const needed = new Set(referencesIn([request.url, request.body]));
  const failed = answers.find(
    ({ referenceId, httpStatusCode }) => needed.has(referenceId) && httpStatusCode >= 300
  );
  if (failed !== undefined) throw halted();
}

function resolved(request: Subrequest, bodies: ReadonlyMap<string, unknown>): Subrequest {
  return {
    ...request,
    url: resolveUrl(request.url, bodies),
    body: resolveReferences(request.body, bodies)
  };
}

/** The answer to what is not done because something else failed. */
export function halted(): RestError {
  return new RestError(400, {
    errorCode: 'PROCESSING_HALTED',
    message:
      'The transaction was rolled back since another operation in the same transaction failed.'
  });
}

async function attempt(
  { method, referenceId }: Subrequest,
  work: () => Promise<RestAnswer>
): Promise<SubrequestAnswer> {
  try {
    const { status, body = null, headers = {} } = await work();
    const { location } = headers;
    const httpHeaders: Record<string, string> =
      location === undefined ? {} : { Location: location };
    return { body, httpHeaders, httpStatusCode: status, referenceId };
  } catch (error) {
    const { status, body } = toRestError(error, method);
    return { body, httpHeaders: {}, httpStatusCode: status, referenceId };
  }
}

function runOne(call: RestCall, dispatch: Dispatch, request: Subrequest): Promise<RestAnswer> {
  const found = dispatch.find(request.method, request.url);
  if (found === undefined) throw notFound();
  const { route, version, parameters, query } = found;
  if (route.path.startsWith('/composite') && !route.path.startsWith('/composite/sobjects')) {
    throw malformedBody('A composite request cannot be inside another.');
  }
  const headers = { ...call.headers, ...request.httpHeaders };
  return route.handle({ ...call, version, parameters, query, headers, body: request.body });
}

/** Did every subrequest succeed, each record of a collection too? */
export function allSucceeded(answers: readonly SubrequestAnswer[]): boolean {
  return answers.every((answer) => answer.httpStatusCode < 300 && !hasFailedRecord(answer));
}

function hasFailedRecord({ body }: SubrequestAnswer): boolean {
  return (
    Array.isArray(body) &&
    body.some((item: unknown) => isPlainObject(item) && item['success'] === false)
  );
}

/** Answers after a rollback: failures as they are, everything else as not done. */
export function rolledBack(answers: readonly SubrequestAnswer[]): SubrequestAnswer[] {
  return answers.map((answer) =>
    allSucceeded([answer])
      ? { ...answer, body: halted().body, httpHeaders: {}, httpStatusCode: 400 }
      : answer
  );
}
