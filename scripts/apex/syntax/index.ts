export type * from './ast/index.ts';
export { parse } from './parse.ts';
export type { ParseResult, UnitKind } from './parse.ts';
export type { CompileProblem, Position } from './position.ts';
