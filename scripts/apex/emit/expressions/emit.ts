import type { Bound } from '../../check/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { constant, helper } from '../emitter.ts';
import { IncompleteCode } from '../incomplete.ts';
import { localName } from '../names.ts';
import { emitArithmetic, emitBitwise, emitConcat, emitShift, emitUnary } from './arithmetic.ts';
import { emitAssign, emitUpdate } from './assign.ts';
import { emitCall, emitConstructorCall, emitDynamicCall, emitNativeCall } from './calls.ts';
import { emitCast, emitInstanceOf } from './casts.ts';
import { emitNewFrom, emitNewList, emitNewMap, emitNewSet } from './collections.ts';
import { emitEqual, emitLogical, emitOrder } from './comparison.ts';
import { emitConstant } from './constants.ts';
import { emitConvert } from './convert.ts';
import { emitNew, emitNewException, emitNewNative, emitNewRecord } from './construct.ts';
import { emitSafe, emitTernary } from './choices.ts';
import { emitEnumOf, emitEnumValue, emitEnumValues, emitNativeEnum } from './enums.ts';
import { emitField, emitIndex, emitNativeGet, emitRecordRead } from './members.ts';
import { emitOnlyRecord, emitQuery } from './query.ts';
import {
  emitCloneObject,
  emitFieldSet,
  emitFieldToken,
  emitLabel,
  emitListObjectType,
  emitObjectToken
} from './tokens.ts';

type Emitters = {
  readonly [Kind in Bound['kind']]: (
    emitter: FunctionEmitter,
    value: Extract<Bound, { kind: Kind }>
  ) => string;
};

const emitters: Emitters = {
  constant: emitConstant,
  local: (emitter, { variable }) => localName(emitter, variable),
  this: () => 'this',
  field: emitField,
  nativeGet: emitNativeGet,
  recordField: emitRecordRead,
  parent: emitRecordRead,
  children: emitRecordRead,
  call: emitCall,
  nativeCall: emitNativeCall,
  dynamicCall: emitDynamicCall,
  constructorCall: emitConstructorCall,
  new: emitNew,
  newNative: emitNewNative,
  newException: emitNewException,
  newRecord: emitNewRecord,
  newList: emitNewList,
  newSet: emitNewSet,
  newMap: emitNewMap,
  newFrom: emitNewFrom,
  convert: emitConvert,
  cast: emitCast,
  instanceOf: emitInstanceOf,
  arithmetic: emitArithmetic,
  shift: emitShift,
  concat: emitConcat,
  order: emitOrder,
  equal: emitEqual,
  logical: emitLogical,
  bitwise: emitBitwise,
  unary: emitUnary,
  ternary: emitTernary,
  coalesce: (emitter, { left, right }) => `(${emit(emitter, left)} ?? ${emit(emitter, right)})`,
  safe: emitSafe,
  assign: (emitter, value) => emitAssign(emitter, value, true),
  update: (emitter, value) => emitUpdate(emitter, value, true),
  index: emitIndex,
  soql: emitQuery,
  sosl: emitQuery,
  classLiteral: (emitter, { name }) => constant(emitter, `$.typeLiteral(${JSON.stringify(name)})`),
  enumValue: emitEnumValue,
  enumValues: emitEnumValues,
  enumOf: emitEnumOf,
  nativeEnum: emitNativeEnum,
  trigger: (emitter, { name }) => `${helper(emitter, 'triggerVariable')}(${JSON.stringify(name)})`,
  label: emitLabel,
  objectToken: emitObjectToken,
  fieldToken: emitFieldToken,
  fieldSet: emitFieldSet,
  listObjectType: emitListObjectType,
  onlyRecord: emitOnlyRecord,
  cloneObject: emitCloneObject,
  invalid: (_emitter, { at }) => {
    throw new IncompleteCode(at);
  }
};

/** The JavaScript of an expression; safe to stand anywhere. */
export function emit(emitter: FunctionEmitter, value: Bound): string {
  return emitters[value.kind](emitter, value as never);
}
