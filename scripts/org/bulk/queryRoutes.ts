import { isPlainObject, malformedBody, ok, parameter, RestError } from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { writeCsv } from './csv.ts';
import { readFormat } from './ingestRoutes.ts';
import { jobJson } from './job.ts';
import type { QueryJob } from './job.ts';
import type { Jobs } from './jobs.ts';
import { runQueryJob } from './queryRows.ts';

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
    }
  ];
}

async function create(call: RestCall, jobs: Jobs): Promise<RestAnswer> {
  const { body } = call;
  if (!isPlainObject(body) || typeof body['query'] !== 'string') {
    throw malformedBody('The body needs query, a SOQL text.');
  }
  const now = call.org.clock.now();
  const job: QueryJob = {
    ...readFormat(body),
    kind: 'query',
    id: jobs.nextId(),
    userId: call.userId,
    object: /\bFROM\s+(\w+)/i.exec(body['query'])?.[1] ?? '',
    operation: body['operation'] === 'queryAll' ? 'queryAll' : 'query',
    query: body['query'],
    createdAt: now,
    modifiedAt: now,
    state: 'UploadComplete',
    errorMessage: undefined,
    processed: 0,
    header: [],
    rows: []
  };
  jobs.add(job);
  const answer = ok(jobJson(job, call.version));
  await runQueryJob(call.org, job);
  return answer;
}

function list(call: RestCall, jobs: Jobs): RestAnswer {
  const records = jobs.all(call.userId, 'query').map((job) => jobJson(job, call.version));
  return ok({ done: true, records, nextRecordsUrl: null });
}

function show(call: RestCall, jobs: Jobs): RestAnswer {
  return ok(jobJson(jobs.requireQuery(call.userId, parameter(call, 'job')), call.version));
}

const defaultRows = 50_000;

function results(call: RestCall, jobs: Jobs): RestAnswer {
  const job = jobs.requireQuery(call.userId, parameter(call, 'job'));
  if (job.state !== 'JobComplete') {
    const message = job.errorMessage ?? 'The job is not complete';
    throw new RestError(400, { errorCode: 'INVALIDJOBSTATE', message });
  }
  const start = Number(call.query['locator'] ?? '0') || 0;
  const size = Number(call.query['maxRecords'] ?? defaultRows) || defaultRows;
  const rows = job.rows.slice(start, start + size);
  const next = start + size < job.rows.length ? String(start + size) : 'null';
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
