import type { Position } from '../position.ts';

/** A type as written: `Map<String, List<Account>>`, `Outer.Inner[]`. */
export interface TypeName {
  readonly at: Position;
  readonly parts: readonly TypeNamePart[];
  /** How many `[]` follow. */
  readonly arrays: number;
}

export interface TypeNamePart {
  readonly name: string;
  readonly arguments: readonly TypeName[];
}
