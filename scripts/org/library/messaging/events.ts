import { nativeClass, nativeInterface } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexList, ApexSObject } from '../../../apex/runtime/index.ts';
import type { DmlResult } from '../../dml/index.ts';
import { hostOf, toStored } from '../../runtime/index.ts';
import { resultList, resultObject } from '../database/results.ts';
import { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';
import { properties, propertyClass } from '../properties.ts';
import type { PropertyObject } from '../properties.ts';

function publish(context: ApexContext, record: ApexSObject, callback?: unknown): DmlResult {
  const { services, transaction } = hostOf(context);
  const object = services.schema.object(record.type);
  const fields = object === undefined ? [] : [...object.fields.values()];
  const missing = fields.filter(
    ({ name, nillable, createable, defaultedOnCreate }) =>
      !nillable && createable && !defaultedOnCreate && record.peek(name) === null
  );
  if (object?.kind !== 'platformEvent' || missing.length > 0) {
    return refused(missing.map(({ name }) => name));
  }
  const row = Object.fromEntries(
    Object.entries(record.fields).map(([name, value]) => [name, toStored(value)])
  );
  const given = record.peek('EventUuid');
  const uuid = typeof given === 'string' ? given : services.random.uuid();
  transaction.callouts.workDone();
  services.jobs.publish(object.name, { ...row, EventUuid: uuid });
  if (callback !== undefined) transaction.test?.publishCallbacks.push({ uuid, callback });
  return { id: services.store.nextId(object.name), success: true, created: true, errors: [] };
}

function refused(fields: readonly string[]): DmlResult {
  const message = `Required fields are missing: [${fields.join(', ')}]`;
  const errors = [{ statusCode: 'REQUIRED_FIELD_MISSING', message, fields }];
  return { id: undefined, success: false, created: false, errors };
}

/** Events that wait for the commit count as DML; those that do not have a limit of their own. */
function countPublish(context: ApexContext, [first]: readonly unknown[]): void {
  const { services, transaction } = hostOf(context);
  const object = first instanceof ApexSObject ? services.schema.object(first.type) : undefined;
  const isImmediate = object?.publishesImmediately === true;
  transaction.limits.count(isImmediate ? 'publishImmediateDml' : 'dmlStatements');
}

function publishOne(context: ApexContext, record: ApexSObject, callback?: unknown): unknown {
  countPublish(context, [record]);
  return resultObject('insert', publish(context, record, callback));
}

function publishAll(context: ApexContext, records: ApexList, callback?: unknown): ApexList {
  countPublish(context, records.items);
  const results = records.items.flatMap((record) =>
    record instanceof ApexSObject ? [publish(context, record, callback)] : []
  );
  return resultList('insert', results);
}

/** Tells the callbacks of `EventBus.publish` how it went; the platform does so some time later. */
export function runPublishCallbacks(context: ApexContext, outcome: 'success' | 'failure'): void {
  const { test } = hostOf(context).transaction;
  const method = outcome === 'success' ? 'onSuccess' : 'onFailure';
  const type = outcome === 'success' ? 'EventBus.SuccessResult' : 'EventBus.FailureResult';
  for (const { uuid, callback } of test?.publishCallbacks.splice(0) ?? []) {
    if (!context.program.hasMethod(callback, method, 1)) continue;
    context.program.invoke(callback, method, [new PlatformObject(type, [uuid])]);
  }
}

const uuids = getters<readonly string[]>({
  'List<String> getEventUuids()': (list) => new ApexList('String', [...list])
});

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_eventbus_ChangeEventHeader.htm */
const changeEventHeader = {
  changedFields: 'List<String>',
  changeOrigin: 'String',
  changeType: 'String',
  commitNumber: 'Long',
  commitTimestamp: 'Long',
  commitUser: 'String',
  diffFields: 'List<String>',
  entityName: 'String',
  nulledFields: 'List<String>',
  recordIds: 'List<String>',
  sequenceNumber: 'Integer',
  transactionKey: 'String'
};

/** `List<String> getRecordIds()` for `recordIds` */
function headerGetter([name, type]: readonly [string, string]): [string, NativeMembers[string]] {
  const signature = `${type} get${name.charAt(0).toUpperCase()}${name.slice(1)}()`;
  return [signature, (_context: ApexContext, { data }: PropertyObject) => data[name] ?? null];
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_eventbus_EventBus.htm */
export const eventTypes = [
  nativeClass('EventBus', {
    'static Database.SaveResult publish(SObject event)': publishOne,
    'static Database.SaveResult publish(SObject event, Object callback)': publishOne,
    'static List<Database.SaveResult> publish(List<SObject> events)': publishAll,
    'static List<Database.SaveResult> publish(List<SObject> events, Object callback)': publishAll,
    'static String getOperationId(Object result)': ({ random }: ApexContext) => random.uuid()
  }),
  nativeClass('EventBus.ChangeEventHeader', {
    ...propertyClass('EventBus.ChangeEventHeader', changeEventHeader),
    ...Object.fromEntries(Object.entries(changeEventHeader).map(headerGetter))
  }),
  nativeInterface('EventBus.EventPublishSuccessCallback', [
    'void onSuccess(EventBus.SuccessResult result)'
  ]),
  nativeInterface('EventBus.EventPublishFailureCallback', [
    'void onFailure(EventBus.FailureResult result)'
  ]),
  nativeClass('EventBus.SuccessResult', uuids),
  nativeClass('EventBus.FailureResult', uuids),
  nativeClass('EventBus.TriggerContext', {
    'static EventBus.TriggerContext currentContext()': () =>
      new PlatformObject('EventBus.TriggerContext', { retries: 0, lastError: '' }),
    ...properties({ retries: 'Integer', lastError: 'String' })
  })
];
