import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { compileGroups, isGrouped } from './aggregate.ts';
import type { Query } from './ast.ts';
import type { BindTraits } from './bindTraits.ts';
import {
  finishStatement,
  isLocking,
  isPlainCount,
  startCompilation,
  startGroups,
  startSelection
} from './building.ts';
import { compileChild } from './children.ts';
import { groupClause, havingClause, pageClause, whereClause } from './clauses.ts';
import { malformed } from './errors.ts';
import { groupedOrder, orderClause } from './order.ts';
import type { Compilation, FunctionFactory } from './plan.ts';
import { fromClause, openScope, requireObject } from './scope.ts';
import { compileSelect } from './select.ts';
import type { Statement } from './statement.ts';

export interface CompileOptions {
  readonly schema: SchemaPort;
  readonly functions: FunctionFactory;
  readonly traits: BindTraits;
  readonly allRows: boolean;
}

/**
 * Compiles a query into one prepared statement, and one more for each child subquery.
 * @throws QueryError in the platform's words
 */
export function compileQuery(query: Query, options: CompileOptions): Statement {
  const compilation = startCompilation({ ...options, allRows: options.allRows || query.allRows });
  const object = requireObject(compilation, query.from);
  compilation.uses.push({ object, field: undefined, selected: true, at: query.from.at });
  checkLocking(query);
  return isGrouped(query)
    ? compileGrouped(compilation, query, object)
    : compileRecords(compilation, query, object);
}

function compileRecords(
  compilation: Compilation,
  query: Query,
  object: ObjectDefinition
): Statement {
  checkFieldsLimit(query);
  const scope = openScope(compilation, object, query);
  const selection = startSelection(scope);
  compileSelect(selection, query.select, compileChild);
  const where = whereClause(scope, query);
  const order = orderClause(scope, query);
  const page = pageClause(compilation, query);
  const sql = `SELECT ${selection.columns.text} ${fromClause(scope)}${where}${order}${page}`;
  return finishStatement(compilation, selection, { query, sql });
}

function compileGrouped(
  compilation: Compilation,
  query: Query,
  object: ObjectDefinition
): Statement {
  if (isPlainCount(query) && query.select.length > 1)
    throw malformed('COUNT() must be the only thing selected', query.from.at);
  const scope = openScope(compilation, object, query);
  const selection = startGroups(scope);
  const groups = compileGroups(selection, query);
  const where = whereClause(scope, query);
  const having = havingClause(scope, query);
  const isUnion = groups.sets.length > 1;
  const order = isUnion ? groupedOrder(groups, query) : orderClause(scope, query);
  const page = pageClause(compilation, query);
  const from = fromClause(scope);
  const parts = groups.sets.map(
    (set) => `SELECT ${groups.columns(set)} ${from}${where}${groupClause(set, query)}${having}`
  );
  const sql = isUnion
    ? `SELECT * FROM (${parts.join(' UNION ALL ')})${order}${page}`
    : (limitedCount(query, from + where, page) ?? parts.join('') + order + page);
  return finishStatement(compilation, selection, { query, sql });
}

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_for_update.htm */
function checkLocking(query: Query): void {
  if (!isLocking(query)) return;
  const refused = isGrouped(query)
    ? 'Aggregate'
    : query.orderBy.length > 0
      ? 'ORDER BY'
      : undefined;
  if (refused === undefined) return;
  throw malformed(`${refused} queries cannot lock records with FOR UPDATE`, query.from.at);
}

/** Unbounded FIELDS() needs a small LIMIT. */
function checkFieldsLimit({ select: items, limit }: Query): void {
  const fields = items.find((item) => item.kind === 'fields');
  if (fields === undefined || fields.which === 'STANDARD') return;
  if (limit?.kind === 'bind' || (limit !== undefined && Number(limit.value) <= 200)) return;
  throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200', fields.at);
}

/** LIMIT bounds what COUNT() counts, not the one row that it yields. */
function limitedCount(query: Query, rest: string, page: string): string | undefined {
  if (!isPlainCount(query) || page === '') return undefined;
  return `SELECT count(*) AS c0 FROM (SELECT 1 ${rest}${page})`;
}
