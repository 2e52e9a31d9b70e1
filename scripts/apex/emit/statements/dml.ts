import type { BoundBlock, BoundStatement } from '../../check/index.ts';
import { dataHelper, helper, newTemporary } from '../emitter.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { emit } from '../expressions/emit.ts';
import { emitStatements } from './emit.ts';

export function emitDml(
  emitter: FunctionEmitter,
  { operation, records, duplicates, externalId, accessLevel }: BoundStatement & { kind: 'dml' }
): string {
  emitter.state.sensitive = true;
  const given = emit(emitter, records);
  const others = duplicates ? emit(emitter, duplicates) : 'undefined';
  const rest = [externalId, accessLevel].map((one) =>
    one === undefined ? 'undefined' : JSON.stringify(one)
  );
  return `${dataHelper(emitter, 'dml')}(${[JSON.stringify(operation), given, others, ...rest].join(', ')});`;
}

/**
 * The block is a function of its own. What it returns, if it does, is what the method returns, in a list of one; `break`
 * and `continue` of a loop around it come as words.
 */
export function emitRunAs(
  emitter: FunctionEmitter,
  { user, body }: BoundStatement & { kind: 'runAs' }
): string {
  emitter.state.sensitive = true;
  const given = emit(emitter, user);
  const result = newTemporary(emitter);
  const code = runAsBody(emitter, body);
  const run = `${result} = null; ${helper(emitter, 'runAs')}(${given}, () => { ${result} = (() => {\n${code}\n})() ?? null; });`;
  return `${run}\n${jumpsOut(emitter, result)}if (${result}) ${leave(emitter, result)}`;
}

function runAsBody(emitter: FunctionEmitter, { statements }: BoundBlock): string {
  const { state } = emitter;
  const { loopDepth } = state;
  state.runAsDepth++;
  state.loopDepth = 0;
  const code = emitStatements(emitter, statements);
  state.runAsDepth--;
  state.loopDepth = loopDepth;
  return code;
}

function jumpsOut({ state }: FunctionEmitter, result: string): string {
  if (state.loopDepth === 0) return '';
  return ['break', 'continue'].map((word) => `if (${result} === "${word}") ${word};\n`).join('');
}

function leave({ state, isConstructor }: FunctionEmitter, result: string): string {
  if (state.runAsDepth > 0) return `return ${result};`;
  return isConstructor ? 'return this;' : `return ${result}[0];`;
}
