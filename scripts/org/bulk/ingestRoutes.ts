import type { ObjectDefinition } from '../../apex/index.ts';
import {
  isPlainObject,
  jsonOf,
  malformedBody,
  ok,
  parameter,
  readMultipart,
  RestError
} from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { ingest } from './ingest.ts';
import { delimiters, jobJson } from './job.ts';
import { jobList } from './jobList.ts';
import type { CsvFormat, IngestJob, IngestOperation } from './job.ts';
import type { Jobs } from './jobs.ts';
import type { TableName } from './jobTables.ts';

/** Twice as much as other requests: base64 makes 150 MB of the 100 MB that a job may hold. */
const uploadLimitBytes = 150 * 1024 * 1024;

type Step = (call: RestCall, jobs: Jobs) => RestAnswer | Promise<RestAnswer>;

const steps: readonly (readonly [Route['method'], string, Step])[] = [
  ['POST', '/jobs/ingest', create],
  ['GET', '/jobs/ingest', list],
  ['GET', '/jobs/ingest/:job', (call, jobs) => ok(jobJson(find(call, jobs), call.version))],
  ['PUT', '/jobs/ingest/:job/batches', upload],
  ['PATCH', '/jobs/ingest/:job', changeState],
  ['DELETE', '/jobs/ingest/:job', remove],
  ['GET', '/jobs/ingest/:job/successfulResults', (call, jobs) => results(call, jobs, 'successful')],
  ['GET', '/jobs/ingest/:job/failedResults', (call, jobs) => results(call, jobs, 'failed')],
  [
    'GET',
    '/jobs/ingest/:job/unprocessedrecords',
    (call, jobs) => results(call, jobs, 'unprocessed')
  ]
];

export function ingestRoutes(jobs: Jobs): readonly Route[] {
  return steps.map(([method, path, step]) => ({
    method,
    path,
    handle: async (call) => step(call, jobs),
    ...(method === 'PUT' && { bodyLimit: uploadLimitBytes })
  }));
}

const operations: readonly string[] = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

/** A job, or a form with a job and its table, which is worked on at once. */
async function create(call: RestCall, jobs: Jobs): Promise<RestAnswer> {
  if (!Buffer.isBuffer(call.body)) {
    const job = await newJob(call, readBody(call.body), jobs);
    return ok(jobJson(job, call.version));
  }
  const parts = readMultipart(call.body, call.headers['content-type']);
  const [described, content] = ['job', 'content'].map((name) =>
    parts.find((part) => part.name === name)?.data.toString('utf8')
  );
  if (described === undefined || content === undefined) {
    throw malformedBody('The form needs the parts job and content.');
  }
  const job = await newJob(call, readBody(jsonOf(described)), jobs);
  takeUp(jobs, job, content);
  return close(call, job, jobs);
}

async function newJob(
  call: RestCall,
  body: Record<string, unknown>,
  jobs: Jobs
): Promise<IngestJob> {
  const operation = await readOperation(call, body);
  const object = call.org.schema.object(String(body['object']));
  if (object === undefined) throw invalidJob(`Unable to find object: ${String(body['object'])}`);
  const now = call.org.clock.now();
  const job: IngestJob = {
    ...readFormat(body),
    kind: 'ingest',
    id: jobs.nextId(),
    userId: call.userId,
    object: object.name,
    operation,
    externalIdFieldName: readKey(call, object, { operation, name: body['externalIdFieldName'] }),
    createdAt: now,
    modifiedAt: now,
    state: 'Open',
    errorMessage: undefined,
    processed: 0,
    size: 0,
    failed: 0,
    begun: 0,
    written: { successful: 0, failed: 0 }
  };
  jobs.keep(job);
  return job;
}

