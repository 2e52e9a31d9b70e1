import { unreachable } from '../../../shared/index.ts';
import type { Bound, BoundStatement } from '../../check/index.ts';
import { helper } from '../emitter.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { emitAssign, emitUpdate } from '../expressions/assign.ts';
import { emit } from '../expressions/emit.ts';
import { present } from '../expressions/present.ts';
import { statementMark } from '../mark.ts';
import { localName } from '../names.ts';
import { emitDml, emitRunAs } from './dml.ts';
import { emitFor, emitForEach, emitForQuery, emitLoop } from './loops.ts';
import { emitSwitch } from './switch.ts';
import { emitTry } from './try.ts';

export function emitStatements(
  emitter: FunctionEmitter,
  statements: readonly BoundStatement[]
): string {
  return statements.map((one) => emitStatement(emitter, one)).join('\n');
}

export function emitStatement(emitter: FunctionEmitter, statement: BoundStatement): string {
  const at = statementMark(statement.at);
  switch (statement.kind) {
    case 'block':
      return `{\n${emitStatements(emitter, statement.statements)}\n}`;
    case 'local':
      return `${at}${emitLocal(emitter, statement)}`;
    case 'expression':
      return `${at}${emitUnused(emitter, statement.expression)};`;
    case 'if':
      return `${at}${emitIf(emitter, statement)}`;
    case 'switch':
      return `${at}${emitSwitch(emitter, statement)}`;
    case 'for':
      return `${at}${emitFor(emitter, statement)}`;
    case 'forEach':
      return `${at}${emitForEach(emitter, statement)}`;
    case 'forQuery':
      return `${at}${emitForQuery(emitter, statement)}`;
    case 'while':
    case 'doWhile':
      return `${at}${emitLoop(emitter, statement)}`;
    case 'try':
      return emitTry(emitter, statement);
    case 'return':
      return `${at}${emitReturn(emitter, statement.value)}`;
    case 'throw':
      return `${at}throw ${helper(emitter, 'thrown')}(${emit(emitter, statement.value)});`;
    case 'break':
    case 'continue':
      return `${at}${emitJump(emitter, statement.kind)}`;
    case 'dml':
      return `${at}${emitDml(emitter, statement)}`;
    case 'runAs':
      return `${at}${emitRunAs(emitter, statement)}`;
    default:
      return unreachable(statement);
  }
}

/** An expression whose value nobody reads. */
export function emitUnused(emitter: FunctionEmitter, expression: Bound): string {
  if (expression.kind === 'assign') return emitAssign(emitter, expression, false);
  if (expression.kind === 'update') return emitUpdate(emitter, expression, false);
  return emit(emitter, expression);
}

function emitLocal(
  emitter: FunctionEmitter,
  { variable, value }: BoundStatement & { kind: 'local' }
): string {
  const code = value ? emit(emitter, value) : 'null';
  return `let ${localName(emitter, variable)} = ${code};`;
}

function emitIf(emitter: FunctionEmitter, statement: BoundStatement & { kind: 'if' }): string {
  const { whenTrue, whenFalse } = statement;
  const test = present(emitter, statement.condition);
  const otherwise = whenFalse ? ` else ${emitStatement(emitter, whenFalse)}` : '';
  return `if (${test}) ${emitStatement(emitter, whenTrue)}${otherwise}`;
}

/** Out of the function that a runAs block is, a jump goes as a word. */
function emitJump({ state }: FunctionEmitter, word: 'break' | 'continue'): string {
  return state.runAsDepth > 0 && state.loopDepth === 0 ? `return "${word}";` : `${word};`;
}

function emitReturn(emitter: FunctionEmitter, value: Bound | undefined): string {
  if (emitter.state.runAsDepth > 0) {
    return `return [${value ? emit(emitter, value) : 'undefined'}];`;
  }
  if (emitter.isConstructor) return 'return this;';
  return value ? `return ${emit(emitter, value)};` : 'return;';
}
