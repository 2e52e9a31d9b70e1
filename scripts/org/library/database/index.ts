import { nativeClass, nativeInterface } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexList } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { accessLevel, accessType } from './accessLevel.ts';
import { cursorMembers, cursorType } from './cursors.ts';
import { dmlMembers } from './dmlMembers.ts';
import type { DmlOptions } from './dmlMembers.ts';
import {
  bindingMembers,
  queryLocator,
  queryLocatorIterator,
  queryMembers
} from './queryMembers.ts';
import { resultObject, resultTypes } from './results.ts';
import { savepoint, savepointMembers } from './savepoints.ts';

const defaultScope = 200;

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm */
const database = nativeClass(
  'Database',
  {
    ...dmlMembers,
    ...queryMembers,
    ...savepointMembers,
    ...cursorMembers,
    'static Id executeBatch(Object batch)': (context: ApexContext, batch: unknown) =>
      hostOf(context).services.jobs.executeBatch(batch, defaultScope),
    'static Id executeBatch(Object batch, Integer scope)': (
      context: ApexContext,
      batch: unknown,
      scope: number
    ) => hostOf(context).services.jobs.executeBatch(batch, scope),
    'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> records)':
      emptyRecycleBin
  },
  { bindsLocals: bindingMembers }
);

function emptyRecycleBin(context: ApexContext, records: ApexList): ApexList {
  const { store } = hostOf(context).services;
  const results = records.items.map((record) => {
    const { type, id } = record as { type: string; id: string | null };
    if (id !== null) store.purge(type, [id]);
    return resultObject('delete', {
      id: id ?? undefined,
      success: true,
      created: false,
      errors: []
    });
  });
  return new ApexList('Database.EmptyRecycleBinResult', results);
}

function option(type: string, name: keyof DmlOptions) {
  return {
    [`${type} ${name}`]: (_context: ApexContext, self: PlatformObject<DmlOptions>) =>
      self.data[name],
    [`set ${type} ${name}`]: (
      _context: ApexContext,
      self: PlatformObject<DmlOptions>,
      value: never
    ) => {
      self.data[name] = value;
    }
  };
}

const dmlOptions = nativeClass('Database.DMLOptions', {
  'new()': () =>
    new PlatformObject<DmlOptions>('Database.DMLOptions', {
      optAllOrNone: null,
      allowFieldTruncation: null,
      localeOptions: null
    }),
  ...option('Boolean', 'optAllOrNone'),
  ...option('Boolean', 'allowFieldTruncation'),
  ...option('String', 'localeOptions')
});

/** DML and queries by method, their results and options. */
export const databaseTypes = [
  database,
  dmlOptions,
  ...resultTypes,
  accessLevel,
  accessType,
  savepoint,
  queryLocator,
  queryLocatorIterator,
  cursorType,
  nativeInterface('Database.Batchable<T>', [
    'void execute(Database.BatchableContext context, List<T> scope)',
    'void finish(Database.BatchableContext context)'
  ]),
  nativeInterface('Database.Stateful', []),
  nativeInterface('Database.AllowsCallouts', []),
  nativeInterface('Database.RaisesPlatformEvents', [])
];
