import type { Bound } from '../../check/index.ts';
import { helper, native } from '../emitter.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { present } from './present.ts';

const objectKey = 'Schema.SObjectType|static Schema.SObjectType $token(String object)';
const fieldKey =
  'Schema.SObjectField|static Schema.SObjectField $token(String object, String field)';
const fieldSetKey = 'Schema.FieldSet|static Schema.FieldSet $token(String object, String name)';

function token(emitter: FunctionEmitter, key: string, names: readonly string[]): string {
  const given = names.map((name) => JSON.stringify(name));
  return `${native(emitter, key)}(${['$x', ...given].join(', ')})`;
}

export function emitObjectToken(
  emitter: FunctionEmitter,
  { object }: Bound & { kind: 'objectToken' }
): string {
  return token(emitter, objectKey, [object]);
}

export function emitFieldToken(
  emitter: FunctionEmitter,
  { object, field }: Bound & { kind: 'fieldToken' }
): string {
  return token(emitter, fieldKey, [object, field]);
}

export function emitFieldSet(
  emitter: FunctionEmitter,
  { object, name }: Bound & { kind: 'fieldSet' }
): string {
  return token(emitter, fieldSetKey, [object, name]);
}

export function emitListObjectType(
  emitter: FunctionEmitter,
  { target }: Bound & { kind: 'listObjectType' }
): string {
  return `${helper(emitter, 'listObjectType')}(${present(emitter, target)})`;
}

export function emitCloneObject(
  emitter: FunctionEmitter,
  { target }: Bound & { kind: 'cloneObject' }
): string {
  return `${helper(emitter, 'cloneObject')}(${present(emitter, target)})`;
}

export function emitLabel(emitter: FunctionEmitter, { name }: Bound & { kind: 'label' }): string {
  emitter.unit.labels.add(name);
  return `${helper(emitter, 'label')}(${JSON.stringify(name)})`;
}
