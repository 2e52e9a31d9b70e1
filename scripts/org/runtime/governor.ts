import type { DmlLimits } from '../dml/index.ts';

/** The limits that the platform counts in a transaction. */
export type LimitName =
  | 'queries'
  | 'queryRows'
  | 'aggregateQueries'
  | 'queryLocatorRows'
  | 'soslQueries'
  | 'dmlStatements'
  | 'dmlRows'
  | 'publishImmediateDml'
  | 'callouts'
  | 'calloutTime'
  | 'cpuTime'
  | 'heapSize'
  | 'emailInvocations'
  | 'futureCalls'
  | 'queueableJobs'
  | 'mobilePushCalls';

/** Counts and enforces the limits of one transaction. */
export interface Governor extends DmlLimits {
  /** @throws ApexException System.LimitException when the limit is passed */
  count(name: LimitName, by?: number): void;
  /** @throws ApexException System.LimitException when the CPU time is used up */
  checkCpuTime(): void;
  used(name: LimitName): number;
  maximum(name: LimitName): number;
}
