import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { DmlResult } from '../dml/types.ts';
import { requestRecord, requireObject, saveMany } from '../rest/index.ts';
import type { RestOrg, SaveCall } from '../rest/index.ts';
import { readCsv, writeCsv } from './csv.ts';
import type { CsvTable } from './csv.ts';
import type { IngestJob } from './job.ts';

/** As many as one transaction's triggers see at once. */
const rowsPerTransaction = 200;

interface Outcome {
  readonly row: readonly string[];
  readonly result: DmlResult;
}

/** Saves an uploaded table, 200 rows a transaction; a row that fails does not hold up the others. Never rejects. */
export async function ingest(org: RestOrg, job: IngestJob): Promise<void> {
  job.state = 'InProgress';
  try {
    requireLineEnding(job);
    const table = readCsv(job.upload, job);
    requireColumns(org, job, table);
    await saveTable(org, job, table);
  } catch (error) {
    job.state = 'Failed';
    job.errorMessage = describe(error);
    job.unprocessed = job.upload;
  }
  job.upload = '';
  job.modifiedAt = org.clock.now();
}

function describe(error: unknown): string {
  if (error instanceof InvalidBatch) return error.message;
  return `InvalidBatch : ${error instanceof Error ? error.message : String(error)}`;
}

class InvalidBatch extends Error {}

function requireLineEnding({ upload, lineEnding }: IngestJob): void {
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

async function saveTable(org: RestOrg, job: IngestJob, table: CsvTable): Promise<void> {
  const object = requireObject(org.schema, job.object);
  const outcomes: Outcome[] = [];
  const saveRows: SaveCall = (request) =>
    job.operation === 'hardDelete'
      ? org.hardDelete(job.userId, request)
      : org.save(job.userId, request);
  for (let start = 0; start < table.rows.length; start += rowsPerTransaction) {
    if (isAborted(job)) break;
    const rows = table.rows.slice(start, start + rowsPerTransaction);
    const records = rows.map((row) =>
      requestRecord(org.schema, object, rowBody(table.header, row))
    );
    const results = await saveMany(saveRows, {
      operation: job.operation === 'hardDelete' ? 'delete' : job.operation,
      records,
      externalIdField: job.externalIdFieldName,
      allOrNone: false,
      accessLevel: 'user',
      sharing: true
    });
    outcomes.push(...results.map((result, index) => ({ row: rows[index] ?? [], result })));
    job.processed = outcomes.length;
  }
  finish(job, table, outcomes);
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

function finish(job: IngestJob, { header, rows }: CsvTable, outcomes: readonly Outcome[]): void {
  const saved = outcomes.filter(({ result }) => result.success);
  const failed = outcomes.filter(({ result }) => !result.success);
  job.failed = failed.length;
  job.successfulResults = writeCsv(
    {
      header: ['sf__Id', 'sf__Created', ...header],
      rows: saved.map(({ row, result }) => [result.id ?? '', String(isNew(job, result)), ...row])
    },
    job
  );
  job.failedResults = writeCsv(
    {
      header: ['sf__Id', 'sf__Error', ...header],
      rows: failed.map(({ row, result }) => [result.id ?? '', describeErrors(result), ...row])
    },
    job
  );
  job.unprocessed = writeCsv({ header, rows: rows.slice(outcomes.length) }, job);
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
