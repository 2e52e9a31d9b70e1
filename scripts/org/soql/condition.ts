import { storageOf } from '../store/index.ts';
import type {
  Comparison,
  Condition,
  DateLiteral,
  Operator,
  Query,
  Scalar,
  Value,
  WordTest
} from './ast.ts';
import { holdsNull, holdsWide } from './bindTraits.ts';
import { QueryError } from './errors.ts';
import { compileExpression, isAggregate } from './expression.ts';
import { addParameter, type RunContext, type Sql } from './plan.ts';
import { requireAbility, type Scope } from './scope.ts';
import { wordPattern } from './words.ts';
import { checkLiteral, dayValue, listValues, rangeEnd, rangeStart, scalarValue } from './values.ts';

/** Compiles the query of a semi-join to `SELECT one column FROM …`. */
export type CompileSemiJoin = (scope: Scope, query: Query, left: Sql) => string;

/**
 * A condition as SQL. SOQL's logic has two values, SQL's three: a comparison that meets a null is false, so NOT is
 * written as IS NOT TRUE.
 */
export function compileCondition(
  scope: Scope,
  condition: Condition,
  semiJoin: CompileSemiJoin
): string {
  switch (condition.kind) {
    case 'not':
      return `((${compileCondition(scope, condition.part, semiJoin)}) IS NOT TRUE)`;
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => compileCondition(scope, part, semiJoin));
      return `(${parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'words':
      return compileWords(scope, condition);
    case 'compare':
      return compileComparison(scope, condition, semiJoin);
  }
}

function compileWords(scope: Scope, { field, words }: WordTest): string {
  const left = compileExpression(scope, field);
  const pattern = wordPattern(words);
  const parameter = addParameter(scope.compilation, () => pattern);
  return `${scope.compilation.functions.words}(${left.text}, ${parameter})`;
}

function compileComparison(
  scope: Scope,
  comparison: Comparison,
  semiJoin: CompileSemiJoin
): string {
  const { left: expression, operator, value } = comparison;
  const left = compileExpression(scope, expression);
  if (!isAggregate(expression)) requireAbility(left, 'filterable', expression.at);
  if (value.kind === 'subquery') {
    const inside = `${left.text} IN (${semiJoin(scope, value.query, left)})`;
    return operator === 'NOT IN' ? `((${inside}) IS NOT TRUE)` : inside;
  }
  const scalars = value.kind === 'list' ? value.values : [value];
  for (const scalar of scalars) checkLiteral(left, scalar);
  const test = {
    left: forCompare(scope, left, scalars),
    operator: forList(scope, operator, value)
  };
  return value.kind === 'list' || test.operator.endsWith('IN')
    ? compileList(scope, { ...test, scalars })
    : compileScalar(scope, { ...test, scalar: value });
}

/** `Id = :ids` and `Id != :ids` ask for one of them, and for none. */
function forList({ compilation }: Scope, operator: Operator, value: Value): Operator {
  if (value.kind !== 'bind' || !compilation.traits.lists.has(value.name)) return operator;
  const others: Partial<Record<Operator, Operator>> = { '=': 'IN', '!=': 'NOT IN' };
  return others[operator] ?? operator;
}

/** A checkbox is never null, not even of a parent that is missing; text compares without regard to case. */
function forCompare(scope: Scope, left: Sql, scalars: readonly Scalar[]): Sql {
  if (left.type === 'boolean' && left.joined) return { ...left, text: `IFNULL(${left.text}, 0)` };
  if (storageOf(left.type) !== 'text' || left.field?.caseSensitive === true) return left;
  const { traits, functions } = scope.compilation;
  if (scalars.some((scalar) => holdsWide(traits, scalar)))
    return { ...left, text: `${functions.fold}(${left.text})`, folded: true };
  const isColumn = /^t\d+\."[^"]+"$/.test(left.text);
  return isColumn ? left : { ...left, text: `(${left.text} COLLATE NOCASE)` };
}

interface ListTest {
  readonly left: Sql;
  readonly operator: Operator;
  readonly scalars: readonly Scalar[];
}

function compileList(scope: Scope, { left, operator, scalars }: ListTest): string {
  if (operator === 'INCLUDES' || operator === 'EXCLUDES')
    return compileMultiple(scope, { left, operator, scalars });
  if (operator === 'LIKE') return compileLikes(scope, left, scalars);
  const dates = scalars.filter((scalar) => scalar.kind === 'dateLiteral');
  const rest = scalars.filter((scalar) => scalar.kind !== 'dateLiteral');
  const tests = dates.map((scalar) => compileScalar(scope, { left, operator: '=', scalar }));
  if (rest.length > 0) tests.push(compileIn(scope, left, rest));
  if (rest.some((scalar) => holdsNull(scope.compilation.traits, scalar)))
    tests.push(`${left.text} IS NULL`);
  const inside = tests.join(' OR ');
  return operator === 'NOT IN' ? `((${inside}) IS NOT TRUE)` : `(${inside})`;
}

function compileIn(scope: Scope, left: Sql, scalars: readonly Scalar[]): string {
  const list = addParameter(scope.compilation, (context) =>
    JSON.stringify(listValues(left, scalars, context))
  );
  return `${left.text} IN (SELECT "value" FROM json_each(${list}))`;
}

function compileMultiple(scope: Scope, { left, operator, scalars }: ListTest): string {
  const list = addParameter(scope.compilation, (context) =>
    JSON.stringify(listValues(left, scalars, context))
  );
  const test = `${scope.compilation.functions.includes}(${left.text}, ${list})`;
  return operator === 'INCLUDES' ? test : `(${test} IS NOT TRUE)`;
}

function compileLikes(scope: Scope, left: Sql, scalars: readonly Scalar[]): string {
  const list = addParameter(scope.compilation, (context) =>
    JSON.stringify(listValues(left, scalars, context))
  );
  const like = `${left.text} LIKE "value" ESCAPE '\\'`;
  return `EXISTS (SELECT 1 FROM json_each(${list}) WHERE ${like})`;
}

interface ScalarTest {
  readonly left: Sql;
  readonly operator: Operator;
  readonly scalar: Scalar;
}

function compileScalar(scope: Scope, { left, operator, scalar }: ScalarTest): string {
  if (scalar.kind === 'dateLiteral') return compileDate(scope, { left, operator, scalar });
  if (operator === 'INCLUDES' || operator === 'EXCLUDES')
    return compileMultiple(scope, { left, operator, scalars: [scalar] });
  if (operator === 'LIKE' && scalar.kind === 'bind') return compileLikes(scope, left, [scalar]);
  if (holdsNull(scope.compilation.traits, scalar)) return compileNull(left, operator);
  const value = addParameter(scope.compilation, (context) => scalarValue(left, scalar, context));
  switch (operator) {
    case '=':
      return `${left.text} = ${value}`; // IS would not use the indexes, which leave out nulls.
    case '!=':
      return `${left.text} IS NOT ${value}`;
    case 'LIKE':
      return compileLike(left, value, scalar);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `${left.text} ${operator} ${value}`;
    case 'IN':
    case 'NOT IN':
      throw new QueryError('MALFORMED_QUERY', `unexpected token: '${operator}'`, scalar.at);
  }
}

/** Nothing is greater, smaller or like null. */
function compileNull(left: Sql, operator: Operator): string {
  if (operator === '=') return `${left.text} IS NULL`;
  return operator === '!=' ? `${left.text} IS NOT NULL` : '0';
}

function compileLike(left: Sql, value: string, scalar: Scalar): string {
  if (storageOf(left.type) !== 'text') {
    const message = `invalid operator on ${left.field?.name ?? 'a'} field`;
    throw new QueryError('INVALID_QUERY_FILTER_OPERATOR', message, scalar.at);
  }
  return `${left.text} LIKE ${value} ESCAPE '\\'`;
}

type DayOf = (literal: DateLiteral, context: RunContext) => number;

/** A comparison with a range of days: before it, in it, after it. */
function compileDate(
  scope: Scope,
  { left, operator, scalar }: ScalarTest & { readonly scalar: DateLiteral }
): string {
  const bound = (dayOf: DayOf): string =>
    addParameter(scope.compilation, (context) => dayValue(left, dayOf(scalar, context), context));
  const { text } = left;
  switch (operator) {
    case '<':
      return `${text} < ${bound(rangeStart)}`;
    case '<=':
      return `${text} < ${bound(rangeEnd)}`;
    case '>':
      return `${text} >= ${bound(rangeEnd)}`;
    case '>=':
      return `${text} >= ${bound(rangeStart)}`;
    case '!=':
      return `((${text} >= ${bound(rangeStart)} AND ${text} < ${bound(rangeEnd)}) IS NOT TRUE)`;
    default:
      return `(${text} >= ${bound(rangeStart)} AND ${text} < ${bound(rangeEnd)})`;
  }
}
