import { elementOf, isNative, isPrimitive } from '../../types/index.ts';
import type { ApexType, NativeUse, RecordType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { isNamed } from './invocation.ts';
import type { Invocation } from './invocation.ts';
import { nativeInstanceCall, nativeStaticCall } from './nativeCalls.ts';
import { objectToken } from './schemaTokens.ts';
import { notSupported } from './unsupported.ts';

/** Methods of records: SObject's own, and `addError` on a field. */
export function recordCall(checker: Checker, target: Bound, call: Invocation): Bound | undefined {
  if (isNamed(call, 'adderror')) return errorCall(checker, target, call);
  if (isNamed(call, 'getsobjecttype', 0) && isListOfRecords(target.type)) {
    const type = checker.types.native('Schema.SObjectType');
    return { kind: 'listObjectType', at: call.at, type, target };
  }
  return ownCall(checker, target, call);
}

function ownCall(checker: Checker, target: Bound, call: Invocation): Bound | undefined {
  if (target.type.kind !== 'sobject') return undefined;
  const found = nativeInstanceCall(checker, asRecord(checker, target), call);
  return found && isNamed(call, 'clone') ? { ...found, type: target.type } : found;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm */
function errorCall(checker: Checker, target: Bound, call: Invocation): Bound | undefined {
  if (target.kind === 'recordField') return fieldError(checker, target, call);
  if (isPrimitive(target.type)) return invalid(checker, call.at, notAField);
  return ownCall(checker, target, call);
}

const notAField =
  'addError must be invoked on an expression that is an exact SObject field reference';

function isListOfRecords(type: ApexType): boolean {
  if (!isNative(type, 'List')) return false;
  const element = elementOf(type);
  return element.kind === 'sobject' || isNative(element, 'SObject');
}

/** `record.Field.addError(…)` is `record.addError('Field', …)`. */
function fieldError(
  checker: Checker,
  target: Bound & { kind: 'recordField' },
  call: Invocation
): Bound | undefined {
  const field = textConstant(checker, target.name, call.at);
  const record = asRecord(checker, target.target);
  return nativeInstanceCall(checker, record, { ...call, given: [field, ...call.given] });
}

function textConstant(checker: Checker, value: string, at: Bound['at']): Bound {
  return { kind: 'constant', at, type: checker.types.native('String'), value };
}

function asRecord(checker: Checker, target: Bound): Bound {
  return { ...target, type: checker.types.native('SObject') };
}

/** `Setting__c.getInstance()`, `Thing__mdt.getAll()`: static methods that some objects have. */
export function recordStaticCall(checker: Checker, type: RecordType, call: Invocation): Bound {
  if (isNamed(call, 'getsobjecttype', 0)) return objectToken(checker, type, call.at);
  const owner = staticOwner(checker, type);
  const object = textConstant(checker, type.object.name, call.at);
  const given = [object, ...call.given];
  const found = owner && nativeStaticCall(checker, owner, { ...call, given });
  if (!found) return invalid(checker, call.at, notSupported(type, call));
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
