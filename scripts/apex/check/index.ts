export type * from './bound.ts';
export { checkUnit } from './units.ts';
export type { CheckedUnit, UnitInput } from './units.ts';
