/** What an ingest job does with its rows. */
export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';

export type JobState =
  'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

export interface CsvFormat {
  /** `COMMA`, `TAB`, … */
  readonly columnDelimiter: string;
  readonly lineEnding: 'LF' | 'CRLF';
}

interface Job extends CsvFormat {
  readonly id: string;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  state: JobState;
  modifiedAt: number;
  errorMessage: string | undefined;
  processed: number;
  /** Characters of its tables. */
  size: number;
}

/** A job that writes: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datasets_ingest.htm */
export interface IngestJob extends Job {
  readonly kind: 'ingest';
  readonly object: string;
  readonly operation: IngestOperation;
  readonly externalIdFieldName: string | undefined;
  failed: number;
  /** Up to which row the org has been asked to save: beyond `processed`, nobody knows yet. */
  begun: number;
  /** How long the tables of results are, in bytes, without what was written since. */
  written: { readonly successful: number; readonly failed: number };
}

/** A job that reads: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm */
export interface QueryJob extends Job {
  readonly kind: 'query';
  readonly operation: 'query' | 'queryAll';
  readonly query: string;
  readonly object: string;
  header: readonly string[];
}

/** Is there nothing left to do? */
export function isOver({ state }: Pick<Job, 'state'>): boolean {
  return ['JobComplete', 'Failed', 'Aborted'].includes(state);
}

export const delimiters: Readonly<Record<string, string>> = {
  COMMA: ',',
  SEMICOLON: ';',
  TAB: '\t',
  PIPE: '|',
  CARET: '^',
  BACKQUOTE: '`'
};

/** A job as every answer shows it. */
export function jobJson(job: IngestJob | QueryJob, version: string): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: instant(job.createdAt),
    systemModstamp: instant(job.modifiedAt),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(version),
    jobType: job.kind === 'ingest' ? 'V2Ingest' : 'V2Query',
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    retries: 0,
    totalProcessingTime: job.modifiedAt - job.createdAt,
    numberRecordsProcessed: job.processed,
    ...(job.errorMessage !== undefined && { errorMessage: job.errorMessage }),
    ...(job.kind === 'ingest' && ingestJson(job, version))
  };
}

function ingestJson(job: IngestJob, version: string): Record<string, unknown> {
  return {
    contentUrl: `services/data/v${version}/jobs/ingest/${job.id}/batches`,
    externalIdFieldName: job.externalIdFieldName ?? null,
    numberRecordsFailed: job.failed,
    apexProcessingTime: 0,
    apiActiveProcessingTime: 0
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}
