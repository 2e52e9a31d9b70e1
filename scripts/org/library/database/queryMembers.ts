import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import type { ApexList, ApexMap } from '../../../apex/runtime/index.ts';
import { ApexException } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import type { QueryOptions } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { modeOf } from './accessLevel.ts';
import type { ApexAccessLevel } from './accessLevel.ts';

const stringLiteral = /'(?:[^'\\]|\\.)*'/g;
const bindName = /:\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g;

/** Names after colons outside of quotes. */
export function bindNames(soql: string): string[] {
  const text = soql.replaceAll(stringLiteral, "''");
  return [...text.matchAll(bindName)].map((match) => match[1] ?? '');
}

function localBinds({ bindScope }: ApexContext, soql: string): Map<string, unknown> {
  return new Map(
    bindNames(soql).map((name) => [name.toLowerCase(), bound(bindScope?.(name), name)])
  );
}

function mapBinds(map: ApexMap | null, soql: string): Map<string, unknown> {
  const values = new Map(
    (map?.entries() ?? []).map(([key, value]) => [String(key).toLowerCase(), value])
  );
  return new Map(
    bindNames(soql).map((name) => [name.toLowerCase(), bound(values.get(name.toLowerCase()), name)])
  );
}

function bound(value: unknown, name: string): unknown {
  if (value !== undefined) return value;
  throw queryException(`Variable does not exist: ${name}`);
}

function queryException(text: string): ApexException {
  return new ApexException('System.QueryException', text);
}

/** A query whose text comes at run time, with its binds. */
export interface Dynamic {
  readonly soql: string;
  readonly options: QueryOptions;
}

/** A query that may bind the caller's local variables. */
export function dynamicQuery(
  context: ApexContext,
  soql: string | null,
  level?: ApexAccessLevel | null
): Dynamic {
  if (soql === null)
    throw new ApexException('System.NullPointerException', 'Argument 1 cannot be null');
  const binds = localBinds(context, soql);
  return {
    soql,
    options: { binds, sharing: context.sharing, accessLevel: modeOf(context, level), dynamic: true }
  };
}

/** A query whose binds come in a map. */
export function withBinds(context: ApexContext, soql: string, ...rest: unknown[]): Dynamic {
  const [map, level] = rest as [ApexMap | null, ApexAccessLevel | null];
  const binds = mapBinds(map, soql);
  return {
    soql,
    options: { binds, sharing: context.sharing, accessLevel: modeOf(context, level), dynamic: true }
  };
}

function run(context: ApexContext, { soql, options }: Dynamic): ApexList {
  return hostOf(context).records(soql, options);
}

function count(context: ApexContext, { soql, options }: Dynamic): number {
  return hostOf(context).run(soql, options).totalSize;
}

/** A query that is run later, or the records it gave. */
export interface LocatorData {
  readonly query: string;
  readonly records: (context: ApexContext) => ApexList;
}

export type ApexQueryLocator = PlatformObject<LocatorData>;

/** Rows of a locator have a limit of their own; in the start of a batch they are as many as there are. */
function locator(context: ApexContext, { soql, options }: Dynamic): ApexQueryLocator {
  const host = hostOf(context);
  const { transaction, services } = host;
  transaction.limits.count('queries');
  const found = host.peek(soql, options);
  const isBatch = transaction.quiddity === 'BATCH_APEX';
  if (!isBatch) transaction.limits.count('queryLocatorRows', found.totalSize);
  return new PlatformObject<LocatorData>('Database.QueryLocator', {
    query: soql,
    records: () => services.bridge.fromQuery(found)
  });
}

/** Statics of `Database` that query. */
export const queryMembers: NativeMembers = {
  'static List<SObject> query(String query)': (context: ApexContext, soql: string | null) =>
    run(context, dynamicQuery(context, soql)),
  'static List<SObject> query(String query, AccessLevel level)': (
    context: ApexContext,
    soql: string | null,
    level: ApexAccessLevel | null
  ) => run(context, dynamicQuery(context, soql, level)),
  'static List<SObject> queryWithBinds(String query, Map<String, Object> binds, AccessLevel level)':
    (context: ApexContext, soql: string, ...rest: unknown[]) =>
      run(context, withBinds(context, soql, ...rest)),
  'static Integer countQuery(String query)': (context: ApexContext, soql: string | null) =>
    count(context, dynamicQuery(context, soql)),
  'static Integer countQuery(String query, AccessLevel level)': (
    context: ApexContext,
    soql: string | null,
    level: ApexAccessLevel | null
  ) => count(context, dynamicQuery(context, soql, level)),
  'static Integer countQueryWithBinds(String query, Map<String, Object> binds, AccessLevel level)':
    (context: ApexContext, soql: string, ...rest: unknown[]) =>
      count(context, withBinds(context, soql, ...rest)),
  'static Database.QueryLocator getQueryLocator(String query)': (
    context: ApexContext,
    soql: string | null
  ) => locator(context, dynamicQuery(context, soql)),
  'static Database.QueryLocator getQueryLocator(String query, AccessLevel level)': (
    context: ApexContext,
    soql: string | null,
    level: ApexAccessLevel | null
  ) => locator(context, dynamicQuery(context, soql, level)),
  'static Database.QueryLocator getQueryLocator(List<SObject> records)': (
    _context: ApexContext,
    records: ApexList
  ) => new PlatformObject('Database.QueryLocator', { query: '', records: () => records }),
  'static Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String, Object> binds, AccessLevel level)':
    (context: ApexContext, soql: string, ...rest: unknown[]) =>
      locator(context, withBinds(context, soql, ...rest))
};

/** Those of them that may use the caller's variables. */
export const bindingMembers: readonly string[] = [
  ...['query', 'countQuery', 'getQueryLocator', 'getCursor']
];

interface IteratorData {
  readonly items: readonly unknown[];
  position: number;
}

export const queryLocator = nativeClass(
  'Database.QueryLocator',
  {
    'String getQuery()': (_context: ApexContext, self: ApexQueryLocator) => self.data.query,
    'Database.QueryLocatorIterator iterator()': (context: ApexContext, self: ApexQueryLocator) =>
      new PlatformObject('Database.QueryLocatorIterator', {
        items: self.data.records(context).items,
        position: 0
      })
  },
  { interfaces: ['Iterable<SObject>'] }
);

export const queryLocatorIterator = nativeClass(
  'Database.QueryLocatorIterator',
  {
    'Boolean hasNext()': (_context: ApexContext, { data }: PlatformObject<IteratorData>) =>
      data.position < data.items.length,
    'SObject next()': (_context: ApexContext, { data }: PlatformObject<IteratorData>) => {
      if (data.position < data.items.length) return data.items[data.position++];
      throw new ApexException('System.NoSuchElementException', 'Iterator has no more elements.');
    }
  },
  { interfaces: ['Iterator<SObject>'] }
);
