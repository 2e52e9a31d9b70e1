import type { ChildRelationship, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { quote } from '../store/index.ts';
import { compileGroups, isGrouped, type GroupingSet } from './aggregate.ts';
import type { Bind, FieldPath, Literal, Query } from './ast.ts';
import { compileCondition } from './condition.ts';
import { malformed, noSuchChild, noSuchObject, QueryError } from './errors.ts';
import { orderClause } from './order.ts';
import { addParameter, type Compilation, type FunctionFactory, type Sql } from './plan.ts';
import { fromClause, openScope, requireObject, resolveField, type Scope } from './scope.ts';
import { compileSelect, type Selection } from './select.ts';
import { createColumns, createShape } from './shape.ts';
import { parentColumn, type Statement } from './statement.ts';
import { bindValue } from './values.ts';

export interface CompileOptions {
  readonly schema: SchemaPort;
  readonly functions: FunctionFactory;
  readonly nullBinds: ReadonlySet<string>;
  readonly allRows: boolean;
}

/**
 * Compiles a query into one prepared statement, and one more for each child subquery.
 * @throws QueryError in the platform's words
 */
export function compileQuery(query: Query, options: CompileOptions): Statement {
  const compilation = start({ ...options, allRows: options.allRows || query.allRows });
  const object = requireObject(compilation, query.from);
  compilation.uses.push({ object, field: undefined, selected: true, at: query.from.at });
  return isGrouped(query)
    ? compileGrouped(compilation, query, object)
    : compileRecords(compilation, query, object);
}

function start(options: CompileOptions): Compilation {
  return { ...options, parameters: [], uses: [], sharing: [], aliases: { count: 0 } };
}

function compileRecords(
  compilation: Compilation,
  query: Query,
  object: ObjectDefinition
): Statement {
  checkFieldsLimit(query);
  const scope = openScope(compilation, object, query);
  const selection = select(scope);
  compileSelect(selection, query.select, compileChild);
  const where = whereClause(scope, query);
  const order = orderClause(scope, query);
  const page = pageClause(compilation, query);
  const sql = `SELECT ${selection.columns.text || '1'} ${fromClause(scope)}${where}${order}${page}`;
  return statement(compilation, selection, { query, sql });
}

function select(scope: Scope): Selection {
  const shape = createShape(scope.object.name, undefined);
  return { scope, columns: createColumns(), shape, described: [], children: [] };
}

function statement(
  compilation: Compilation,
  selection: Selection,
  { query, sql }: { readonly query: Query; readonly sql: string }
): Statement {
  return {
    sql,
    parameters: compilation.parameters,
    uses: compilation.uses,
    sharing: compilation.sharing,
    shape: selection.shape,
    columns: selection.described,
    isCount: isPlainCount(query),
    mode: query.mode,
    children: selection.children
  };
}

/** `SELECT COUNT()` */
function isPlainCount({ select: [item] }: Query): boolean {
  return (
    item?.kind === 'expression' &&
    item.expression.kind === 'call' &&
    item.expression.name === 'COUNT' &&
    item.expression.argument === undefined
  );
}

function compileGrouped(
  compilation: Compilation,
  query: Query,
  object: ObjectDefinition
): Statement {
  if (isPlainCount(query) && query.select.length > 1)
    throw malformed('COUNT() must be the only thing selected', query.from.at);
  const scope = openScope(compilation, object, query);
  const selection = select(scope);
  const groups = compileGroups(selection, query);
  const where = whereClause(scope, query);
  const having = havingClause(scope, query);
  const order = orderClause(scope, query);
  const page = pageClause(compilation, query);
  const from = fromClause(scope);
  const parts = groups.sets.map(
    (set) => `SELECT ${groups.columns(set)} ${from}${where}${groupClause(set, query)}${having}`
  );
  const isUnion = parts.length > 1;
  const sql = isUnion
    ? `SELECT * FROM (${parts.join(' UNION ALL ')})${page}`
    : `${parts.join('')}${order}${page}`;
  return statement(
    compilation,
    { ...selection, shape: { ...selection.shape, object: 'AggregateResult' } },
    { query, sql }
  );
}

function groupClause(set: GroupingSet, query: Query): string {
  if (query.groupBy === undefined || set.size === 0) return '';
  return ` GROUP BY ${[...set].join(', ')}`;
}

function havingClause(scope: Scope, { groupBy }: Query): string {
  if (groupBy?.having === undefined) return '';
  return ` HAVING ${compileCondition(scope, groupBy.having, compileSemiJoin)}`;
}

/** ` WHERE …`: what the query asks, the recycle bin left out, and a mark where sharing goes. */
function whereClause(scope: Scope, query: Query, first: readonly string[] = []): string {
  const { compilation, object, alias } = scope;
  const asked =
    query.where === undefined ? [] : [compileCondition(scope, query.where, compileSemiJoin)];
  const live =
    object.fields.has('isdeleted') && !compilation.allRows ? [`${alias}."IsDeleted" = 0`] : [];
  const conditions = [
    ...first,
    ...asked,
    ...live,
    ...scopeCondition(scope, query),
    shareMark(scope)
  ];
  return ` WHERE ${conditions.join(' AND ')}`;
}

function shareMark({ compilation, object, alias }: Scope): string {
  const mark = `/*sharing ${String(compilation.sharing.length)}*/1`;
  compilation.sharing.push({ mark, object, alias });
  return mark;
}

function scopeCondition({ compilation, alias }: Scope, { scope, from }: Query): string[] {
  if (scope === undefined || scope === 'everything') return [];
  if (scope !== 'mine') throw malformed(`the local org has no scope ${scope}`, from.at);
  const user = addParameter(compilation, ({ request }) => request.user.userId);
  return [`${alias}."OwnerId" = ${user}`];
}

const maximumOffset = 2000;

function pageClause(compilation: Compilation, query: Query): string {
  const limit = query.limit === undefined ? undefined : countParameter(compilation, query.limit);
  if (query.offset === undefined) return limit === undefined ? '' : ` LIMIT ${limit}`;
  return ` LIMIT ${limit ?? '-1'} OFFSET ${countParameter(compilation, query.offset, maximumOffset)}`;
}

function countParameter(
  compilation: Compilation,
  count: Literal | Bind,
  maximum = Number.POSITIVE_INFINITY
): string {
  return addParameter(compilation, (context) => {
    const value = Number(count.kind === 'bind' ? bindValue(count, context) : count.value);
    if (value > maximum)
      throw new QueryError(
        'NUMBER_OUTSIDE_VALID_RANGE',
        `Maximum SOQL offset allowed is ${String(maximum)}`,
        count.at
      );
    return value;
  });
}

/** Unbounded FIELDS() needs a small LIMIT. */
function checkFieldsLimit({ select: items, limit }: Query): void {
  const fields = items.find((item) => item.kind === 'fields');
  if (fields === undefined || fields.which === 'STANDARD') return;
  if (limit?.kind === 'bind' || (limit !== undefined && Number(limit.value) <= 200)) return;
  throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200', fields.at);
}

/** `(SELECT AccountId FROM Contact WHERE …)` on the right of IN. */
function compileSemiJoin(outer: Scope, query: Query, left: Sql): string {
  const { compilation } = outer;
  const object = requireObject(compilation, query.from);
  compilation.uses.push({ object, field: undefined, selected: false, at: query.from.at });
  const scope = openScope(compilation, object, query);
  const [item] = query.select;
  if (item?.kind !== 'expression' || item.expression.kind !== 'field')
    throw malformed('a semi-join selects one field', query.from.at);
  const field = resolveField(scope, item.expression);
  if (!['id', 'reference'].includes(field.type) || !['id', 'reference'].includes(left.type))
    throw semiJoinType(left, item.expression);
  const where = whereClause(scope, query, [`${field.text} IS NOT NULL`]);
  return `SELECT ${field.text} ${fromClause(scope)}${where}`;
}

function semiJoinType(left: Sql, field: FieldPath): QueryError {
  const name = left.field?.name ?? '';
  const message = `The left operand field in the WHERE expression for outer query should be an id field, cannot use: '${name}'`;
  return new QueryError('INVALID_QUERY_FILTER_OPERATOR', message, field.at);
}

/** `(SELECT Id FROM Contacts)` in a SELECT list: its own statement, run once for all parents. */
function compileChild(selection: Selection, query: Query): void {
  const { scope, columns, shape, children } = selection;
  const name = query.from.path.at(-1) ?? '';
  const relationship = scope.compilation.schema.childRelationship(scope.object, name);
  if (relationship === undefined) throw noSuchChild(name, query.from.at);
  const statement = compileChildren(scope.compilation, query, relationship);
  children.push(statement);
  const idColumn = columns.add(`${scope.alias}."Id"`);
  shape.entries.set(relationship.relationshipName ?? name, {
    kind: 'children',
    statement,
    idColumn
  });
}

function compileChildren(
  parent: Compilation,
  query: Query,
  relationship: ChildRelationship
): Statement {
  const compilation = start(parent);
  const object = compilation.schema.object(relationship.childObject);
  if (object === undefined) throw noSuchObject(relationship.childObject, query.from.at);
  compilation.uses.push({ object, field: undefined, selected: true, at: query.from.at });
  const scope = openScope(compilation, object, query);
  const selection = select(scope);
  // The first parameter is the parents' ids, which only the run knows.
  const ids = addParameter(compilation, () => null);
  compileSelect(selection, query.select, compileChild);
  const parentId = `${scope.alias}.${quote(relationship.field)}`;
  const isChild = `${parentId} IN (SELECT "value" FROM json_each(${ids}))`;
  const where = whereClause(scope, query, [isChild]);
  const order = orderClause(scope, query);
  const chosen = [selection.columns.text, `${parentId} AS ${parentColumn}`].filter(
    (text) => text !== ''
  );
  const base = `SELECT ${chosen.join(', ')}`;
  const from = `${fromClause(scope)}${where}`;
  const sql =
    query.limit === undefined
      ? `${base} ${from}${order}`
      : limited({ base, from, order, parentId, limit: countParameter(compilation, query.limit) });
  return statement(compilation, selection, { query, sql });
}

interface Limited {
  readonly base: string;
  readonly from: string;
  readonly order: string;
  readonly parentId: string;
  readonly limit: string;
}

/** LIMIT in a child subquery counts for each parent. */
function limited({ base, from, order, parentId, limit }: Limited): string {
  const number = `row_number() OVER (PARTITION BY ${parentId}${order})`;
  return `SELECT * FROM (${base}, ${number} AS "number" ${from}) WHERE "number" <= ${limit} ORDER BY "number"`;
}
