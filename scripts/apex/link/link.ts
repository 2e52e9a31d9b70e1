import type { SchemaPort } from '../platform/index.ts';
import type { CompileProblem, TypeDeclaration, TypeName } from '../syntax/index.ts';
import { createTypeTable, unknownType } from '../types/index.ts';
import type { ApexType, ClassSymbol, NativeCatalogue } from '../types/index.ts';
import { classSymbol } from './classes.ts';
import { linkMembers } from './members.ts';
import { invalidType, wrongPart } from './messages.ts';
import { resolveType } from './resolve.ts';
import type { Resolver } from './resolve.ts';
import type { Report, World } from './world.ts';

export interface DeclaredType {
  readonly path: string;
  readonly apiVersion: number;
  readonly declaration: TypeDeclaration;
}

export interface LinkInput {
  readonly types: readonly DeclaredType[];
  readonly catalogue: NativeCatalogue;
  readonly schema: SchemaPort;
}

export interface LinkResult {
  readonly world: World;
  /** By source path. */
  readonly problems: ReadonlyMap<string, readonly CompileProblem[]>;
}

/** Gives every declaration its symbol and every type name in a declaration its meaning. */
export function link({ types: declared, catalogue, schema }: LinkInput): LinkResult {
  const problems = new Map<string, CompileProblem[]>();
  const report: Report = (path, problem) => {
    problems.set(path, [...(problems.get(path) ?? []), problem]);
  };
  const classes = new Map<string, ClassSymbol>();
  for (const { path, apiVersion, declaration } of declared) {
    declare(classes, classSymbol(declaration, { path, apiVersion, outer: undefined }), report);
  }
  const resolver: Resolver = { types: createTypeTable(catalogue, schema), classes };
  for (const symbol of classes.values()) linkParents(resolver, symbol, report);
  for (const symbol of classes.values()) fillMembers(resolver, symbol, report);
  const world: World = {
    types: resolver.types,
    schema,
    classes,
    resolveType: (name, scope) => resolveType(resolver, name, scope)
  };
  return { world, problems };
}

function declare(classes: Map<string, ClassSymbol>, symbol: ClassSymbol, report: Report): void {
  const key = symbol.name.toLowerCase();
  if (classes.has(key)) {
    const message = `Type name already in use: ${symbol.name}`;
    report(symbol.path, { ...symbol.declaration.at, message });
    return;
  }
  classes.set(key, symbol);
  for (const inner of symbol.inner.values()) declare(classes, inner, report);
}

function linkParents(resolver: Resolver, symbol: ClassSymbol, report: Report): void {
  const { declaration, outer } = symbol;
  const resolve = resolving(resolver, { symbol, report, scope: outer ?? symbol });
  if (declaration.superType) symbol.superType = known(resolve(declaration.superType));
  symbol.interfaces = declaration.interfaces.map(resolve).filter((type) => type !== unknownType);
}

function known(type: ApexType): ApexType | undefined {
  return type === unknownType ? undefined : type;
}

interface Place {
  readonly symbol: ClassSymbol;
  readonly report: Report;
  /** Where names are looked for. */
  readonly scope: ClassSymbol;
}

function resolving(
  resolver: Resolver,
  { symbol, report, scope }: Place
): (name: TypeName) => ApexType {
  return (name) => {
    const type = resolveType(resolver, name, scope);
    if (type) return type;
    const wrong = wrongPart(name, (part) => resolveType(resolver, part, scope) !== undefined);
    report(symbol.path, { ...wrong.at, message: invalidType(wrong) });
    return unknownType;
  };
}

function fillMembers(resolver: Resolver, symbol: ClassSymbol, report: Report): void {
  linkMembers({
    symbol,
    resolve: resolving(resolver, { symbol, report, scope: symbol }),
    duplicate: (member, message) => report(symbol.path, { ...member.at, message })
  });
}
