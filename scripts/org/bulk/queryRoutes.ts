import { isPlainObject, malformedBody, ok, parameter, RestError } from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { writeCsv } from './csv.ts';
import { readFormat } from './ingestRoutes.ts';
import { jobJson } from './job.ts';
import { jobList } from './jobList.ts';
import type { QueryJob } from './job.ts';
import type { Jobs } from './jobs.ts';
import { queryRows, runQueryJob } from './queryRows.ts';

export function queryRoutes(jobs: Jobs): readonly Route[] {
  return [
    { method: 'POST', path: '/jobs/query', handle: (call) => create(call, jobs) },
    { method: 'GET', path: '/jobs/query', handle: (call) => Promise.resolve(list(call, jobs)) },
    {
      method: 'GET',
      path: '/jobs/query/:job',
      handle: (call) => Promise.resolve(show(call, jobs))
    },
    {
      method: 'GET',
      path: '/jobs/query/:job/results',
      handle: (call) => Promise.resolve(results(call, jobs))
    },
    {
      method: 'PATCH',
      path: '/jobs/query/:job',
      handle: (call) => Promise.resolve(abort(call, jobs))
    },
    {
      method: 'DELETE',
      path: '/jobs/query/:job',
      handle: (call) => Promise.resolve(remove(call, jobs))
    }
  ];
}

async function create(call: RestCall, jobs: Jobs): Promise<RestAnswer> {
  const { body } = call;
  if (!isPlainObject(body) || typeof body['query'] !== 'string') {
    throw malformedBody('The body needs query, a SOQL text.');
  }
  const { operation = 'query' } = body;
  if (operation !== 'query' && operation !== 'queryAll') {
    throw new RestError(400, {
      errorCode: 'INVALIDJOB',
      message: 'InvalidJob : operation must be query or queryAll'
    });
  }
  const now = call.org.clock.now();
  const job: QueryJob = {
    ...readFormat(body),
    kind: 'query',
    id: jobs.nextId(),
    userId: call.userId,
    object: /\bFROM\s+(\w+)/i.exec(body['query'])?.[1] ?? '',
    operation,
    query: body['query'],
    createdAt: now,
    modifiedAt: now,
    state: 'UploadComplete',
    errorMessage: undefined,
    processed: 0,
    size: 0,
    header: []
  };
  jobs.keep(job);
  const answer = ok(jobJson(job, call.version));
  await runQueryJob(call.org, job, jobs);
  return answer;
}

function list(call: RestCall, jobs: Jobs): RestAnswer {
  return ok(jobList(call, jobs.all(call.userId, 'query')));
}

/** A query is run when its job is made, so there is never anything left to abort. */
function abort(call: RestCall, jobs: Jobs): RestAnswer {
  const { state } = jobs.requireQuery(call.userId, parameter(call, 'job'));
  throw new RestError(400, {
    errorCode: 'INVALIDJOBSTATE',
    message: `InvalidJobState : Aborting already Completed Job not allowed (${state})`
  });
}

function remove(call: RestCall, jobs: Jobs): RestAnswer {
  jobs.remove(jobs.requireQuery(call.userId, parameter(call, 'job')).id);
  return { status: 204 };
}

function show(call: RestCall, jobs: Jobs): RestAnswer {
  return ok(jobJson(jobs.requireQuery(call.userId, parameter(call, 'job')), call.version));
}

const defaultRows = 50_000;

/** A client must not read a number out of it, so it looks like none. */
function locatorOf(position: number): string {
  return Buffer.from(`row ${String(position)}`).toString('base64url');
}

function positionOf({ query }: RestCall, { processed }: QueryJob): number {
  const { locator } = query;
  if (locator === undefined || locator === '') return 0;
  const position = /^row (\d+)$/.exec(Buffer.from(locator, 'base64url').toString('utf8'))?.[1];
  if (position !== undefined && Number(position) < processed) return Number(position);
  throw new RestError(400, {
    errorCode: 'INVALID_QUERY_LOCATOR',
    message: `The locator ${locator} is invalid.`
  });
}

function results(call: RestCall, jobs: Jobs): RestAnswer {
  const job = jobs.requireQuery(call.userId, parameter(call, 'job'));
  if (job.state !== 'JobComplete') {
    const message = job.errorMessage ?? 'The job is not complete';
    throw new RestError(400, { errorCode: 'INVALIDJOBSTATE', message });
  }
  const start = positionOf(call, job);
  const size = Number(call.query['maxRecords'] ?? defaultRows) || defaultRows;
  const rows = queryRows(job, jobs, [start, start + size]);
  const next = start + size < job.processed ? locatorOf(start + size) : 'null';
  return {
    status: 200,
    body: writeCsv({ header: job.header, rows }, job),
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'Sforce-Locator': next,
      'Sforce-NumberOfRecords': String(rows.length)
    }
  };
}
