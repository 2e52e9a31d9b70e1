import type { BoundCatch, BoundStatement } from '../../check/index.ts';
import { isNative } from '../../types/index.ts';
import { helper } from '../emitter.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { typeTest } from '../expressions/casts.ts';
import { mark } from '../mark.ts';
import { localName } from '../names.ts';
import { emitStatements } from './emit.ts';

/** Catches in order; what none takes, and what cannot be caught, goes on. */
export function emitTry(
  emitter: FunctionEmitter,
  { body, catches, finallyBlock }: BoundStatement & { kind: 'try' }
): string {
  const main = `try {\n${emitStatements(emitter, body.statements)}\n}`;
  const handlers = catches.length === 0 ? '' : emitCatches(emitter, catches);
  const last = finallyBlock
    ? ` finally {\n${emitStatements(emitter, finallyBlock.statements)}\n}`
    : '';
  return `${main}${handlers}${last}`;
}

function emitCatches(emitter: FunctionEmitter, catches: readonly BoundCatch[]): string {
  const cases = catches.map((one) => emitCatch(emitter, one)).join(' else ');
  const isOpen = catches.some(({ variable }) => isNative(variable.type, 'Exception'));
  const rest = isOpen ? '' : ' else throw $e;';
  return ` catch ($r) {\nconst $e = ${helper(emitter, 'caught')}($r);\n${cases}${rest}\n}`;
}

function emitCatch(emitter: FunctionEmitter, { at, variable, body }: BoundCatch): string {
  const inside = `{\n${mark(at)}let ${localName(emitter, variable)} = $e;\n${emitStatements(emitter, body.statements)}\n}`;
  const test = isNative(variable.type, 'Exception')
    ? 'true'
    : typeTest(emitter, '$e', variable.type);
  return `if (${test}) ${inside}`;
}
