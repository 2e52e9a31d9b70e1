import type { RestOrg } from '../rest/index.ts';
import { isQueryRecord } from '../soql/queryRecord.ts';
import type { QueryRecord, QueryValue } from '../soql/types.ts';
import type { QueryJob } from './job.ts';

/** Runs a job's query and keeps its rows as CSV shows them. */
export async function runQueryJob(org: RestOrg, job: QueryJob): Promise<void> {
  job.state = 'InProgress';
  try {
    const allRows = job.operation === 'queryAll';
    const { records, columns } = await org.query(job.userId, { soql: job.query, allRows });
    job.header = columns.map(({ name }) => name);
    job.rows = records.map((record) => job.header.map((path) => cell(record, path.split('.'))));
    job.processed = records.length;
    job.state = 'JobComplete';
  } catch (error) {
    job.state = 'Failed';
    job.errorMessage = error instanceof Error ? error.message : String(error);
  }
  job.modifiedAt = org.clock.now();
}

function cell(record: QueryRecord, [name = '', ...rest]: readonly string[]): string {
  const value = record.values.get(name) ?? null;
  if (rest.length > 0) return isQueryRecord(value) ? cell(value, rest) : '';
  return fieldText(value);
}

function fieldText(value: QueryValue): string {
  if (value === null || Array.isArray(value)) return '';
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'object' ? '' : String(value);
}
