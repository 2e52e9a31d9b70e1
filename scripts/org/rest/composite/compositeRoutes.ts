import { createDispatch } from '../dispatch.ts';
import type { Dispatch } from '../dispatch.ts';
import { isPlainObject } from '../requestRecord.ts';
import { malformedBody, RestError, toRestError } from '../restError.ts';
import { ok } from '../routes/route.ts';
import type { RestAnswer, RestCall, Route } from '../routes/route.ts';
import { allSucceeded, readSubrequests, rolledBack, runSubrequests } from './subrequests.ts';
import type { Subrequest, SubrequestAnswer } from './subrequests.ts';

const mostSubrequests = 25;
const mostGraphNodes = 500;

/** What may be asked for inside a request. */
export interface InnerRoutes {
  /** Reads and saves through `call.org` only. */
  readonly transactional: readonly Route[];
  readonly others: readonly Route[];
}

/**
 * Requests that hold requests.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite.html
 */
export function compositeRoutes({ transactional, others }: InnerRoutes): readonly Route[] {
  const dispatch = createDispatch([
    ...transactional,
    ...others.map((route) => ({ ...route, handle: unlessAtomic(route) }))
  ]);
  return [
    { method: 'GET', path: '/composite', handle: listResources },
    { method: 'POST', path: '/composite', handle: (call) => composite(call, dispatch) },
    { method: 'POST', path: '/composite/graph', handle: (call) => graphs(call, dispatch) },
    { method: 'POST', path: '/composite/batch', handle: (call) => batch(call, dispatch) }
  ];
}

/** Only what reads and saves through the call's own org can be rolled back; anything else would wait for the transaction. */
function unlessAtomic(route: Route): Route['handle'] {
  return (call) => {
    if (call.isAtomic !== true) return route.handle(call);
    throw new RestError(400, {
      errorCode: 'FUNCTIONALITY_NOT_ENABLED',
      message: `${route.method} ${route.path} cannot be part of a request that is all or none.`
    });
  };
}

function listResources({ version }: RestCall): Promise<RestAnswer> {
  const names = ['tree', 'batch', 'sobjects', 'graph'];
  const base = `/services/data/v${version}/composite`;
  return Promise.resolve(ok(Object.fromEntries(names.map((name) => [name, `${base}/${name}`]))));
}

async function composite(call: RestCall, dispatch: Dispatch): Promise<RestAnswer> {
  const body = requireObjectBody(call.body);
  const requests = readSubrequests(body['compositeRequest'], mostSubrequests);
  const compositeResponse =
    body['allOrNone'] === true
      ? (await runAtomic(call, dispatch, requests)).answers
      : await runSubrequests(call, dispatch, requests);
  return ok({ compositeResponse });
}

function requireObjectBody(body: unknown): Record<string, unknown> {
  if (isPlainObject(body)) return body;
  throw malformedBody('The body must be a JSON object.');
}

interface AtomicOutcome {
  readonly answers: readonly SubrequestAnswer[];
  readonly isSuccessful: boolean;
}

/** Thrown inside a transaction, to have it rolled back. */
class RolledBack extends Error {
  readonly answers: readonly SubrequestAnswer[];

  constructor(answers: readonly SubrequestAnswer[]) {
    super('rolled back');
    this.answers = answers;
  }
}

/** All subrequests in one transaction: each succeeds, or nothing is kept. */
async function runAtomic(
  call: RestCall,
  dispatch: Dispatch,
  requests: readonly Subrequest[]
): Promise<AtomicOutcome> {
  try {
    const answers = await call.org.transaction(call.userId, async ({ query, save }) => {
      const within = { ...call, org: { ...call.org, query, save }, isAtomic: true };
      const results = await runSubrequests(within, dispatch, requests);
      if (!allSucceeded(results)) throw new RolledBack(results);
      return results;
    });
    return { answers, isSuccessful: true };
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return { answers: rolledBack(error.answers), isSuccessful: false };
  }
}

async function graphs(call: RestCall, dispatch: Dispatch): Promise<RestAnswer> {
  const list = requireObjectBody(call.body)['graphs'];
  if (!Array.isArray(list) || !list.every(isPlainObject)) {
    throw malformedBody('graphs must be a list of JSON objects.');
  }
  const read = list.map((graph) => ({
    graphId: String(graph['graphId']),
    requests: readSubrequests(graph['compositeRequest'], mostGraphNodes)
  }));
  requireFewNodes(read.reduce((sum, { requests }) => sum + requests.length, 0));
  const results = [];
  for (const { graphId, requests } of read) {
    const { answers, isSuccessful } = await runAtomic(call, dispatch, requests);
    results.push({ graphId, graphResponse: { compositeResponse: answers }, isSuccessful });
  }
  return ok({ graphs: results });
}

function requireFewNodes(count: number): void {
  if (count <= mostGraphNodes) return;
  throw new RestError(400, {
    errorCode: 'LIMIT_EXCEEDED',
    message: `No more than ${String(mostGraphNodes)} nodes are allowed in all graphs.`
  });
}

/** Independent requests; each is a transaction of its own. */
async function batch(call: RestCall, dispatch: Dispatch): Promise<RestAnswer> {
  const body = requireObjectBody(call.body);
  const list: unknown = body['batchRequests'];
  if (!Array.isArray(list) || list.length > mostSubrequests || !list.every(isPlainObject)) {
    throw malformedBody(`batchRequests must be a list of at most ${String(mostSubrequests)}.`);
  }
  const results: { statusCode: number; result: unknown }[] = [];
  for (const item of list) {
    const stopped = body['haltOnError'] === true && results.some(isFailure);
    results.push(stopped ? haltedBatch : await runBatchItem(call, dispatch, item));
  }
  return ok({ hasErrors: results.some(isFailure), results });
}

const haltedBatch = {
  statusCode: 412,
  result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }]
};

function isFailure({ statusCode }: { readonly statusCode: number }): boolean {
  return statusCode >= 300;
}

async function runBatchItem(
  call: RestCall,
  dispatch: Dispatch,
  item: Record<string, unknown>
): Promise<{ statusCode: number; result: unknown }> {
  const method = String(item['method']).toUpperCase();
  try {
    const url = String(item['url']).replace(/^\/*(services\/data\/)?(?=v\d)/, '/services/data/');
    const request = { method, url, referenceId: '', body: item['richInput'], httpHeaders: {} };
    const [answer] = await runSubrequests(call, dispatch, [request]);
    return { statusCode: answer?.httpStatusCode ?? 500, result: answer?.body ?? null };
  } catch (error) {
    const { status, body } = toRestError(error, method);
    return { statusCode: status, result: body };
  }
}
