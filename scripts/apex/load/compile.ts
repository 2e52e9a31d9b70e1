import { checkUnit } from '../check/index.ts';
import type { CheckedUnit } from '../check/index.ts';
import { emitUnit, IncompleteCode } from '../emit/index.ts';
import type { EmittedUnit } from '../emit/index.ts';
import { link } from '../link/index.ts';
import type { World } from '../link/index.ts';
import type { NativeType } from '../library/native.ts';
import type { SchemaPort } from '../platform/index.ts';
import type { CompileProblem, TypeDeclaration } from '../syntax/index.ts';
import { createCatalogue } from '../types/index.ts';
import { createUnitCache } from './cache.ts';
import type { UnitCache } from './cache.ts';
import { fingerprint } from './fingerprint.ts';
import { parseSource } from './parseSource.ts';
import type { ParsedSource, UnitTree } from './parseSource.ts';
import { versionOf } from './types.ts';
import type { ApexSource, CompiledUnit, CompileError, CompileResult } from './types.ts';
import { unitRules } from './unitRules.ts';

export interface CompileInput {
  readonly sources: readonly ApexSource[];
  readonly schema: SchemaPort;
  /** All tables of the library that the code may use. */
  readonly natives: readonly NativeType[];
  /** Where results are kept between runs; none: everything is compiled anew. */
  readonly cacheFolder?: string | undefined;
}

/**
 * Compiles a project's Apex: all classes and triggers together, since each can name the others.
 * Every error of every file is given; only without errors there is a program.
 */
export function compileApex(input: CompileInput): CompileResult {
  const cache = createUnitCache(input.cacheFolder);
  const parsed = input.sources.map((source) => parseSource(source, cache));
  const syntaxErrors = parsed.flatMap(({ source, problems }) => located(source.path, problems));
  const usable = parsed.filter(({ surface }) => surface !== undefined);
  const { world, problems } = link({
    types: usable.flatMap(({ source, surface }) =>
      surface ? [{ path: source.path, apiVersion: versionOf(source), declaration: surface }] : []
    ),
    catalogue: createCatalogue(input.natives),
    schema: input.schema
  });
  const key = fingerprint(input, parsed);
  const results = usable.map((one) => compileUnit(one, { world, cache, key, linked: problems }));
  const found = [...syntaxErrors, ...results.flatMap((result) => result.errors)];
  const errors = found.length > 0 ? found : results.flatMap((result) => result.consequences);
  cache.save();
  if (errors.length > 0) return { errors, program: undefined };
  return { errors, program: { units: results.flatMap(({ unit }) => (unit ? [unit] : [])) } };
}

export interface UnitContext {
  readonly world: World;
  readonly cache: UnitCache;
  /** Of everything that the unit may depend on. */
  readonly key: string;
  /** Problems found when linking, by path. */
  readonly linked: ReadonlyMap<string, readonly CompileProblem[]>;
}

interface UnitResult {
  readonly errors: readonly CompileError[];
  readonly unit: CompiledUnit | undefined;
  /** What follows from mistakes of other units: of interest only when there are no such. */
  readonly consequences: readonly CompileError[];
}

export function compileUnit(parsed: ParsedSource, context: UnitContext): UnitResult {
  const { source } = parsed;
  const linked = context.linked.get(source.path) ?? [];
  const cached = linked.length === 0 ? context.cache.unit(source, context.key) : undefined;
  if (cached && hasLabels(context, cached)) return { errors: [], unit: cached, consequences: [] };
  const problems: CompileProblem[] = [...linked];
  const consequences: CompileProblem[] = [];
  const unit = checkAndEmit(parsed, context, { problems, consequences });
  const result = {
    errors: located(source.path, problems),
    consequences: located(source.path, consequences),
    unit
  };
  if (unit) context.cache.keepUnit(source, context.key, unit);
  return result;
}

function hasLabels({ world }: UnitContext, { labels }: CompiledUnit): boolean {
  return labels.every((name) => world.schema.label(name) !== undefined);
}

interface Findings {
  readonly problems: CompileProblem[];
  readonly consequences: CompileProblem[];
}

function checkAndEmit(
  { source, tree, surface }: ParsedSource,
  { world }: UnitContext,
  { problems, consequences }: Findings
): CompiledUnit | undefined {
  const unit = tree();
  const symbol = surface && world.classes.get(surface.name.toLowerCase());
  if (!unit || !surface || !symbol || symbol.path !== source.path) return undefined;
  problems.push(...unitRules(source, unit));
  const checked = checkUnit(
    world,
    { unit: unit.unit, declaration: unit.declaration, symbol },
    problems
  );
  if (problems.length > 0) return undefined;
  const emitted = emitChecked(world, source, { checked, consequences });
  return emitted && { ...describeUnit(source, unit, { surface, world }), ...emitted };
}

function describeUnit(
  source: ApexSource,
  { unit }: UnitTree,
  { surface, world }: { readonly surface: TypeDeclaration; readonly world: World }
): Omit<CompiledUnit, keyof EmittedUnit> {
  const { kind, path, name } = source;
  const trigger = unit.kind === 'trigger' ? unit : undefined;
  return {
    kind,
    path,
    name,
    apiVersion: versionOf(source),
    declaration: surface,
    trigger: trigger && {
      name: trigger.name,
      object: world.schema.object(trigger.object)?.name ?? trigger.object,
      events: trigger.events,
      endLine: trigger.endLine
    }
  };
}

function emitChecked(
  { types }: World,
  { path }: ApexSource,
  {
    checked,
    consequences
  }: { readonly checked: CheckedUnit; readonly consequences: CompileProblem[] }
): EmittedUnit | undefined {
  try {
    return emitUnit(types, path, checked);
  } catch (error) {
    if (!(error instanceof IncompleteCode)) throw error;
    consequences.push({ ...error.at, message: 'The type of this expression is not known.' });
    return undefined;
  }
}

function located(file: string, problems: readonly CompileProblem[]): readonly CompileError[] {
  return problems.map(({ line, column, message }) => ({ file, line, column, message }));
}