async function readOperation(
  { org, userId }: RestCall,
  { operation, contentType = 'CSV' }: Record<string, unknown>
): Promise<IngestOperation> {
  if (typeof operation !== 'string' || !operations.includes(operation)) {
    throw invalidJob(`operation must be one of ${operations.join(', ')}`);
  }
  if (contentType !== 'CSV') throw invalidJob('contentType must be CSV');
  const isAllowed =
    operation !== 'hardDelete' || (await org.policy(userId)).hasUserPermission('BulkApiHardDelete');
  if (!isAllowed) {
    throw new RestError(400, {
      errorCode: 'FEATURENOTENABLED',
      message:
        'FeatureNotEnabled : hard delete operation requires special user profile permission, please contact your system administrator'
    });
  }
  // One of the list.
  return operation as IngestOperation;
}

interface KeyOfJob {
  readonly operation: IngestOperation;
  readonly name: unknown;
}

function readKey(
  { org }: RestCall,
  object: ObjectDefinition,
  { operation, name }: KeyOfJob
): string | undefined {
  if (operation !== 'upsert') return undefined;
  if (typeof name !== 'string') throw invalidJob('externalIdFieldName is required for upsert');
  const field = org.schema.field(object, name);
  if (field !== undefined && (field.externalId || field.idLookup || field.name === 'Id')) {
    return field.name;
  }
  throw invalidJob(
    `Field name provided, ${name} is not an External ID or indexed field for ${object.name}`
  );
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
  return ok(jobList(call, jobs.all(call.userId, 'ingest')));
}

function upload(call: RestCall, jobs: Jobs): RestAnswer {
  const job = find(call, jobs);
  if (job.state !== 'Open' || job.size > 0) {
    throw invalidState('Data can be uploaded once, while the job is open');
  }
  if (typeof call.body !== 'string') throw malformedBody('The body must be text/csv.');
  takeUp(jobs, job, call.body);
  return { status: 201 };
}

/** A table counts twice: as it came, and with what became of it. */
function takeUp(jobs: Jobs, job: IngestJob, text: string): void {
  jobs.tables.write(job.id, 'upload', text);
  job.size = 2 * text.length;
  jobs.keep(job);
}

async function changeState(call: RestCall, jobs: Jobs): Promise<RestAnswer> {
  const job = find(call, jobs);
  const { state } = readBody(call.body);
  if (state !== 'UploadComplete' && state !== 'Aborted') {
    throw invalidState('Only UploadComplete and Aborted can be set');
  }
  const isOpen = job.state === 'Open' || (state === 'Aborted' && isWaiting(job));
  if (!isOpen) throw invalidState(`The job is ${job.state} and cannot become ${state}`);
  if (state === 'UploadComplete') return close(call, job, jobs);
  job.state = state;
  job.modifiedAt = call.org.clock.now();
  jobs.keep(job);
  return ok(jobJson(job, call.version));
}

function isWaiting({ state }: IngestJob): boolean {
  return state === 'UploadComplete' || state === 'InProgress';
}

/** Larger tables are worked on after the answer, so that no client waits for it in vain. */
const quickCharacters = 512 * 1024;

async function close(call: RestCall, job: IngestJob, jobs: Jobs): Promise<RestAnswer> {
  job.state = 'UploadComplete';
  job.modifiedAt = call.org.clock.now();
  const answer = ok(jobJson(job, call.version));
  const isQuick = job.size <= quickCharacters;
  const work = jobs.behind(ingest(call.org, job, jobs));
  // Finished before the first poll: clients wait five seconds between two.
  if (isQuick) await work;
  return answer;
}

function invalidState(message: string): RestError {
  return new RestError(400, {
    errorCode: 'INVALIDJOBSTATE',
    message: `InvalidJobState : ${message}`
  });
}

function remove(call: RestCall, jobs: Jobs): RestAnswer {
  const job = find(call, jobs);
  if (job.state === 'Open' || job.state === 'InProgress') {
    throw invalidState(`The job is ${job.state} and cannot be deleted`);
  }
  jobs.remove(job.id);
  return { status: 204 };
}

function results(call: RestCall, jobs: Jobs, name: TableName): RestAnswer {
  const body = jobs.tables.read(find(call, jobs).id, name);
  return { status: 200, body, headers: { 'content-type': 'text/csv; charset=utf-8' } };
}
