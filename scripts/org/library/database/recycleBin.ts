import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexList, ApexSObject } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { resultNamed } from './results.ts';

const notThere = {
  statusCode: 'INVALID_ID_FIELD',
  message: 'Invalid record id; no recycle bin entry found',
  fields: []
};

/** Removes a record, or what has this id, for good. */
function purge(context: ApexContext, given: unknown): ReturnType<typeof resultNamed> {
  const { store, schema } = hostOf(context).services;
  const key = given instanceof ApexSObject ? given.id : given;
  const id = typeof key === 'string' ? key : '';
  const prefix = id.slice(0, 3);
  const object = [...schema.objects.values()].find(({ keyPrefix }) => keyPrefix === prefix);
  const success =
    object !== undefined && store.get(object.name, [id], { deleted: true }).length > 0;
  if (success) store.purge(object.name, [id]);
  return resultNamed('Database.EmptyRecycleBinResult', {
    id,
    success,
    created: false,
    errors: success ? [] : [notThere]
  });
}

function purgeAll(context: ApexContext, { items }: ApexList): ApexList {
  const results = items.map((item) => purge(context, item));
  return new ApexList('Database.EmptyRecycleBinResult', results);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm */
export const recycleBinMembers: NativeMembers = {
  'static Database.EmptyRecycleBinResult emptyRecycleBin(Id id)': purge,
  'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)': purge,
  'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> records)': purgeAll,
  'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> ids)': purgeAll
};
