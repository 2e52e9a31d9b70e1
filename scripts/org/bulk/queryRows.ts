import type { RestOrg } from '../rest/index.ts';
import { isQueryRecord } from '../soql/queryRecord.ts';
import type { QueryRecord, QueryValue } from '../soql/types.ts';
import type { QueryJob } from './job.ts';
import type { Jobs } from './jobs.ts';

/** Runs a job's query and keeps its rows as CSV shows them. */
export async function runQueryJob(org: RestOrg, job: QueryJob, jobs: Jobs): Promise<void> {
  job.state = 'InProgress';
  try {
    requireSimple(job.query);
    const allRows = job.operation === 'queryAll';
    const { records, columns } = await org.query(job.userId, { soql: job.query, allRows });
    job.header = columns.map(({ name }) => name);
    const paths = job.header.map((path) => path.split('.'));
    const lines = records.map((record) => JSON.stringify(paths.map((path) => cell(record, path))));
    const text = lines.join('\n');
    jobs.tables.write(job.id, 'rows', text);
    job.size = text.length;
    job.processed = records.length;
    job.state = 'JobComplete';
  } catch (error) {
    job.state = 'Failed';
    job.errorMessage = error instanceof Error ? error.message : String(error);
  }
  job.modifiedAt = org.clock.now();
  jobs.keep(job);
}

/** Some of what the query has found, from one row to before another. */
export function queryRows(
  { id }: QueryJob,
  { tables }: Jobs,
  [from, to]: [number, number]
): string[][] {
  const text = tables.read(id, 'rows');
  const lines = text === '' ? [] : text.split('\n');
  return lines.slice(from, to).map((line) => JSON.parse(line) as string[]);
}

/** What Bulk API 2.0 does not take: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm */
const refused: readonly (readonly [RegExp, string])[] = [
  [/\bGROUP\s+BY\b/i, 'GROUP BY'],
  [/\bOFFSET\s+\d/i, 'OFFSET'],
  [/\bTYPEOF\b/i, 'TYPEOF'],
  [/^\s*SELECT\b[^(]*\b(COUNT|COUNT_DISTINCT|SUM|AVG|MIN|MAX)\s*\(/i, 'Aggregate functions'],
  [/\(\s*SELECT\b[^)]*\)\s*(,|FROM\b)/i, 'Parent-to-child relationships']
];

function requireSimple(soql: string): void {
  const plain = soql.replace(/'(?:[^'\\]|\\.)*'/g, "''");
  const [, what] = refused.find(([pattern]) => pattern.test(plain)) ?? [];
  if (what !== undefined)
    throw new Error(`FEATURENOTSUPPORTED : ${what} not supported in Bulk Query`);
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
