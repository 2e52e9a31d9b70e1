import type { CallExpression } from '../../syntax/index.ts';
import { isNative } from '../../types/index.ts';
import type { NativeUse, RecordType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { nativeInstanceCall, nativeStaticCall, notSupported } from './nativeCalls.ts';

/** Methods of records: SObject's own, and `addError` on a field. */
export function recordCall(
  checker: Checker,
  target: Bound,
  call: CallExpression,
  given: readonly Bound[]
): Bound | undefined {
  if (call.name.toLowerCase() === 'adderror' && target.kind === 'recordField') {
    return fieldError(checker, target, call, given);
  }
  if (target.type.kind !== 'sobject') return undefined;
  const found = nativeInstanceCall(checker, asRecord(checker, target), call, given);
  return found && call.name.toLowerCase() === 'clone' ? { ...found, type: target.type } : found;
}

/** `record.Field.addError(…)` is `record.addError('Field', …)`. */
function fieldError(
  checker: Checker,
  target: Bound & { kind: 'recordField' },
  call: CallExpression,
  given: readonly Bound[]
): Bound | undefined {
  const field: Bound = {
    kind: 'constant',
    at: call.at,
    type: checker.types.native('String'),
    value: target.name
  };
  const record = asRecord(checker, target.target);
  return nativeInstanceCall(checker, record, call, [field, ...given]);
}

function asRecord(checker: Checker, target: Bound): Bound {
  return { ...target, type: checker.types.native('SObject') };
}

/** `Setting__c.getInstance()`, `Thing__mdt.getAll()`: static methods that some objects have. */
export function recordStaticCall(
  checker: Checker,
  type: RecordType,
  call: CallExpression,
  given: readonly Bound[]
): Bound {
  const owner = staticOwner(checker, type);
  const object: Bound = {
    kind: 'constant',
    at: call.at,
    type: checker.types.native('String'),
    value: type.object.name
  };
  const found = owner && nativeStaticCall(checker, owner, call, [object, ...given]);
  if (!found) return invalid(checker, call.at, notSupported(type, call.name, given));
  return { ...found, type: recordResult(checker, type, found) };
}

/** Tables of static methods by kind of object; their first parameter is the object's name. */
function staticOwner(checker: Checker, { object }: RecordType): NativeUse | undefined {
  const name = object.kind === 'customMetadata' ? '$CustomMetadata' : '$CustomSetting';
  const definition = checker.types.catalogue.find(name);
  return definition && checker.types.use(definition, []);
}

/** `SObject` and `Map<String, SObject>` in the table stand for the object itself. */
function recordResult(checker: Checker, type: RecordType, { type: result }: Bound): Bound['type'] {
  if (isNative(result, 'SObject')) return type;
  if (!isNative(result, 'Map')) return result;
  return checker.types.native('Map', checker.types.native('String'), type);
}
