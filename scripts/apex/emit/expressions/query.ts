import type { Bound } from '../../check/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { helper } from '../emitter.ts';
import { mark } from '../mark.ts';
import { emitAll } from './calls.ts';
import { emit } from './emit.ts';

type Query = Bound & { kind: 'soql' | 'sosl' };

const functions = {
  list: 'query',
  single: 'querySingle',
  first: 'queryFirst',
  count: 'queryCount'
} as const;

export function emitQuery(emitter: FunctionEmitter, value: Query): string {
  const name = value.kind === 'sosl' ? 'search' : functions[value.mode];
  return `${mark(value.at)}${helper(emitter, name)}(${queryArguments(emitter, value)})`;
}

export function queryArguments(emitter: FunctionEmitter, value: Query): string {
  emitter.state.sensitive = true;
  return `${JSON.stringify(value.text)}, [${emitAll(emitter, value.binds)}]`;
}

/** `Account found = Database.query(text);` */
export function emitOnlyRecord(
  emitter: FunctionEmitter,
  { operand, at }: Bound & { kind: 'onlyRecord' }
): string {
  return `${mark(at)}${helper(emitter, 'onlyRecord')}(${emit(emitter, operand)})`;
}
