export type * from './declarations.ts';
export type * from './expressions.ts';
export type * from './soql.ts';
export type * from './statements.ts';
export type * from './types.ts';
