import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexException, ApexList, ApexSObject } from '../../../apex/runtime/index.ts';
import type { ApexMap } from '../../../apex/runtime/index.ts';
import type { LimitName } from '../../limits/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';
import type { ApexAccessLevel } from './accessLevel.ts';
import { dynamicQuery, withBinds } from './queryMembers.ts';
import type { Dynamic } from './queryMembers.ts';

interface CursorData {
  /** As the query found them; the cursor keeps to these rows. */
  readonly records: ApexList;
}

type Cursor = PlatformObject<CursorData>;
type Kind = 'Cursor' | 'PaginationCursor';

const rowCounters: Readonly<Record<Kind, LimitName>> = {
  Cursor: 'apexCursorRows',
  PaginationCursor: 'apexPaginationCursorRows'
};

/** A cursor's queries and rows count when they are fetched, not before. */
function openCursor(context: ApexContext, kind: Kind, { soql, options }: Dynamic): Cursor {
  const { limits } = hostOf(context).transaction;
  const records = hostOf(context).records(soql, options);
  limits.count('queries', -1);
  limits.count('queryRows', -records.items.length);
  limits.count(rowCounters[kind], records.items.length);
  return new PlatformObject(`Database.${kind}`, { records });
}

function countFetch(context: ApexContext, rows: number): void {
  const { limits } = hostOf(context).transaction;
  limits.count('fetchCallsOnApexCursor');
  limits.count('queries');
  limits.count('queryRows', rows);
}

function fetch(
  context: ApexContext,
  { data }: Cursor,
  ...[position, count]: [number, number]
): ApexList {
  const { elementType, items } = data.records;
  if (position < 0 || count < 0 || position + count > items.length) {
    const text = `Cursor position ${position} with count ${count} exceeds ${items.length} rows`;
    throw new ApexException('System.InvalidParameterValueException', text);
  }
  const rows = present(context, items.slice(position, position + count));
  countFetch(context, rows.length);
  return new ApexList(elementType, rows);
}

/** Those of the records that nobody has deleted since. */
function present(context: ApexContext, items: readonly unknown[]): unknown[] {
  const { store } = hostOf(context).services;
  return items.filter(
    (item) =>
      !(item instanceof ApexSObject) ||
      item.id === null ||
      store.get(item.type, [item.id]).length > 0
  );
}

interface Page {
  readonly records: ApexList;
  readonly nextIndex: number;
  readonly deleted: number;
  readonly isDone: boolean;
}

function fetchPage(
  context: ApexContext,
  { data }: Cursor,
  ...[start, pageSize]: [number, number]
): PlatformObject<Page> {
  const { elementType, items } = data.records;
  const taken = items.slice(start, start + pageSize);
  const rows = present(context, taken);
  countFetch(context, rows.length);
  const nextIndex = start + taken.length;
  return new PlatformObject<Page>('Database.CursorFetchResult', {
    records: new ApexList(elementType, rows),
    nextIndex,
    deleted: taken.length - rows.length,
    isDone: nextIndex >= items.length
  });
}

function fetchDeleted(
  context: ApexContext,
  { data }: Cursor,
  ...[start, pageSize]: [number, number]
): number {
  const taken = data.records.items.slice(start, start + pageSize);
  const rows = present(context, taken);
  countFetch(context, taken.length - rows.length);
  return taken.length - rows.length;
}

/**
 * Statics of `Database` that open cursors:
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_cursors.htm
 */
export const cursorMembers: NativeMembers = {
  ...opening('Cursor'),
  ...opening('PaginationCursor')
};

function opening(kind: Kind): NativeMembers {
  const head = `static Database.${kind} get${kind}`;
  return {
    [`${head}(String query)`]: (context: ApexContext, soql: string) =>
      openCursor(context, kind, dynamicQuery(context, soql)),
    [`${head}(String query, AccessLevel level)`]: (
      context: ApexContext,
      soql: string,
      level: ApexAccessLevel | null
    ) => openCursor(context, kind, dynamicQuery(context, soql, level)),
    [`${head}WithBinds(String query, Map<String, Object> binds, AccessLevel level)`]: (
      context: ApexContext,
      soql: string,
      ...[binds, level]: [ApexMap | null, ApexAccessLevel | null]
    ) => openCursor(context, kind, withBinds(context, soql, binds, level))
  };
}

const size = getters<CursorData>({
  'Integer getNumRecords()': ({ records }) => records.items.length
});

export const cursorTypes = [
  nativeClass('Database.Cursor', {
    ...size,
    'List<SObject> fetch(Integer position, Integer count)': fetch
  }),
  nativeClass('Database.PaginationCursor', {
    ...size,
    'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)': fetchPage,
    'Integer fetchDeleted(Integer start, Integer pageSize)': fetchDeleted
  }),
  nativeClass(
    'Database.CursorFetchResult',
    getters<Page>({
      'List<SObject> getRecords()': ({ records }) => records,
      'Integer getNextIndex()': ({ nextIndex }) => nextIndex,
      'Integer getNumDeletedRecords()': ({ deleted }) => deleted,
      'Boolean isDone()': ({ isDone }) => isDone
    })
  )
];
