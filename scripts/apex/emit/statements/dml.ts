import type { BoundStatement } from '../../check/index.ts';
import { helper } from '../emitter.ts';
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

export function emitRunAs(
  emitter: FunctionEmitter,
  { user, body }: BoundStatement & { kind: 'runAs' }
): string {
  emitter.state.sensitive = true;
  const given = emit(emitter, user);
  return `${helper(emitter, 'runAs')}(${given}, () => {\n${emitStatements(emitter, body.statements)}\n});`;
}
