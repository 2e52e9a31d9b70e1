import type { Bound } from '../../check/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { constant, helper } from '../emitter.ts';
import { emitConstant } from './constants.ts';
import { emit } from './emit.ts';

/** Literals are converted when the code is made, everything else when it runs; null stays null. */
export function emitConvert(
  emitter: FunctionEmitter,
  { operand, to, type }: Bound & { kind: 'convert' }
): string {
  if (operand.kind === 'constant' && operand.type.name === 'Integer') {
    if (to === 'Long' || to === 'Decimal') return emitConstant(emitter, { ...operand, type });
    if (to === 'Double') return constant(emitter, `$.double(${JSON.stringify(operand.value)})`);
  }
  return `${helper(emitter, `to${to}`)}(${emit(emitter, operand)})`;
}
