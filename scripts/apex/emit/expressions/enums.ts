import type { Bound } from '../../check/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { classReference, constant, helper } from '../emitter.ts';
import { emit } from './emit.ts';

export function emitEnumValue(
  emitter: FunctionEmitter,
  { symbol, name }: Bound & { kind: 'enumValue' }
): string {
  return `${classReference(emitter, symbol)}.${name}`;
}

export function emitEnumValues(
  emitter: FunctionEmitter,
  { of }: Bound & { kind: 'enumValues' }
): string {
  return `new ${helper(emitter, 'ApexList')}(${JSON.stringify(of.name)}, ${allValues(emitter, of)})`;
}

export function emitEnumOf(
  emitter: FunctionEmitter,
  { text, type }: Bound & { kind: 'enumOf' }
): string {
  return `${helper(emitter, 'enumByName')}(${allValues(emitter, type)}, ${emit(emitter, text)}, ${JSON.stringify(type.name)})`;
}

function allValues(emitter: FunctionEmitter, type: ApexType): string {
  if (type.kind === 'class') return `${classReference(emitter, type.symbol)}.$values()`;
  const names = type.kind === 'native' ? type.definition.enumValues : [];
  return `${constant(emitter, `$.enumValues(${JSON.stringify(type.name)}, ${JSON.stringify(names)})`)}.slice()`;
}

export function emitNativeEnum(
  emitter: FunctionEmitter,
  { name, value, ordinal }: Bound & { kind: 'nativeEnum' }
): string {
  return constant(
    emitter,
    `$.enumValue(${JSON.stringify(name)}, ${JSON.stringify(value)}, ${ordinal})`
  );
}
