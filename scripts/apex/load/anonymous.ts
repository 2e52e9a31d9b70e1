import { link } from '../link/index.ts';
import type { World } from '../link/index.ts';
import type { NativeType } from '../library/native.ts';
import { createCatalogue } from '../types/index.ts';
import { createUnitCache } from './cache.ts';
import { compileUnit } from './compile.ts';
import { parseSource } from './parseSource.ts';
import type { LoadedProgram } from './program.ts';
import { versionOf } from './types.ts';
import type { ApexSource, CompiledUnit, CompileError } from './types.ts';

export interface AnonymousResult {
  readonly errors: readonly CompileError[];
  /** Runs the block in the program; undefined when there are errors. */
  readonly run: (() => void) | undefined;
}

/** Compiles an anonymous block against a loaded program. */
export function compileAnonymous(
  program: LoadedProgram,
  text: string,
  natives: readonly NativeType[]
): AnonymousResult {
  const source: ApexSource = {
    kind: 'anonymous',
    path: 'AnonymousBlock',
    name: 'AnonymousBlock',
    text
  };
  const cache = createUnitCache(undefined);
  const parsed = parseSource(source, cache);
  if (!parsed.surface) {
    return {
      errors: parsed.problems.map((one) => ({ file: source.path, ...one })),
      run: undefined
    };
  }
  const declared = program.units.map(({ path, apiVersion, declaration }) => ({
    path,
    apiVersion,
    declaration
  }));
  const { world, problems } = link({
    types: [
      ...declared,
      { path: source.path, apiVersion: versionOf(source), declaration: parsed.surface }
    ],
    catalogue: createCatalogue(natives),
    schema: program.world.schema
  });
  const { errors, unit } = compileUnit(parsed, { world, cache, key: '', linked: problems });
  return { errors, run: unit && runner(program, unit, world) };
}

function runner(program: LoadedProgram, unit: CompiledUnit, world: World): () => void {
  return () => program.runAnonymous(unit, world);
}
