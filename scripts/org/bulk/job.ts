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
}

/** A job that writes: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datasets_ingest.htm */
export interface IngestJob extends Job {
  readonly kind: 'ingest';
  readonly object: string;
  readonly operation: IngestOperation;
  readonly externalIdFieldName: string | undefined;
  upload: string;
  failed: number;
  successfulResults: string;
  failedResults: string;
  /** Rows that were not tried: the job failed or was aborted. */
  unprocessed: string;
}

/** A job that reads: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm */
export interface QueryJob extends Job {
  readonly kind: 'query';
  readonly operation: 'query' | 'queryAll';
  readonly query: string;
  readonly object: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
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
