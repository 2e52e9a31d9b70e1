import type { Bound } from '../../check/index.ts';
import { isExceptionType } from '../../types/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { classReference, helper, native, staticInit } from '../emitter.ts';
import { mark } from '../mark.ts';
import { declaredSharing, defaultConstructor, emitAll } from './calls.ts';
import { emit } from './emit.ts';

export function emitNew(emitter: FunctionEmitter, value: Bound & { kind: 'new' }): string {
  const { symbol, at } = value;
  if (declaredSharing(symbol) === undefined) emitter.state.sensitive = true;
  const init = staticInit(emitter, symbol);
  const given = emitAll(emitter, value.arguments);
  const code = `${mark(at)}${construction(emitter, value, given)}`;
  return init === undefined ? code : `(${init}, ${code})`;
}

/** An exception made by one of the platform's constructors needs none of its own class's. */
function construction(
  emitter: FunctionEmitter,
  { symbol, constructor, type }: Bound & { kind: 'new' },
  given: string
): string {
  const started = `new ${classReference(emitter, symbol)}().$start()`;
  if (!constructor && isExceptionType(emitter.unit.types, type)) {
    return `${helper(emitter, 'initException')}(${[started, given].filter(Boolean).join(', ')})`;
  }
  return `${started}.${constructor?.js ?? defaultConstructor(symbol)}(${given})`;
}

export function emitNewNative(
  emitter: FunctionEmitter,
  value: Bound & { kind: 'newNative' }
): string {
  const given = value.arguments.map((one) => emit(emitter, one));
  const code = `${mark(value.at)}${native(emitter, value.method.key)}(${['$x', ...given].join(', ')})`;
  if (!isExceptionType(emitter.unit.types, value.type)) return code;
  return `${helper(emitter, 'withFrames')}(${code})`;
}

/** An exception of the platform for which the tables have no constructor. */
export function emitNewException(
  emitter: FunctionEmitter,
  value: Bound & { kind: 'newException' }
): string {
  const given = value.arguments.map((one) => emit(emitter, one));
  const name = JSON.stringify(value.name);
  return `${mark(value.at)}${helper(emitter, 'newException')}(${[name, ...given].join(', ')})`;
}

export function emitNewRecord(
  emitter: FunctionEmitter,
  value: Bound & { kind: 'newRecord' }
): string {
  const of = (kind: 'field' | 'parent'): string[] =>
    value.fields
      .filter((one) => one.kind === kind)
      .map((one) => `${JSON.stringify(one.name)}: ${emit(emitter, one.value)}`);
  const fields = of('field');
  const parents = of('parent');
  const record = `new ${helper(emitter, 'ApexSObject')}(${JSON.stringify(value.object)}, {${fields.join(', ')}})`;
  return parents.length === 0
    ? record
    : `${helper(emitter, 'withParents')}(${record}, {${parents.join(', ')}})`;
}
