import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexList, ApexSObject } from '../../../apex/runtime/index.ts';
import type { DmlResult } from '../../dml/index.ts';
import { hostOf, toStored } from '../../runtime/index.ts';
import { resultList, resultObject } from '../database/results.ts';

function publish(context: ApexContext, record: ApexSObject): DmlResult {
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
  transaction.callouts.workDone();
  services.jobs.publish(object.name, row);
  return { id: services.store.nextId(object.name), success: true, created: true, errors: [] };
}

function refused(fields: readonly string[]): DmlResult {
  const message = `Required fields are missing: [${fields.join(', ')}]`;
  const errors = [{ statusCode: 'REQUIRED_FIELD_MISSING', message, fields }];
  return { id: undefined, success: false, created: false, errors };
}

function publishAll(context: ApexContext, records: ApexList): ApexList {
  hostOf(context).transaction.limits.count('dmlStatements');
  const results = records.items.flatMap((record) =>
    record instanceof ApexSObject ? [publish(context, record)] : []
  );
  return resultList('insert', results);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_eventbus_EventBus.htm */
export const eventTypes = [
  nativeClass('EventBus', {
    'static Database.SaveResult publish(SObject event)': (
      context: ApexContext,
      record: ApexSObject
    ) => {
      hostOf(context).transaction.limits.count('dmlStatements');
      return resultObject('insert', publish(context, record));
    },
    'static List<Database.SaveResult> publish(List<SObject> events)': publishAll
  })
];
