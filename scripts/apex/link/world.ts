import type { SchemaPort } from '../platform/index.ts';
import type { CompileProblem, TypeName } from '../syntax/index.ts';
import type { ApexType, ClassSymbol, TypeTable } from '../types/index.ts';

/** Everything that the names in a program can mean. */
export interface World {
  readonly types: TypeTable;
  readonly schema: SchemaPort;
  /** Every class of the project by lower-case full name, `outer.inner`. */
  readonly classes: ReadonlyMap<string, ClassSymbol>;
  /** Undefined when there is no such type. */
  resolveType(name: TypeName, scope: ClassSymbol | undefined): ApexType | undefined;
}

/** A mistake in a declaration, by source path. */
export type Report = (path: string, problem: CompileProblem) => void;

export function textOfType(name: TypeName): string {
  const parts = name.parts.map(({ name: part, arguments: list }) =>
    list.length === 0 ? part : `${part}<${list.map(textOfType).join(',')}>`
  );
  return parts.join('.') + '[]'.repeat(name.arrays);
}
