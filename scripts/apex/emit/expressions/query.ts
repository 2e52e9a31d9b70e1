import type { Bound } from '../../check/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { dataHelper, helper } from '../emitter.ts';
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
  return `${mark(value.at)}${queryCall(emitter, value, name)}`;
}

/** The call of a function that runs the query. */
export function queryCall(emitter: FunctionEmitter, value: Query, name: string): string {
  emitter.state.sensitive = true;
  const run = saysSystemMode(value) ? helper(emitter, name) : dataHelper(emitter, name);
  return `${run}(${JSON.stringify(value.text)}, [${emitAll(emitter, value.binds)}])`;
}

function saysSystemMode({ text }: Query): boolean {
  return /\bWITH\s+SYSTEM_MODE\b/i.test(text);
}

/** `Account found = Database.query(text);` */
export function emitOnlyRecord(
  emitter: FunctionEmitter,
  { operand, at }: Bound & { kind: 'onlyRecord' }
): string {
  return `${mark(at)}${helper(emitter, 'onlyRecord')}(${emit(emitter, operand)})`;
}
