import type { CompileProblem } from '../syntax/index.ts';
import type { UnitTree } from './parseSource.ts';
import type { ApexSource } from './types.ts';

/** Rules on a file as a whole. */
export function unitRules(source: ApexSource, { unit }: UnitTree): readonly CompileProblem[] {
  if (unit.kind !== 'class') return [];
  const { name, at } = unit.type;
  if (name.toLowerCase() === source.name.toLowerCase()) return [];
  return [{ ...at, message: `Class name must match file name: ${name}` }];
}
