import type { DmlStatement, LanguageHost, SharingMode, StaticQuery } from '../../apex/index.ts';
import { ApexException, ApexList, ApexMap, ApexSet } from '../../apex/runtime/index.ts';
import { createDmlTransaction } from '../dml/index.ts';
import { QueryError } from '../soql/index.ts';
import type { QueryRequest, QueryResult, SearchHits } from '../soql/index.ts';
import { LockTimeout } from '../store/index.ts';
import { saveRecords } from './dml.ts';
import type { OrgServices } from './services.ts';
import type { TestState, Transaction } from './transaction.ts';
import { lacksIds, lookupsFrom, withIds } from './implicitId.ts';
import { fixedQueries } from './testSearch.ts';
import type { FixedQuery } from './testSearch.ts';
import { toBind } from './values.ts';

/** What a query needs besides its text. */
export interface QueryOptions {
  readonly binds: ReadonlyMap<string, unknown>;
  readonly sharing: SharingMode;
  readonly accessLevel: 'user' | 'system';
  /** The text came at run time: messages show where in it the mistake is. */
  readonly dynamic?: boolean;
}

const chunkSize = 200;

/** What `FOR UPDATE` says when another transaction holds the lock for too long. */
const unavailable =
  'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, ' +
  'is currently being modified by another user. Please try again.';

/** The platform beneath compiled Apex, for one thread. `transaction` is the one under way. */
export class OrgHost implements LanguageHost {
  private readonly servicesOf: () => OrgServices;
  private current: Transaction | undefined;
  /** Queries that did not select the id, with it. */
  private readonly withId = new Map<string, string>();

  /** `services` is asked for late, since the program and the host need each other. */
  constructor(services: () => OrgServices) {
    this.servicesOf = services;
  }

  get services(): OrgServices {
    return this.servicesOf();
  }

  get transaction(): Transaction {
    if (this.current === undefined) throw new Error('Apex runs outside a transaction.');
    return this.current;
  }

  /** The Apex test that runs now, if one does. */
  get test(): TestState | undefined {
    return this.current?.test;
  }

  /** The running user's settings, for the language's own library. */
  get userSettings(): { readonly timeZone: string; readonly locale: string } {
    return this.transaction.user;
  }

  /** Runs `work` with `transaction` as the current one. */
  within<T>(transaction: Transaction, work: () => T): T {
    const before = this.current;
    this.current = transaction;
    try {
      return work();
    } finally {
      this.current = before;
    }
  }

  query(request: StaticQuery): ApexList {
    return this.records(request.soql, request);
  }

  count(request: StaticQuery): number {
    return this.run(request.soql, request).totalSize;
  }

  *queryChunks(request: StaticQuery): Generator<ApexList> {
    const { elementType, items } = this.query(request);
    for (let start = 0; start < items.length; start += chunkSize) {
      yield new ApexList(elementType, items.slice(start, start + chunkSize));
    }
  }

  /** A query's records; counted against the limits. */
  records(soql: string, options: QueryOptions): ApexList {
    return this.services.bridge.fromQuery(this.run(soql, options));
  }

  /** A query's raw result, which counts nothing. */
  peek(soql: string, options: QueryOptions): QueryResult {
    const request = this.requestFor(soql, options);
    const { limits } = this.transaction;
    return limits.offTheClock(() => this.execute(request, options.dynamic === true));
  }

  /** A query's raw result; counted against the limits. */
  run(soql: string, options: QueryOptions): QueryResult {
    const { limits } = this.transaction;
    limits.count('queries');
    const result = this.peek(soql, options);
    if (result.columns.some(({ aggregate }) => aggregate)) limits.count('aggregateQueries');
    limits.count('queryRows', result.isCount ? 1 : result.totalSize);
    return result;
  }

  private execute(request: QueryRequest, dynamic: boolean): QueryResult {
    try {
      const whole = this.queryWhole(request, this.withId.get(request.soql));
      if (whole !== undefined) return whole;
      const result = this.services.query(request);
      return lacksIds(result) ? this.queryWithIds(request, result) : result;
    } catch (error) {
      if (error instanceof LockTimeout)
        throw new ApexException('System.QueryException', unavailable);
      if (!(error instanceof QueryError)) throw error;
      throw queryException(error, dynamic ? error.explain(request.soql) : error.message);
    }
  }

