import { nativeClass } from '../../../apex/index.ts';
import type { NativeType } from '../../../apex/index.ts';
import { ApexList } from '../../../apex/runtime/index.ts';
import { databaseError, errorFromJson } from '../database/results.ts';
import { isTrueIn, jsonOf, objectsIn, textIn, textsIn } from '../jsonMembers.ts';
import type { Given } from '../jsonMembers.ts';
import { JsonObject } from '../platformObject.ts';
import type { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';
import type { Getters } from '../schema/getters.ts';

/** Results of what the local org does not do: code that works with them can be tested with results made of JSON. */
type Result = PlatformObject<Given>;

function resultOf(type: string, given: Given): Result {
  return new JsonObject(type, given, () =>
    jsonOf({ ...Object.fromEntries(given), errors: errorList(given) })
  );
}

function errorList(given: Given): ApexList {
  const errors = objectsIn(given, 'errors').map((one) => databaseError(errorFromJson(one)));
  return new ApexList('Database.Error', errors);
}

function text(name: string): (given: Given) => unknown {
  return (given) => textIn(given, name) ?? null;
}

function texts(name: string): (given: Given) => unknown {
  return (given) => new ApexList('Id', [...textsIn(given, name)]);
}

function resultType(type: string, more: Getters<Given>): NativeType {
  const members = getters<Given>({
    'Boolean isSuccess()': (given) => isTrueIn(given, 'success'),
    'List<Database.Error> getErrors()': errorList,
    ...more
  });
  return nativeClass(type, members, { fromJson: (given) => resultOf(type, given) });
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_Approval.htm */
export const approvalTypes: readonly NativeType[] = [
  resultType('Approval.LockResult', { 'Id getId()': text('id') }),
  resultType('Approval.UnlockResult', { 'Id getId()': text('id') }),
  resultType('Approval.ProcessResult', {
    'Id getEntityId()': text('entityId'),
    'Id getInstanceId()': text('instanceId'),
    'String getInstanceStatus()': text('instanceStatus'),
    'List<Id> getActorIds()': texts('actorIds'),
    'List<Id> getNewWorkitemIds()': texts('newWorkitemIds')
  })
];
