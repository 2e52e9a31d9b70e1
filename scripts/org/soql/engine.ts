import type { SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { SqliteStore } from '../store/index.ts';
import { createOrgFormulas, type OrgFormulas } from '../formula/index.ts';
import { checkSecurityEnforced, checkUserMode } from './access.ts';
import { traitKey, traitsOf } from './bindTraits.ts';
import { compileQuery, type CompileOptions } from './compile.ts';
import { createFunctions, type QueryFunctions } from './functions.ts';
import { parseQuery } from './parse.ts';
import type { Query } from './ast.ts';
import { prepare, runStatement, type Run, type SharingCondition } from './run.ts';
import { overallLimit, searchQueries, sharedOut, type SearchHits } from './search.ts';
import type { Statement } from './statement.ts';
import { timeZoneOf, type TimeZone } from '../calendar/index.ts';
import type { QueryRequest, QueryResult } from './types.ts';

/** Which rows of an object a user sees; undefined: all of them. `alias` stands for the table. */
export type SharingRule = (query: SharingQuestion) => SharingCondition | undefined;

export interface SharingQuestion {
  readonly object: string;
  readonly alias: string;
  readonly user: UserContext;
  readonly policy: AccessPolicy;
}

export interface QueryEngineOptions {
  readonly schema: SchemaPort;
  readonly store: SqliteStore;
  /** The org's formulas; by default those of the schema, whose mistakes then name no file. */
  readonly formulas?: OrgFormulas;
  /** By default every user sees every row. */
  readonly sharing?: SharingRule;
}

/** Runs SOQL over an org's records. Statements are prepared once for each text. */
export interface QueryEngine {
  /** @throws QueryError in the platform's words */
  executeQuery(request: QueryRequest): QueryResult;
  /** Runs SOSL; `soql` of the request holds it. @throws QueryError MALFORMED_SEARCH and those of queries */
  executeSearch(request: QueryRequest): SearchHits[];
  /** The steps in which SQLite runs the query, and which indexes it uses. */
  explainQuery(request: QueryRequest): string[];
}

const cacheLimit = 1000;

/** An engine over one store. */
export function createQueryEngine(options: QueryEngineOptions): QueryEngine {
  const { schema, store, formulas = createOrgFormulas(options) } = options;
  const functions = createFunctions({ schema, store, formulas });
  const statementFor = statementCache({ schema, functions });
  const startRun = runFactory(options, functions);
  return {
    executeQuery: (request) => {
      const statement = statementFor(request);
      if (statement.locks && request.mayLock === true) store.lock();
      return toResult(statement, runStatement(startRun(request, statement), statement));
    },
    executeSearch: (request) => {
      const hits = searchQueries(schema, request).map((query) => {
        const traits = traitsOf(request);
        const statement = compileQuery(query, { schema, functions, traits, allRows: false });
        const records = runStatement(startRun(request, statement), statement);
        return { object: statement.shape.object ?? '', records };
      });
      const limit = overallLimit(request);
      return limit === undefined ? hits : sharedOut(hits, limit);
    },
    explainQuery: (request) => {
      const statement = statementFor(request);
      const { sql, parameters } = prepare(startRun(request, statement), statement);
      const plan = store.all(`EXPLAIN QUERY PLAN ${sql}`, parameters);
      return plan.map((row) => String(row['detail']));
    }
  };
}

/** Parses and compiles each text once. */
function statementCache(
  fixed: Pick<CompileOptions, 'schema' | 'functions'>
): (request: QueryRequest) => Statement {
  const statements = new Map<string, Statement>();
  const queries = new Map<string, Query>();
  return (request) => {
    const { soql, allRows = false } = request;
    const traits = traitsOf(request);
    const key = `${String(allRows)} ${traitKey(traits)} ${soql}`;
    return remember(statements, key, () => {
      const query = remember(queries, soql, () => parseQuery(soql));
      return compileQuery(query, { ...fixed, traits, allRows });
    });
  };
}

/** Checks access, and gathers what a run needs. */
function runFactory(
  { schema, store, sharing }: QueryEngineOptions,
  functions: QueryFunctions
): (request: QueryRequest, statement: Statement) => Run {
  const zones = new Map<string, TimeZone>();
  const objects = objectsByPrefix(schema);
  return (request, statement) => {
    checkAccess(statement, request);
    functions.begin(request);
    const { user, policy } = request;
    const zone = remember(zones, user.timeZone, () => timeZoneOf(user.timeZone));
    const isShared = statement.mode !== 'system' && (request.sharing || statement.mode === 'user');
    return {
      store,
      objectOf: (id) => objects.get(id.slice(0, 3)),
      sharing: (object, alias) =>
        isShared ? sharing?.({ object, alias, user, policy }) : undefined,
      context: {
        request,
        today: zone.dayOf(request.now),
        startOfDay: (day) => new Date(zone.startOf(day)).toISOString()
      }
    };
  };
}

function remember<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.delete(cache.keys().next().value ?? '');
  const made = make();
  cache.set(key, made);
  return made;
}

function checkAccess(statement: Statement, { accessLevel, policy }: QueryRequest): void {
  if (statement.mode === 'secured') return checkSecurityEnforced(statement, policy);
  if ((statement.mode ?? accessLevel) === 'user') checkUserMode(statement, policy);
}

function objectsByPrefix(schema: SchemaPort): Map<string, string> {
  const objects = [...schema.objects.values()].filter((object) => object.keyPrefix !== undefined);
  return new Map(objects.map((object) => [object.keyPrefix ?? '', object.name]));
}

function toResult(statement: Statement, records: QueryResult['records']): QueryResult {
  const { isCount, columns, shape } = statement;
  const { object = '' } = shape;
  if (!isCount) return { object, records, totalSize: records.length, isCount, columns };
  const [count] = records[0]?.values.values() ?? [];
  return { object, records: [], totalSize: Number(count), isCount, columns };
}
