export type * from './bound.ts';
export type * from './boundStatements.ts';
export { checkUnit } from './units.ts';
export type { CheckedUnit, UnitInput } from './units.ts';
