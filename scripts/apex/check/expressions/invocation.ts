import type { Position } from '../../syntax/index.ts';
import type { Bound } from '../bound.ts';

/** A call whose arguments are checked, before its method is known. */
export interface Invocation {
  readonly name: string;
  readonly at: Position;
  readonly given: readonly Bound[];
}

/** What the platform calls a constructor in its messages. */
export const constructorWord = '<Constructor>';

/** `String, Integer` */
export function typesOf({ given }: Pick<Invocation, 'given'>): string {
  return given.map(({ type }) => type.name).join(', ');
}

export function isNamed({ name, given }: Invocation, wanted: string, count?: number): boolean {
  return name.toLowerCase() === wanted && (count === undefined || given.length === count);
}
