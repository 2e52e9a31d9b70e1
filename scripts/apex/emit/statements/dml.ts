import type { BoundStatement } from '../../check/index.ts';
import { helper, newTemporary } from '../emitter.ts';
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
  return `${helper(emitter, 'dml')}(${[JSON.stringify(operation), given, others, ...rest].join(', ')});`;
}

/** The block is a function of its own; what it returns, if it does, is what the method returns. */
export function emitRunAs(
  emitter: FunctionEmitter,
  { user, body }: BoundStatement & { kind: 'runAs' }
): string {
  const { state } = emitter;
  state.sensitive = true;
  const given = emit(emitter, user);
  const result = newTemporary(emitter);
  state.runAsDepth++;
  const code = emitStatements(emitter, body.statements);
  state.runAsDepth--;
  const returned = state.runAsDepth > 0 ? result : `${result}[0]`;
  const run = `${result} = null; ${helper(emitter, 'runAs')}(${given}, () => { ${result} = (() => {\n${code}\n})() ?? null; });`;
  const leave = emitter.isConstructor ? 'return this;' : `return ${returned};`;
  return `${run}\nif (${result}) ${leave}`;
}
