import type { Bound } from '../../check/index.ts';
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
import { localName } from '../names.ts';
import { emit } from './emit.ts';
import { setterName } from './members.ts';
import { present } from './present.ts';

type Assign = Bound & { kind: 'assign' };
type Update = Bound & { kind: 'update' };

/** `used`: the value of the assignment is wanted too. */
export function emitAssign(
  emitter: FunctionEmitter,
  { target, value }: Assign,
  used: boolean
): string {
  const place = placeOf(emitter, target, target);
  return write(emitter, place, { code: emit(emitter, value), used });
}

/** A target whose parts are evaluated already. */
type Place =
  | { readonly kind: 'variable'; readonly code: string; readonly isFinal: boolean }
  | { readonly kind: 'call'; readonly write: (value: string) => string };

interface Value {
  readonly code: string;
  readonly used: boolean;
}

function write(emitter: FunctionEmitter, place: Place, { code, used }: Value): string {
  if (place.kind === 'variable') return `(${place.code} = ${firstValue(emitter, place, code)})`;
  if (!used) return place.write(code);
  const name = newTemporary(emitter);
  return `(${place.write(`(${name} = ${code})`)}, ${name})`;
}

/** A final variable that has its value already is noticed when the code runs, as on the platform. */
function firstValue(
  emitter: FunctionEmitter,
  place: Place & { kind: 'variable' },
  code: string
): string {
  return place.isFinal ? `${helper(emitter, 'once')}(${place.code}, ${code})` : code;
}

/** `operand` is the target with its parts as they are to be evaluated for writing. */
function placeOf(emitter: FunctionEmitter, target: Bound, operand: Bound): Place {
  switch (operand.kind) {
    case 'local':
      return {
        kind: 'variable',
        code: localName(emitter, operand.variable),
        isFinal: operand.variable.isFinal
      };
    case 'field':
      return fieldPlace(emitter, operand);
    case 'nativeGet':
      return nativePlace(emitter, operand);
    case 'recordField': {
      const record = present(emitter, operand.target);
      const code = `${mark(target.at)}${record}.writable.${operand.name}`;
      return { kind: 'variable', code, isFinal: false };
    }
    case 'parent': {
      const record = present(emitter, operand.target);
      const name = JSON.stringify(operand.name);
      return {
        kind: 'call',
        write: (value) => `${mark(target.at)}${record}.setParent(${name}, ${value})`
      };
    }
    case 'index': {
      const [list, index] = [present(emitter, operand.target), emit(emitter, operand.index)];
      return {
        kind: 'call',
        write: (value) => `${mark(target.at)}${list}.set(${index}, ${value})`
      };
    }
    default:
      throw new Error(`A value of kind ${operand.kind} cannot be assigned to.`);
  }
}

function fieldPlace(
  emitter: FunctionEmitter,
  { field, target, direct }: Bound & { kind: 'field' }
): Place {
  const isCall = field.hasSetter && !direct;
  const owner = target ? present(emitter, target) : undefined;
  if (!isCall) {
    return {
      kind: 'variable',
      code: `${owner ?? staticsReference(emitter, field.owner)}.${field.js}`,
      isFinal: field.isFinal
    };
  }
  emitter.state.sensitive = true;
  const init = owner === undefined ? staticInit(emitter, field.owner) : undefined;
  const object = owner ?? classReference(emitter, field.owner);
  const call = (value: string): string => `${object}.${setterName(field)}(${value})`;
  return {
    kind: 'call',
    write: (value) => (init === undefined ? call(value) : `(${init}, ${call(value)})`)
  };
}

function nativePlace(
  emitter: FunctionEmitter,
  { target, setKey }: Bound & { kind: 'nativeGet' }
): Place {
  if (setKey === undefined) throw new Error('A native property without a setter was written.');
  const set = native(emitter, setKey);
  const object = target ? `, ${present(emitter, target)}` : '';
  return { kind: 'call', write: (value) => `${set}($x${object}, ${value})` };
}

/** `x += 1`, `list[i]++`: the parts of the target are evaluated once. */
export function emitUpdate(emitter: FunctionEmitter, update: Update, used: boolean): string {
  const { target, variable, value, giveOld } = update;
  const { operand, setup } = once(emitter, target);
  const old = emit(emitter, operand);
  const place = placeOf(emitter, target, operand);
  if (used && giveOld) {
    const name = newTemporary(emitter);
    emitter.names.set(variable, name);
    const written = write(emitter, place, { code: emit(emitter, value), used: false });
    return `(${[...setup, `${name} = ${old}`, written, name].join(', ')})`;
  }
  emitter.names.set(variable, old);
  const written = write(emitter, place, { code: emit(emitter, value), used });
  return setup.length === 0 ? written : `(${[...setup, written].join(', ')})`;
}

interface Once {
  readonly operand: Bound;
  readonly setup: readonly string[];
}

function once(emitter: FunctionEmitter, target: Bound): Once {
  if (target.kind === 'index') {
    const list = kept(emitter, target.target, true);
    const index = kept(emitter, target.index, false);
    const operand = { ...target, target: list.operand, index: index.operand };
    return { operand, setup: [...list.setup, ...index.setup] };
  }
  if (target.kind === 'field' || target.kind === 'nativeGet') {
    if (target.target === undefined) return { operand: target, setup: [] };
    const inner = kept(emitter, target.target, true);
    return { operand: { ...target, target: inner.operand }, setup: inner.setup };
  }
  if (target.kind === 'recordField' || target.kind === 'parent') {
    const inner = kept(emitter, target.target, true);
    return { operand: { ...target, target: inner.operand }, setup: inner.setup };
  }
  return { operand: target, setup: [] };
}

/** Puts a part of a target into a temporary variable, unless reading it twice is the same. */
function kept(emitter: FunctionEmitter, part: Bound, isObject: boolean): Once {
  if (part.kind === 'local' || part.kind === 'this' || part.kind === 'constant') {
    return { operand: part, setup: [] };
  }
  const name = newTemporary(emitter);
  const code = isObject ? present(emitter, part) : emit(emitter, part);
  const variable = { name, type: part.type, isFinal: true, isTemporary: true, values: [undefined] };
  emitter.names.set(variable, name);
  const operand: Bound = { kind: 'local', at: part.at, type: part.type, variable };
  return { operand, setup: [`${name} = ${code}`] };
}
