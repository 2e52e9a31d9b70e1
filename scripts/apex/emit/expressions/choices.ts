import type { Bound } from '../../check/index.ts';
import { newTemporary } from '../emitter.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { emit } from './emit.ts';
import { present } from './present.ts';

export function emitTernary(
  emitter: FunctionEmitter,
  { condition, whenTrue, whenFalse }: Bound & { kind: 'ternary' }
): string {
  const test = present(emitter, condition);
  return `(${test} ? ${emit(emitter, whenTrue)} : ${emit(emitter, whenFalse)})`;
}

/** `target?.…`: the target is evaluated once. */
export function emitSafe(
  emitter: FunctionEmitter,
  { target, variable, body }: Bound & { kind: 'safe' }
): string {
  const name = newTemporary(emitter);
  const code = emit(emitter, target);
  emitter.names.set(variable, name);
  return `((${name} = ${code}) === null ? null : ${emit(emitter, body)})`;
}
