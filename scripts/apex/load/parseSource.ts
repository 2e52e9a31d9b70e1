import { declarationOf, surfaceOf } from '../link/index.ts';
import { parse } from '../syntax/index.ts';
import type { CompilationUnit, CompileProblem, TypeDeclaration } from '../syntax/index.ts';
import type { UnitCache } from './cache.ts';
import type { ApexSource } from './types.ts';

export interface UnitTree {
  readonly unit: CompilationUnit;
  readonly declaration: TypeDeclaration;
}

/** A source with its declarations; its code is parsed only when it must be compiled. */
export interface ParsedSource {
  readonly source: ApexSource;
  readonly problems: readonly CompileProblem[];
  readonly surface: TypeDeclaration | undefined;
  tree(): UnitTree | undefined;
}

export function parseSource(source: ApexSource, cache: UnitCache): ParsedSource {
  const cached = cache.surface(source);
  if (cached) return withSurface(source, cached, () => parseTree(source).tree);
  const { tree, problems } = parseTree(source);
  if (!tree) return { source, problems, surface: undefined, tree: () => undefined };
  const surface = surfaceOf(tree.declaration);
  cache.keepSurface(source, surface);
  return withSurface(source, surface, () => tree);
}

function withSurface(
  source: ApexSource,
  surface: TypeDeclaration,
  tree: () => UnitTree | undefined
): ParsedSource {
  return { source, problems: [], surface, tree };
}

function parseTree({ kind, text }: ApexSource): {
  readonly tree: UnitTree | undefined;
  readonly problems: readonly CompileProblem[];
} {
  const { unit, problems } = parse(kind, text);
  return { tree: unit && { unit, declaration: declarationOf(unit) }, problems };
}
