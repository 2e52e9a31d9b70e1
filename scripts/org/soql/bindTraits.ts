import type { Scalar } from './ast.ts';
import type { QueryRequest } from './types.ts';

/** What of the bind values a statement depends on: such values need other SQL. */
export interface BindTraits {
  /** Names of binds that are, or hold, a null. */
  readonly nulls: ReadonlySet<string>;
  /** Names of binds with letters beyond ASCII: SQLite itself knows upper and lower case of ASCII only. */
  readonly wide: ReadonlySet<string>;
  /** Names of binds that are lists: `=` means one of them. */
  readonly lists: ReadonlySet<string>;
}

export const noTraits: BindTraits = { nulls: new Set(), wide: new Set(), lists: new Set() };

const beyondAscii = /[^\0-\x7f]/;

/** The traits of a request's binds. */
export function traitsOf({ binds }: QueryRequest): BindTraits {
  if (binds.size === 0) return noTraits;
  const lists = [...binds].filter(([, value]) => Array.isArray(value)).map(([name]) => name);
  return {
    nulls: namesWhere(binds, isEmpty),
    wide: namesWhere(binds, isWide),
    lists: new Set(lists)
  };
}

/** A key that is the same for the same traits. */
export function traitKey({ nulls, wide, lists }: BindTraits): string {
  return [nulls, wide, lists].map((names) => [...names].join(' ')).join('/');
}

function namesWhere(
  binds: QueryRequest['binds'],
  test: (value: unknown) => boolean
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, value] of binds)
    if (Array.isArray(value) ? value.some(test) : test(value)) names.add(name);
  return names;
}

const isEmpty = (value: unknown): boolean => value === null || value === '';
const isWide = (value: unknown): boolean => typeof value === 'string' && beyondAscii.test(value);

/** Whether a value of a comparison may be null in this statement. */
export function holdsNull({ nulls }: BindTraits, scalar: Scalar): boolean {
  if (scalar.kind === 'literal') return isEmpty(scalar.value);
  return scalar.kind === 'bind' && nulls.has(scalar.name);
}

/** Whether a value of a comparison has letters beyond ASCII. */
export function holdsWide({ wide }: BindTraits, scalar: Scalar): boolean {
  if (scalar.kind === 'literal') return isWide(scalar.value);
  return scalar.kind === 'bind' && wide.has(scalar.name);
}
