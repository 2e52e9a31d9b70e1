export { createQueryEngine } from './engine.ts';
export type { QueryEngine, QueryEngineOptions, SharingQuestion, SharingRule } from './engine.ts';
export { QueryError } from './errors.ts';
export type { QueryErrorCode } from './errors.ts';
export type { SearchHits } from './search.ts';
export type { SharingCondition } from './run.ts';
export type { QueryColumn, QueryRecord, QueryRequest, QueryResult, QueryValue } from './types.ts';
export { validateQuery } from './validate.ts';
export type { QueryDescription } from './validate.ts';
