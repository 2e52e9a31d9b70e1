import type { Bound } from '../../check/index.ts';
import { isNative } from '../../types/index.ts';
import type { FieldSymbol } from '../../types/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import {
  classReference,
  helper,
  native,
  newTemporary,
  staticInit,
  staticsReference
} from '../emitter.ts';
import { mark } from '../mark.ts';
import { emit } from './emit.ts';
import { present } from './present.ts';

export function emitField(
  emitter: FunctionEmitter,
  { field, target, direct, at }: Bound & { kind: 'field' }
): string {
  const isCall = field.hasGetter && !direct;
  if (isCall) emitter.state.sensitive = true;
  if (target) {
    const object = present(emitter, target);
    return isCall ? `${mark(at)}${object}.${getterName(field)}()` : `${object}.${field.js}`;
  }
  if (!isCall) return `${staticsReference(emitter, field.owner)}.${field.js}`;
  const call = `${classReference(emitter, field.owner)}.${getterName(field)}()`;
  const init = staticInit(emitter, field.owner);
  return init === undefined ? `${mark(at)}${call}` : `(${init}, ${mark(at)}${call})`;
}

export function getterName({ name }: FieldSymbol): string {
  return `$get$${name.toLowerCase()}`;
}

export function setterName({ name }: FieldSymbol): string {
  return `$set$${name.toLowerCase()}`;
}

export function emitNativeGet(
  emitter: FunctionEmitter,
  { target, getKey, at }: Bound & { kind: 'nativeGet' }
): string {
  if (getKey === undefined) throw new Error('A native property without a getter was read.');
  const read = native(emitter, getKey);
  return target ? `${mark(at)}${read}($x, ${present(emitter, target)})` : `${mark(at)}${read}($x)`;
}

type RecordRead = Bound & { kind: 'recordField' | 'parent' | 'children' };

/** What is reached through an empty lookup is null; a null record itself is an error. */
export function emitRecordRead(emitter: FunctionEmitter, value: RecordRead): string {
  const { target, name, viaParent, at } = value;
  const read = readCall(emitter, value, JSON.stringify(name));
  if (value.kind === 'children') {
    const object = viaParent ? emit(emitter, target) : present(emitter, target);
    return `${mark(at)}${read}(${object}, ${JSON.stringify(name)}, ${JSON.stringify(value.childType)})`;
  }
  if (viaParent) return `(${emit(emitter, target)}?.${read} ?? null)`;
  if (value.kind === 'recordField') return fieldRead(emitter, value);
  return `${mark(at)}${present(emitter, target)}.${read}`;
}

/**
 * A field that is set is read directly; the method knows what to say of one that is not. A checkbox that is not set is
 * false.
 */
function fieldRead(emitter: FunctionEmitter, { target, name, at, type }: RecordRead): string {
  const record = present(emitter, target);
  const known = target.kind === 'local' ? emit(emitter, target) : newTemporary(emitter);
  const first = target.kind === 'local' ? record : `(${known} = ${record})`;
  const otherwise = isNative(type, 'Boolean') ? ' ?? false' : '';
  return `(${mark(at)}${first}.fields.${name} ?? ${known}.get(${JSON.stringify(name)})${otherwise})`;
}

function readCall(emitter: FunctionEmitter, { kind }: RecordRead, name: string): string {
  if (kind === 'recordField') return `get(${name})`;
  return kind === 'parent' ? `getParent(${name})` : helper(emitter, 'childrenOf');
}

export function emitIndex(
  emitter: FunctionEmitter,
  { target, index, at }: Bound & { kind: 'index' }
): string {
  return `${mark(at)}${present(emitter, target)}.get(${emit(emitter, index)})`;
}
