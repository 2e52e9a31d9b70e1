import type { Bound } from '../../check/index.ts';
import { isAssignable, isExceptionType } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { classReference, helper } from '../emitter.ts';
import { mark } from '../mark.ts';
import { emit } from './emit.ts';

export function emitCast(
  emitter: FunctionEmitter,
  { operand, type, at }: Bound & { kind: 'cast' }
): string {
  const code = emit(emitter, operand);
  if (isAssignable(emitter.unit.types, operand.type, type)) return code;
  if (isPlainClass(emitter, type)) {
    const target = classReference(emitter, type.symbol);
    return `${mark(at)}${helper(emitter, 'castToClass')}(${code}, ${target}, ${JSON.stringify(type.name)})`;
  }
  return `${mark(at)}${helper(emitter, 'cast')}(${code}, ${JSON.stringify(type.name)})`;
}

/** Interfaces have no JavaScript class. */
function isPlainClass(
  _emitter: FunctionEmitter,
  type: ApexType
): type is Extract<ApexType, { kind: 'class' }> {
  return type.kind === 'class' && type.symbol.kind === 'class';
}

export function emitInstanceOf(
  emitter: FunctionEmitter,
  { operand, target }: Bound & { kind: 'instanceOf' }
): string {
  return typeTest(emitter, emit(emitter, operand), target);
}

/** Code that says whether a value is of a type; null never is. */
export function typeTest(emitter: FunctionEmitter, code: string, type: ApexType): string {
  if (isPlainClass(emitter, type))
    return `(${code} instanceof ${classReference(emitter, type.symbol)})`;
  if (type.kind === 'native' && isExceptionType(emitter.unit.types, type)) {
    return `${helper(emitter, 'isException')}(${code}, ${JSON.stringify(type.name)})`;
  }
  return `${helper(emitter, 'isInstance')}(${code}, ${JSON.stringify(type.name)})`;
}
