/** What a transaction is; each kind has its own maxima. */
export type TransactionKind = 'synchronous' | 'queueable' | 'future' | 'batch' | 'scheduled';

/** The counters, named as the methods of Apex's `Limits` (`getQueries`, `getDmlRows`, …). */
export type LimitName =
  | 'aggregateQueries'
  | 'apexCursorRows'
  | 'apexPaginationCursorRows'
  | 'asyncCalls'
  | 'callouts'
  | 'calloutTime'
  | 'cpuTime'
  | 'dmlRows'
  | 'dmlStatements'
  | 'emailInvocations'
  | 'fetchCallsOnApexCursor'
  | 'futureCalls'
  | 'heapSize'
  | 'mobilePushCalls'
  | 'publishImmediateDml'
  | 'queries'
  | 'queryLocatorRows'
  | 'queryRows'
  | 'queueableJobs'
  | 'soslQueries';

interface LimitRule {
  readonly maximum: number;
  /** Where asynchronous transactions differ. */
  readonly asynchronous?: number;
  /** The text of the LimitException; the count is put behind it when it ends in a colon. */
  readonly message: string;
}

/**
 * The limits of one transaction
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm). Times are in
 * milliseconds, sizes in bytes.
 */
export const limitRules: Readonly<Record<LimitName, LimitRule>> = {
  aggregateQueries: { maximum: 300, message: 'Too many aggregate queries:' },
  apexCursorRows: { maximum: 50_000_000, message: 'Too many Apex cursor rows:' },
  apexPaginationCursorRows: { maximum: 100_000, message: 'Too many Apex pagination cursor rows:' },
  asyncCalls: { maximum: 200, message: 'Too many async calls:' },
  callouts: { maximum: 100, message: 'Too many callouts:' },
  calloutTime: { maximum: 120_000, message: 'Exceeded maximum time allotted for callout' },
  cpuTime: { maximum: 10_000, asynchronous: 60_000, message: 'Apex CPU time limit exceeded' },
  dmlRows: { maximum: 10_000, message: 'Too many DML rows:' },
  dmlStatements: { maximum: 150, message: 'Too many DML statements:' },
  emailInvocations: { maximum: 10, message: 'Too many Email Invocations:' },
  fetchCallsOnApexCursor: { maximum: 100, message: 'Too many fetch calls on Apex cursor:' },
  futureCalls: { maximum: 50, message: 'Too many future calls:' },
  heapSize: { maximum: 6_000_000, asynchronous: 12_000_000, message: 'Apex heap size too large:' },
  mobilePushCalls: { maximum: 10, message: 'Too many mobile push Apex calls:' },
  publishImmediateDml: { maximum: 150, message: 'Too many publish immediate DML statements:' },
  queries: { maximum: 100, asynchronous: 200, message: 'Too many SOQL queries:' },
  queryLocatorRows: { maximum: 10_000, message: 'Too many query locator rows:' },
  queryRows: { maximum: 50_000, message: 'Too many query rows:' },
  queueableJobs: {
    maximum: 50,
    asynchronous: 1,
    message: 'Too many queueable jobs added to the queue:'
  },
  soslQueries: { maximum: 20, message: 'Too many SOSL queries:' }
};

/** Scheduled Apex has the limits of synchronous Apex; batch and future methods may call no future method. */
export function maximumOf(name: LimitName, kind: TransactionKind): number {
  const { maximum, asynchronous } = limitRules[name];
  if (name === 'futureCalls') return kind === 'batch' || kind === 'future' ? 0 : maximum;
  const isSynchronous = kind === 'synchronous' || kind === 'scheduled';
  return isSynchronous ? maximum : (asynchronous ?? maximum);
}
