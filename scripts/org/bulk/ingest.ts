import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { DmlResult } from '../dml/types.ts';
import { requestRecord, requireObject, saveMany } from '../rest/index.ts';
import type { RestOrg, SaveCall } from '../rest/index.ts';
import { readCsv, writeCsv, writeRows } from './csv.ts';
import type { CsvTable } from './csv.ts';
import type { IngestJob } from './job.ts';
import type { Jobs } from './jobs.ts';

/** As many as one transaction's triggers see at once. */
const rowsPerTransaction = 200;

interface Outcome {
  readonly row: readonly string[];
  readonly result: DmlResult;
}

/** Saves an uploaded table, 200 rows a transaction; a row that fails does not hold up the others. Never rejects. */
export async function ingest(org: RestOrg, job: IngestJob, jobs: Jobs): Promise<void> {
  const { tables } = jobs;
  job.state = 'InProgress';
  jobs.keep(job);
  const upload = tables.read(job.id, 'upload');
  try {
    requireLineEnding(upload, job);
    const table = readCsv(upload, job);
    requireColumns(org, job, table);
    await saveTable({ org, job, jobs, table });
  } catch (error) {
    job.state = 'Failed';
    job.errorMessage = describe(error);
    tables.write(job.id, 'unprocessed', upload);
  }
  job.modifiedAt = org.clock.now();
  jobs.keep(job);
}

/**
 * Goes on where an earlier process has stopped. Rows that were being inserted at that moment may have been saved or
 * not: nothing is inserted twice, so that job has failed.
 */
export async function resume(org: RestOrg, job: IngestJob, jobs: Jobs): Promise<void> {
  const { tables } = jobs;
  const { written, processed, begun } = job;
  tables.cut(job.id, 'successful', written.successful);
  tables.cut(job.id, 'failed', written.failed);
  if (job.operation !== 'insert' || begun <= processed) return ingest(org, job, jobs);
  const { header, rows } = readCsv(tables.read(job.id, 'upload'), job);
  tables.write(job.id, 'unprocessed', writeCsv({ header, rows: rows.slice(begun) }, job));
  const [from, to] = [String(processed + 1), String(Math.min(begun, rows.length))];
  job.state = 'Failed';
  job.errorMessage = `InternalServerError : The org stopped while it saved the rows ${from} to ${to}; it is not known whether they were saved`;
  job.modifiedAt = org.clock.now();
  jobs.keep(job);
}

function describe(error: unknown): string {
  if (error instanceof InvalidBatch) return error.message;
  return `InvalidBatch : ${error instanceof Error ? error.message : String(error)}`;
}

class InvalidBatch extends Error {}

function requireLineEnding(upload: string, { lineEnding }: IngestJob): void {
  const [header] = /^[^\n]*\n/.exec(upload) ?? [];
  if (header === undefined || header.endsWith('\r\n') === (lineEnding === 'CRLF')) return;
  throw new InvalidBatch(
    `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`
  );
}

/** Every column must be a field, or a field of a parent: `Parent__r.Key__c`, `User:Owner.Username`. */
function requireColumns({ schema }: RestOrg, { object }: IngestJob, { header }: CsvTable): void {
  const definition = requireObject(schema, object);
  const unknown = header.find((column) => !isColumn(schema, definition, column));
  if (unknown === undefined) return;
  throw new InvalidBatch(`InvalidBatch : Field name not found : ${unknown}`);
}

function isColumn(schema: SchemaPort, object: ObjectDefinition, column: string): boolean {
  const { path, type } = columnPath(column);
  const [name = '', nested] = path;
  if (nested === undefined) return schema.field(object, name) !== undefined;
  const lookup = schema.parentRelationship(object, name);
  const parent = schema.object(type ?? lookup?.referenceTo[0] ?? '');
  return parent !== undefined && schema.field(parent, nested) !== undefined;
}

interface Ingest {
  readonly org: RestOrg;
  readonly job: IngestJob;
  readonly jobs: Jobs;
  readonly table: CsvTable;
}

async function saveTable(work: Ingest): Promise<void> {
  const { job, jobs, table } = work;
  const { length } = table.rows;
  if (job.written.successful === 0) writeHeaders(work);
  begin(work);
  while (job.processed < length && !isAborted(job) && !jobs.isClosed()) {
    const rows = table.rows.slice(job.processed, job.begun);
    const outcomes = await saveRows(work, rows);
    writeOutcomes(work, outcomes);
    begin(work);
  }
  if (jobs.isClosed() && job.processed < length && !isAborted(job)) job.begun = job.processed;
  else finish(work);
}

