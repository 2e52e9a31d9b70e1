export { getterName, setterName } from './expressions/members.ts';
export { defaultConstructor } from './expressions/calls.ts';
export { IncompleteCode } from './incomplete.ts';
export type { SourceMap } from './sourceMap.ts';
export { emitUnit } from './unit.ts';
export type { EmittedUnit } from './unit.ts';
