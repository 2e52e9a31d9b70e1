import { unreachable } from '../../../shared/index.ts';
import type { Bound } from '../../check/index.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { constant, helper, native, newTemporary } from '../emitter.ts';
import { IncompleteCode } from '../incomplete.ts';
import { mark } from '../mark.ts';
import { localName } from '../names.ts';
import { emitArithmetic, emitBitwise, emitConcat, emitUnary } from './arithmetic.ts';
import { emitAssign, emitUpdate } from './assign.ts';
import { emitCall, emitConstructorCall, emitDynamicCall, emitNativeCall } from './calls.ts';
import { emitCast, emitInstanceOf } from './casts.ts';
import { emitNewFrom, emitNewList, emitNewMap, emitNewSet } from './collections.ts';
import { emitEqual, emitLogical, emitOrder } from './comparison.ts';
import { emitConstant } from './constants.ts';
import { emitConvert } from './convert.ts';
import { emitNew, emitNewNative, emitNewRecord } from './construct.ts';
import { emitEnumOf, emitEnumValue, emitEnumValues, emitNativeEnum } from './enums.ts';
import { emitField, emitIndex, emitNativeGet, emitRecordRead } from './members.ts';
import { present } from './present.ts';
import { emitQuery } from './query.ts';

/** The JavaScript of an expression; safe to stand anywhere. */
export function emit(emitter: FunctionEmitter, value: Bound): string {
  switch (value.kind) {
    case 'constant':
      return emitConstant(emitter, value);
    case 'local':
      return localName(emitter, value.variable);
    case 'this':
      return 'this';
    case 'field':
      return emitField(emitter, value);
    case 'nativeGet':
      return emitNativeGet(emitter, value);
    case 'recordField':
    case 'parent':
    case 'children':
      return emitRecordRead(emitter, value);
    case 'call':
      return emitCall(emitter, value);
    case 'nativeCall':
      return emitNativeCall(emitter, value);
    case 'dynamicCall':
      return emitDynamicCall(emitter, value);
    case 'constructorCall':
      return emitConstructorCall(emitter, value);
    case 'new':
      return emitNew(emitter, value);
    case 'newNative':
      return emitNewNative(emitter, value);
    case 'newRecord':
      return emitNewRecord(emitter, value);
    case 'newList':
      return emitNewList(emitter, value);
    case 'newSet':
      return emitNewSet(emitter, value);
    case 'newMap':
      return emitNewMap(emitter, value);
    case 'newFrom':
      return emitNewFrom(emitter, value);
    case 'convert':
      return emitConvert(emitter, value);
    case 'cast':
      return emitCast(emitter, value);
    case 'instanceOf':
      return emitInstanceOf(emitter, value);
    case 'arithmetic':
      return emitArithmetic(emitter, value);
    case 'concat':
      return emitConcat(emitter, value);
    case 'order':
      return emitOrder(emitter, value);
    case 'equal':
      return emitEqual(emitter, value);
    case 'logical':
      return emitLogical(emitter, value);
    case 'bitwise':
      return emitBitwise(emitter, value);
    case 'unary':
      return emitUnary(emitter, value);
    case 'assign':
      return emitAssign(emitter, value, true);
    case 'update':
      return emitUpdate(emitter, value, true);
    case 'index':
      return emitIndex(emitter, value);
    case 'soql':
    case 'sosl':
      return emitQuery(emitter, value);
    case 'enumValue':
      return emitEnumValue(emitter, value);
    case 'enumValues':
      return emitEnumValues(emitter, value);
    case 'enumOf':
      return emitEnumOf(emitter, value);
    case 'nativeEnum':
      return emitNativeEnum(emitter, value);
    default:
      return emitSmall(emitter, value);
  }
}

type Small = Extract<
  Bound,
  {
    kind:
      | 'newException'
      | 'shift'
      | 'ternary'
      | 'coalesce'
      | 'safe'
      | 'classLiteral'
      | 'trigger'
      | 'label'
      | 'objectToken'
      | 'fieldToken'
      | 'fieldSet'
      | 'listObjectType'
      | 'onlyRecord'
      | 'cloneObject'
      | 'invalid';
  }
>;

function emitSmall(emitter: FunctionEmitter, value: Small): string {
  const text = JSON.stringify;
  switch (value.kind) {
    case 'newException': {
      const values = value.arguments.map((one) => emit(emitter, one));
      return `${mark(value.at)}${helper(emitter, 'newException')}(${[text(value.name), ...values].join(', ')})`;
    }
    case 'shift': {
      const [left, right] = [value.left, value.right].map((one) => present(emitter, one));
      return `${helper(emitter, 'shiftDate')}(${text(value.operator)}, ${left}, ${right})`;
    }
    case 'ternary': {
      const [test, whenTrue, whenFalse] = [
        present(emitter, value.condition),
        emit(emitter, value.whenTrue),
        emit(emitter, value.whenFalse)
      ];
      return `(${test} ? ${whenTrue} : ${whenFalse})`;
    }
    case 'coalesce':
      return `(${emit(emitter, value.left)} ?? ${emit(emitter, value.right)})`;
    case 'safe': {
      const name = newTemporary(emitter);
      const target = emit(emitter, value.target);
      emitter.names.set(value.variable, name);
      return `((${name} = ${target}) === null ? null : ${emit(emitter, value.body)})`;
    }
    case 'classLiteral':
      return constant(emitter, `$.typeLiteral(${text(value.name)})`);
    case 'trigger':
      return `${helper(emitter, 'triggerVariable')}(${text(value.name)})`;
    case 'label':
      return `${helper(emitter, 'label')}(${text(value.name)})`;
    case 'objectToken':
      return `${native(emitter, 'Schema.SObjectType|static Schema.SObjectType $token(String object)')}($x, ${text(value.object)})`;
    case 'fieldToken':
      return `${native(emitter, 'Schema.SObjectField|static Schema.SObjectField $token(String object, String field)')}($x, ${text(value.object)}, ${text(value.field)})`;
    case 'fieldSet':
      return `${native(emitter, 'Schema.FieldSet|static Schema.FieldSet $token(String object, String name)')}($x, ${text(value.object)}, ${text(value.name)})`;
    case 'listObjectType':
      return `${helper(emitter, 'listObjectType')}(${present(emitter, value.target)})`;
    case 'onlyRecord':
      return `${mark(value.at)}${helper(emitter, 'onlyRecord')}(${emit(emitter, value.operand)})`;
    case 'cloneObject':
      return `${helper(emitter, 'cloneObject')}(${present(emitter, value.target)})`;
    case 'invalid':
      throw new IncompleteCode(value.at);
    default:
      return unreachable(value);
  }
}
