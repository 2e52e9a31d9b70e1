import { nativeClass, nativeInterface } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { accessLevel, accessType } from './accessLevel.ts';
import { cursorMembers, cursorTypes } from './cursors.ts';
import { dmlMembers } from './dmlMembers.ts';
import { dmlOptionTypes } from './dmlOptions.ts';
import { leadConvertMembers, leadConvertTypes } from './leadConvert.ts';
import {
  bindingMembers,
  queryLocator,
  queryLocatorIterator,
  queryMembers
} from './queryMembers.ts';
import { recycleBinMembers } from './recycleBin.ts';
import { resultTypes } from './results.ts';
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
    ...recycleBinMembers,
    ...leadConvertMembers
  },
  { bindsLocals: bindingMembers }
);

/** DML and queries by method, their results and options. */
export const databaseTypes = [
  database,
  ...dmlOptionTypes,
  ...resultTypes,
  accessLevel,
  accessType,
  savepoint,
  queryLocator,
  queryLocatorIterator,
  ...cursorTypes,
  ...leadConvertTypes,
  nativeInterface('Database.Batchable<T>', [
    'void execute(Database.BatchableContext context, List<T> scope)',
    'void finish(Database.BatchableContext context)'
  ]),
  nativeInterface('Database.Stateful', []),
  nativeInterface('Database.AllowsCallouts', []),
  nativeInterface('Database.RaisesPlatformEvents', [])
];