/** Notes, before rows are saved, which ones: after a crash their fate is not known. */
function begin({ job, jobs }: Ingest): void {
  job.begun = job.processed + rowsPerTransaction;
  jobs.keep(job);
}

async function saveRows(
  { org, job, table }: Ingest,
  rows: CsvTable['rows']
): Promise<readonly Outcome[]> {
  const object = requireObject(org.schema, job.object);
  const isHard = job.operation === 'hardDelete';
  const save: SaveCall = (request) =>
    isHard ? org.hardDelete(job.userId, request) : org.save(job.userId, request);
  const results = await saveMany(save, {
    operation: job.operation === 'hardDelete' ? 'delete' : job.operation,
    records: rows.map((row) => requestRecord(org.schema, object, rowBody(table.header, row))),
    externalIdField: job.externalIdFieldName,
    allOrNone: false,
    accessLevel: 'user',
    sharing: true
  });
  return results.map((result, index) => ({ row: rows[index] ?? [], result }));
}

/** Somebody else may have set it meanwhile. */
function isAborted({ state }: IngestJob): boolean {
  return state === 'Aborted';
}

/** An empty cell leaves a field as it is, `#N/A` empties it, `Parent__r.Key__c` names a parent by external id. */
function rowBody(header: readonly string[], row: readonly string[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [index, column] of header.entries()) {
    const cell = row[index] ?? '';
    if (cell !== '') setColumn(body, column, cell === '#N/A' ? null : cell);
  }
  return body;
}

interface ColumnPath {
  readonly path: readonly string[];
  /** The parent's object, where a lookup can point to several. */
  readonly type: string | undefined;
}

function columnPath(column: string): ColumnPath {
  const [, type, path = column] = /^(\w+):(.+)$/.exec(column) ?? [];
  return { path: path.split('.'), type };
}

function setColumn(target: Record<string, unknown>, column: string, value: unknown): void {
  const { path, type } = columnPath(column);
  const [name = '', nested] = path;
  if (nested === undefined) target[name] = value;
  else target[name] = { ...(type !== undefined && { attributes: { type } }), [nested]: value };
}

function writeHeaders({ job, jobs: { tables }, table: { header } }: Ingest): void {
  const [saved, failed] = ['sf__Created', 'sf__Error'].map((own) =>
    writeRows([['sf__Id', own, ...header]], job)
  );
  tables.write(job.id, 'successful', saved ?? '');
  tables.write(job.id, 'failed', failed ?? '');
  job.written = { successful: bytesOf(saved), failed: bytesOf(failed) };
}

function writeOutcomes({ job, jobs: { tables } }: Ingest, outcomes: readonly Outcome[]): void {
  const [saved, failed] = [true, false].map((wanted) =>
    outcomes.filter(({ result }) => result.success === wanted)
  );
  const savedText = writeRows(
    (saved ?? []).map(({ row, result }) => [result.id ?? '', String(isNew(job, result)), ...row]),
    job
  );
  const failedText = writeRows(
    (failed ?? []).map(({ row, result }) => [result.id ?? '', describeErrors(result), ...row]),
    job
  );
  tables.append(job.id, 'successful', savedText);
  tables.append(job.id, 'failed', failedText);
  job.written = {
    successful: job.written.successful + bytesOf(savedText),
    failed: job.written.failed + bytesOf(failedText)
  };
  job.failed += failed?.length ?? 0;
  job.processed += outcomes.length;
}

function bytesOf(text = ''): number {
  return Buffer.byteLength(text);
}

function finish({ job, jobs: { tables }, table: { header, rows } }: Ingest): void {
  const left = writeCsv({ header, rows: rows.slice(job.processed) }, job);
  tables.write(job.id, 'unprocessed', left);
  if (!isAborted(job)) job.state = 'JobComplete';
}

function isNew({ operation }: IngestJob, { created }: DmlResult): boolean {
  return operation === 'insert' || (operation === 'upsert' && created);
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --` */
function describeErrors({ errors }: DmlResult): string {
  return errors
    .map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.join(',')} --`)
    .join(';');
}
