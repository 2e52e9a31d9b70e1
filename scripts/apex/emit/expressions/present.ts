import type { Bound } from '../../check/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { helper } from '../emitter.ts';
import { isNonNull } from '../nonNull.ts';
import { emit } from './emit.ts';

/** The value where null is an error. */
export function present(emitter: FunctionEmitter, value: Bound): string {
  const code = emit(emitter, value);
  return isNonNull(value) ? code : `(${code} ?? ${helper(emitter, 'npe')}())`;
}