  /** Apex records and their parents always carry their ids, selected or not. */
  private queryWithIds(request: QueryRequest, result: QueryResult): QueryResult {
    const lookups = lookupsFrom(this.services.schema, result.records[0]?.object ?? '');
    const texts = [withIds(request.soql, lookups), withIds(request.soql)];
    for (const soql of texts.filter((text) => text !== request.soql)) {
      const whole = this.queryWhole(request, soql);
      if (whole === undefined) continue;
      this.withId.set(request.soql, soql);
      return whole;
    }
    return result;
  }

  /** Undefined when the user may not read one of the lookups that were added. */
  private queryWhole(request: QueryRequest, soql: string | undefined): QueryResult | undefined {
    if (soql === undefined) return undefined;
    try {
      return this.services.query({ ...request, soql });
    } catch (error) {
      if (error instanceof QueryError) return undefined;
      throw error;
    }
  }

  search(request: StaticQuery): ApexList {
    const { limits } = this.transaction;
    limits.count('soslQueries');
    const query = this.requestFor(request.soql, request);
    const { test } = this;
    const lists = limits.offTheClock(() =>
      test === undefined
        ? this.found(query).map((hits) => this.shown(hits))
        : fixedQueries(query.soql, test.fixedSearchResults).map((fixed) => this.fixed(query, fixed))
    );
    return new ApexList('List<SObject>', lists);
  }

  private fixed(request: QueryRequest, { object, soql, binds }: FixedQuery): ApexList {
    const ids = [...binds].map(([name, value]) => [name, toBind(value)] as const);
    const all = new Map([...request.binds, ...ids]);
    const result = this.execute({ ...request, soql, binds: all }, false);
    return new ApexList(object, this.services.bridge.fromQuery(result).items);
  }

  private found(request: QueryRequest): readonly SearchHits[] {
    try {
      return this.services.search(request);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      throw new ApexException('System.SearchException', error.message);
    }
  }

  private shown({ object, records }: SearchHits): ApexList {
    const { length: totalSize } = records;
    return this.services.bridge.fromQuery({
      object,
      records,
      totalSize,
      isCount: false,
      columns: []
    });
  }

  dml(statement: DmlStatement): void {
    const { operation, records, duplicates, externalIdField, accessLevel, sharing } = statement;
    saveRecords(this, {
      operation,
      records,
      duplicates,
      externalIdField,
      accessLevel,
      sharing,
      allOrNone: true
    });
  }

  runAs(userOrVersion: unknown, block: () => void): void {
    const { transaction } = this;
    if (transaction.test === undefined) {
      throw new ApexException('System.TypeException', 'System.runAs is only allowed in tests');
    }
    const { user, policy, dml } = transaction;
    const next = this.services.userFrom(userOrVersion);
    if (next !== undefined) {
      transaction.user = next;
      transaction.policy = this.services.policy(next);
    }
    transaction.dml = createDmlTransaction();
    try {
      block();
    } finally {
      Object.assign(transaction, { user, policy, dml });
    }
  }

  /** A call of a `@future` method: it is queued. */
  future(className: string, method: string, values: readonly unknown[]): void {
    const { quiddity } = this.transaction;
    if (quiddity === 'FUTURE' || quiddity === 'BATCH_APEX') {
      const text = `Future method cannot be called from a future or batch method: ${className}.${method}`;
      throw new ApexException('System.AsyncException', text);
    }
    this.services.jobs.future(className, method, values);
  }

  checkCpuTime(): void {
    this.transaction.limits.checkCpuTime();
  }

  private requestFor(soql: string, options: QueryOptions): QueryRequest {
    const { user, policy } = this.transaction;
    const binds = new Map(
      [...options.binds].map(([name, value]) => [name.toLowerCase(), toBind(value)])
    );
    const userMode = options.accessLevel === 'user';
    const { accessLevel } = options;
    const sharing = userMode || options.sharing === 'with' || options.sharing === 'inherited';
    const now = this.services.clock.now();
    return { soql, binds, accessLevel, sharing, user, policy, now, mayLock: true };
  }
}

function queryException({ hidden }: QueryError, text: string): ApexException {
  const exception = new ApexException('System.QueryException', text);
  const entries = [...hidden].map(
    ([object, fields]) => [object, new ApexSet('String', [...fields])] as const
  );
  exception.details['inaccessibleFields'] = new ApexMap('String', 'Set<String>', entries);
  return exception;
}

/** The host behind a context; natives of the platform start here. */
export function hostOf(context: { readonly host: LanguageHost }): OrgHost {
  if (context.host instanceof OrgHost) return context.host;
  throw new Error('This native type needs the local org beneath it.');
}
