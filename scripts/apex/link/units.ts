import type { CompilationUnit, TypeDeclaration } from '../syntax/index.ts';

/** Stands before the names of classes that the project cannot see: those of triggers and anonymous blocks. */
export const hiddenMark = '$';

const anonymousBlock = `${hiddenMark}AnonymousBlock`;

/** How messages name a class: the platform calls an anonymous block `anon`. */
export function shownName(name: string): string {
  return name === anonymousBlock ? 'anon' : name.replace(hiddenMark, '');
}

/** Triggers and anonymous blocks are linked as classes of their own, so that their methods and types have a home. */
export function declarationOf(unit: CompilationUnit): TypeDeclaration {
  if (unit.kind === 'class') return unit.type;
  const name = unit.kind === 'trigger' ? `${hiddenMark}${unit.name}` : anonymousBlock;
  return {
    kind: 'class',
    at: unit.at,
    name,
    modifiers: { words: new Set(['public']), repeated: [], annotations: [] },
    superType: undefined,
    interfaces: [],
    members: unit.members,
    enumValues: [],
    endLine: unit.endLine
  };
}
