export { createQueryEngine } from './engine.ts';
export type { QueryEngine, QueryEngineOptions, SharingQuestion, SharingRule } from './engine.ts';
export { QueryError } from './errors.ts';
export type { QueryErrorCode } from './errors.ts';
export type { SharingCondition } from './run.ts';
export type { QueryColumn, QueryRecord, QueryRequest, QueryResult, QueryValue } from './types.ts';
