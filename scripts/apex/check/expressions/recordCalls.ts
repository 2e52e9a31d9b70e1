import type { CallExpression } from '../../syntax/index.ts';
import { elementOf, isNative } from '../../types/index.ts';
import type { NativeUse, RecordType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { nativeInstanceCall, nativeStaticCall, notSupported } from './nativeCalls.ts';
import { objectToken } from './schemaTokens.ts';

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
  const listType = listObjectType(checker, target, call);
  if (listType) return listType;
  if (target.type.kind !== 'sobject') return undefined;
  const found = nativeInstanceCall(checker, asRecord(checker, target), call, given);
  return found && call.name.toLowerCase() === 'clone' ? { ...found, type: target.type } : found;
}

/** `records.getSObjectType()`: of what the list was made for. */
function listObjectType(
  checker: Checker,
  target: Bound,
  { name, at, arguments: given }: CallExpression
): Bound | undefined {
  if (name.toLowerCase() !== 'getsobjecttype' || given.length > 0) return undefined;
  if (!isNative(target.type, 'List')) return undefined;
  const element = elementOf(target.type);
  if (element.kind !== 'sobject' && !isNative(element, 'SObject')) return undefined;
  return { kind: 'listObjectType', at, type: checker.types.native('Schema.SObjectType'), target };
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
  if (call.name.toLowerCase() === 'getsobjecttype' && given.length === 0) {
    return objectToken(checker, type, call.at);
  }
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
