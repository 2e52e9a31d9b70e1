export { createCache } from './cache.ts';
export type { CacheEntries, PlatformCache } from './cache.ts';
export { createDebugLog, logLevels } from './debugLog.ts';
export type { DebugLog, LogLevel } from './debugLog.ts';
export { dmlException, failedOperation, recordsOf, saveRecords } from './dml.ts';
export type { SaveRequest } from './dml.ts';
export { failureOf, isUncatchable } from './exceptions.ts';
export type { ApexFailure } from './exceptions.ts';
export { hostOf, OrgHost } from './host.ts';
export type { QueryOptions } from './host.ts';
export { recordBridge } from './records.ts';
export type { RecordBridge } from './records.ts';
export type {
  ActionOutcome,
  EnqueueOptions,
  FieldSetFacts,
  FlowsPort,
  JobsPort,
  OrgFacts,
  OrgServices
} from './services.ts';
export type {
  PublishedEvent,
  Quiddity,
  RunningJob,
  TestState,
  Transaction
} from './transaction.ts';
export { apexTriggers } from './triggers.ts';
export { apexTypes, toApex, toBind, toStored } from './values.ts';
