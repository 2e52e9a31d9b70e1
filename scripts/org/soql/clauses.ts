import type { GroupingSet } from './aggregate.ts';
import type { Bind, FieldPath, Literal, Query } from './ast.ts';
import { compileCondition } from './condition.ts';
import { malformed, QueryError } from './errors.ts';
import { addParameter, type Compilation, type Sql } from './plan.ts';
import { fromClause, openScope, requireObject, resolveField, type Scope } from './scope.ts';
import { checkSemiJoins } from './semiJoins.ts';
import { bindValue } from './values.ts';

/** ` GROUP BY …` one set of fields. */
export function groupClause(set: GroupingSet, query: Query): string {
  if (query.groupBy === undefined || set.size === 0) return '';
  return ` GROUP BY ${[...set].join(', ')}`;
}

/** ` HAVING …`, or nothing. */
export function havingClause(scope: Scope, { groupBy }: Query): string {
  if (groupBy?.having === undefined) return '';
  return ` HAVING ${compileCondition(scope, groupBy.having, compileSemiJoin)}`;
}

/** ` WHERE …`: what the query asks, the recycle bin left out, and a mark where sharing goes. */
export function whereClause(scope: Scope, query: Query, first: readonly string[] = []): string {
  const { compilation, object, alias } = scope;
  if (query.where !== undefined) checkSemiJoins(query.where);
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

/** ` LIMIT … OFFSET …`, or nothing. */
export function pageClause(compilation: Compilation, query: Query): string {
  const limit = query.limit === undefined ? undefined : countParameter(compilation, query.limit);
  if (query.offset === undefined) return limit === undefined ? '' : ` LIMIT ${limit}`;
  return ` LIMIT ${limit ?? '-1'} OFFSET ${countParameter(compilation, query.offset, maximumOffset)}`;
}

/** A LIMIT or OFFSET as a parameter. */
export function countParameter(
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

/** `(SELECT AccountId FROM Contact WHERE …)` on the right of IN. */
function compileSemiJoin(outer: Scope, query: Query, left: Sql): string {
  const { compilation } = outer;
  const object = requireObject(compilation, query.from);
  if (object === outer.object)
    throw malformed(
      'The inner and outer selects should not be on the same object type',
      query.from.at
    );
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
