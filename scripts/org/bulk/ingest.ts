import type { ObjectDefinition } from '../../apex/index.ts';
import type { DmlResult } from '../dml/types.ts';
import { requestRecord, requireObject } from '../rest/index.ts';
import type { RestOrg } from '../rest/index.ts';
import { readCsv, writeCsv } from './csv.ts';
import type { CsvTable } from './csv.ts';
import type { IngestJob } from './job.ts';

/** As many as one transaction's triggers see at once. */
const rowsPerTransaction = 200;

interface Outcome {
  readonly row: readonly string[];
  readonly result: DmlResult;
}

/** Saves an uploaded table, 200 rows a transaction; a row that fails does not hold up the others. */
export async function ingest(org: RestOrg, job: IngestJob): Promise<void> {
  job.state = 'InProgress';
  try {
    const table = readCsv(job.upload, job);
    const outcomes = await saveTable(org, job, table);
    finish(job, table, outcomes);
  } catch (error) {
    job.state = 'Failed';
    job.errorMessage = error instanceof Error ? error.message : String(error);
  }
  job.upload = '';
  job.modifiedAt = org.clock.now();
}

async function saveTable(org: RestOrg, job: IngestJob, table: CsvTable): Promise<Outcome[]> {
  const object = requireObject(org.schema, job.object);
  const outcomes: Outcome[] = [];
  for (let start = 0; start < table.rows.length; start += rowsPerTransaction) {
    const rows = table.rows.slice(start, start + rowsPerTransaction);
    const records = rows.map((row) =>
      requestRecord(org.schema, object, rowBody(table.header, row))
    );
    const results = await org.save(job.userId, {
      operation: job.operation === 'hardDelete' ? 'delete' : job.operation,
      records,
      externalIdField: externalIdField(org, object, job),
      allOrNone: false,
      accessLevel: 'user',
      sharing: true
    });
    outcomes.push(...results.map((result, index) => ({ row: rows[index] ?? [], result })));
  }
  return outcomes;
}

function externalIdField(
  org: RestOrg,
  object: ObjectDefinition,
  { externalIdFieldName }: IngestJob
): string | undefined {
  if (externalIdFieldName === undefined) return undefined;
  return org.schema.field(object, externalIdFieldName)?.name ?? externalIdFieldName;
}

/** An empty cell leaves a field as it is, `#N/A` empties it, `Parent__r.Key__c` names a parent by external id. */
function rowBody(header: readonly string[], row: readonly string[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [index, column] of header.entries()) {
    const cell = row[index] ?? '';
    if (cell !== '') setPath(body, column.split('.'), cell === '#N/A' ? null : cell);
  }
  return body;
}

function setPath(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', nested] = path;
  target[name] = nested === undefined ? value : { [nested]: value };
}

function finish(job: IngestJob, { header }: CsvTable, outcomes: readonly Outcome[]): void {
  const saved = outcomes.filter(({ result }) => result.success);
  const failed = outcomes.filter(({ result }) => !result.success);
  job.processed = outcomes.length;
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
  job.state = 'JobComplete';
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
