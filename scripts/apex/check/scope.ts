import type { LocalVariable } from './bound.ts';

/** The local variables that are seen from a place. */
export interface Scope {
  find(name: string): LocalVariable | undefined;
  declare(variable: LocalVariable): void;
  /** Innermost first. */
  all(): readonly LocalVariable[];
}

export function createScope(outer: Scope | undefined): Scope {
  const variables = new Map<string, LocalVariable>();
  return {
    find: (name) => variables.get(name.toLowerCase()) ?? outer?.find(name),
    declare: (variable) => void variables.set(variable.name.toLowerCase(), variable),
    all: () => [...variables.values(), ...(outer?.all() ?? [])]
  };
}
