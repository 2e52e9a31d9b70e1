import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexException, ApexList } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';
import type { ApexAccessLevel } from './accessLevel.ts';
import { dynamicQuery } from './queryMembers.ts';
import type { Dynamic } from './queryMembers.ts';

interface CursorData {
  readonly records: ApexList;
}

type Cursor = PlatformObject<CursorData>;

function openCursor(context: ApexContext, { soql, options }: Dynamic): Cursor {
  const records = hostOf(context).records(soql, options);
  return new PlatformObject('Database.Cursor', { records });
}

function fetch(
  _context: ApexContext,
  { data }: Cursor,
  ...[position, count]: [number, number]
): ApexList {
  const { elementType, items } = data.records;
  if (position < 0 || count < 0 || position + count > items.length) {
    const text = `Cursor position ${position} with count ${count} exceeds ${items.length} rows`;
    throw new ApexException('System.InvalidParameterValueException', text);
  }
  return new ApexList(elementType, items.slice(position, position + count));
}

/** Statics of `Database` that open cursors: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_Cursor.htm */
export const cursorMembers: NativeMembers = {
  'static Database.Cursor getCursor(String query)': (context: ApexContext, soql: string) =>
    openCursor(context, dynamicQuery(context, soql)),
  'static Database.Cursor getCursor(String query, AccessLevel level)': (
    context: ApexContext,
    soql: string,
    level: ApexAccessLevel | null
  ) => openCursor(context, dynamicQuery(context, soql, level))
};

export const cursorType = nativeClass('Database.Cursor', {
  ...getters<CursorData>({ 'Integer getNumRecords()': ({ records }) => records.items.length }),
  'List<SObject> fetch(Integer position, Integer count)': fetch
});
