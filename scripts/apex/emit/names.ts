import type { LocalVariable } from '../check/index.ts';
import type { FunctionEmitter } from './emitter.ts';

const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval ' +
    'BigInt Math export extends false finally for function if implements import in instanceof interface let new ' +
    'null package private protected public return static super switch this throw true try typeof ' +
    'undefined var void while with yield'
  ).split(' ')
);

/** Locals keep their names, so that a debugger shows them as they are written. */
export function localName({ names }: FunctionEmitter, variable: LocalVariable): string {
  const known = names.get(variable);
  if (known !== undefined) return known;
  const name = reserved.has(variable.name) ? `${variable.name}$` : variable.name;
  names.set(variable, name);
  return name;
}
