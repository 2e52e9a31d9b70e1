import {
  isPlainObject,
  malformedBody,
  ok,
  parameter,
  requireObject,
  RestError
} from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { ingest } from './ingest.ts';
import { delimiters, jobJson } from './job.ts';
import type { CsvFormat, IngestJob, IngestOperation } from './job.ts';
import type { Jobs } from './jobs.ts';

type Step = (call: RestCall, jobs: Jobs) => RestAnswer | Promise<RestAnswer>;

const steps: readonly (readonly [Route['method'], string, Step])[] = [
  ['POST', '/jobs/ingest', create],
  ['GET', '/jobs/ingest', list],
  ['GET', '/jobs/ingest/:job', show],
  ['PUT', '/jobs/ingest/:job/batches', upload],
  ['PATCH', '/jobs/ingest/:job', changeState],
  ['DELETE', '/jobs/ingest/:job', remove],
  [
    'GET',
    '/jobs/ingest/:job/successfulResults',
    (call, jobs) => csv(find(call, jobs).successfulResults)
  ],
  ['GET', '/jobs/ingest/:job/failedResults', (call, jobs) => csv(find(call, jobs).failedResults)],
  ['GET', '/jobs/ingest/:job/unprocessedrecords', unprocessed]
];

export function ingestRoutes(jobs: Jobs): readonly Route[] {
  return steps.map(([method, path, step]) => ({
    method,
    path,
    handle: async (call) => step(call, jobs)
  }));
}

const operations: readonly string[] = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

function create(call: RestCall, jobs: Jobs): RestAnswer {
  const body = readBody(call.body);
  const { operation, externalIdFieldName } = body;
  if (typeof operation !== 'string' || !operations.includes(operation)) {
    throw invalidJob(`operation must be one of ${operations.join(', ')}`);
  }
  const object = requireObject(call.org.schema, String(body['object']));
  if (operation === 'upsert' && typeof externalIdFieldName !== 'string') {
    throw invalidJob('externalIdFieldName is required for upsert');
  }
  const now = call.org.clock.now();
  const job: IngestJob = {
    ...readFormat(body),
    kind: 'ingest',
    id: jobs.nextId(),
    userId: call.userId,
    object: object.name,
    operation: operation as IngestOperation,
    externalIdFieldName: typeof externalIdFieldName === 'string' ? externalIdFieldName : undefined,
    createdAt: now,
    modifiedAt: now,
    state: 'Open',
    errorMessage: undefined,
    upload: '',
    processed: 0,
    failed: 0,
    successfulResults: '',
    failedResults: ''
  };
  jobs.add(job);
  return ok(jobJson(job, call.version));
}

function readBody(body: unknown): Record<string, unknown> {
  if (isPlainObject(body)) return body;
  throw malformedBody('The body must be a JSON object.');
}

/** Delimiter and line ending of a job, checked. */
export function readFormat(body: Record<string, unknown>): CsvFormat {
  const { columnDelimiter = 'COMMA', lineEnding = 'LF' } = body;
  if (typeof columnDelimiter !== 'string' || delimiters[columnDelimiter] === undefined) {
    throw invalidJob(`columnDelimiter must be one of ${Object.keys(delimiters).join(', ')}`);
  }
  if (lineEnding !== 'LF' && lineEnding !== 'CRLF')
    throw invalidJob('lineEnding must be LF or CRLF');
  return { columnDelimiter, lineEnding };
}

function invalidJob(message: string): RestError {
  return new RestError(400, { errorCode: 'INVALIDJOB', message: `InvalidJob : ${message}` });
}

function find(call: RestCall, jobs: Jobs): IngestJob {
  return jobs.requireIngest(call.userId, parameter(call, 'job'));
}

function list(call: RestCall, jobs: Jobs): RestAnswer {
  const records = jobs.all(call.userId, 'ingest').map((job) => jobJson(job, call.version));
  return ok({ done: true, records, nextRecordsUrl: null });
}

function show(call: RestCall, jobs: Jobs): RestAnswer {
  return ok(jobJson(find(call, jobs), call.version));
}

function upload(call: RestCall, jobs: Jobs): RestAnswer {
  const job = find(call, jobs);
  if (job.state !== 'Open' || job.upload !== '') {
    throw invalidState('Data can be uploaded once, while the job is open');
  }
  if (typeof call.body !== 'string') throw malformedBody('The body must be text/csv.');
  job.upload = call.body;
  return { status: 201 };
}

async function changeState(call: RestCall, jobs: Jobs): Promise<RestAnswer> {
  const job = find(call, jobs);
  const { state } = readBody(call.body);
  if (state !== 'UploadComplete' && state !== 'Aborted') {
    throw invalidState('Only UploadComplete and Aborted can be set');
  }
  if (job.state !== 'Open')
    throw invalidState(`The job is ${job.state} and cannot become ${state}`);
  job.state = state;
  job.modifiedAt = call.org.clock.now();
  const answer = ok(jobJson(job, call.version));
  // Finished before the first poll: clients wait five seconds between two.
  if (state === 'UploadComplete') await ingest(call.org, job);
  return answer;
}

function invalidState(message: string): RestError {
  return new RestError(400, {
    errorCode: 'INVALIDJOBSTATE',
    message: `InvalidJobState : ${message}`
  });
}

function remove(call: RestCall, jobs: Jobs): RestAnswer {
  jobs.remove(find(call, jobs).id);
  return { status: 204 };
}

function csv(body: string): RestAnswer {
  return { status: 200, body, headers: { 'content-type': 'text/csv; charset=utf-8' } };
}

function unprocessed(call: RestCall, jobs: Jobs): RestAnswer {
  const job = find(call, jobs);
  return csv(job.state === 'Failed' || job.state === 'Aborted' ? job.upload : '');
}
