import type { Order, Query } from './ast.ts';
import { isGrouped, type Groups } from './aggregate.ts';
import { malformed } from './errors.ts';
import { compileExpression, isAggregate } from './expression.ts';
import type { Sql } from './plan.ts';
import { requireAbility, type Scope } from './scope.ts';
import { storageOf } from '../store/index.ts';
import { isVirtual } from './virtual.ts';

/**
 * ` ORDER BY …`. Nulls come first unless the query says otherwise. A query that asks for no order gets its records as
 * they were made: the platform promises none, but this is what it mostly does, and what tests come to rely on.
 */
export function orderClause(scope: Scope, query: Query): string {
  const terms = query.orderBy.map((order) => orderTerm(scope, order));
  if (terms.length > 0) return ` ORDER BY ${terms.join(', ')}`;
  return isGrouped(query) || isVirtual(scope.object) ? '' : ` ORDER BY ${scope.alias}.rowid`;
}

/** The order of subtotals: by what is selected, since the subtotals are united before they are sorted. */
export function groupedOrder({ columnOf }: Groups, query: Query): string {
  const terms = query.orderBy.map((order) => {
    const column = columnOf(order.expression);
    if (column === undefined)
      throw malformed('ORDER BY must name what is selected', order.expression.at);
    const nulls = order.nulls === 'LAST' ? 'NULLS LAST' : 'NULLS FIRST';
    return `${column} ${order.descending ? 'DESC' : 'ASC'} ${nulls}`;
  });
  return terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`;
}

function orderTerm(scope: Scope, order: Order): string {
  const sql = compileExpression(scope, order.expression);
  if (!isAggregate(order.expression)) requireAbility(sql, 'sortable', order.expression.at);
  const direction = order.descending ? 'DESC' : 'ASC';
  const end = order.nulls === 'LAST' ? ' NULLS LAST' : order.descending ? ' NULLS FIRST' : '';
  const rank = picklistRank(sql);
  const first = rank === undefined ? '' : `${rank} ${direction}${end}, `;
  return `${first}${collated(sql)} ${direction}${end}`;
}

function collated(sql: Sql): string {
  return storageOf(sql.type) === 'text' ? `${sql.text} COLLATE NOCASE` : sql.text;
}

/** Picklists sort in the order of their values, not by the alphabet. */
function picklistRank({ field, text }: Sql): string | undefined {
  const values = field?.type === 'picklist' ? field.picklistValues : [];
  if (values.length === 0) return undefined;
  const cases = values.map(
    ({ value }, rank) => `WHEN '${value.replaceAll("'", "''")}' THEN ${String(rank)}`
  );
  return `CASE ${text} ${cases.join(' ')} ELSE iif(${text} IS NULL, NULL, ${String(values.length)}) END`;
}
