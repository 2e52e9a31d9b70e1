import type { Expression, Grouping, Query, SelectItem } from './ast.ts';
import { decoderFor } from './decode.ts';
import { malformed } from './errors.ts';
import { compileExpression, isAggregate } from './expression.ts';
import type { Sql } from './plan.ts';
import { requireAbility, type Scope } from './scope.ts';
import type { Selection } from './select.ts';

/** Whether the query yields groups instead of records. */
export function isGrouped(query: Query): boolean {
  if (query.groupBy !== undefined) return true;
  return query.select.some((item) => item.kind === 'expression' && isAggregate(item.expression));
}

/** One set of fields that rows are grouped by; ROLLUP and CUBE have several. */
export type GroupingSet = ReadonlySet<string>;

/** A grouped SELECT list with its GROUP BY. */
export interface Groups {
  /** The SELECT list for one grouping set, in which the other grouped fields are null. */
  readonly columns: (set: GroupingSet) => string;
  readonly sets: readonly GroupingSet[];
  /** The column that an expression was selected as. */
  columnOf(expression: Expression): string | undefined;
}

/** Compiles the SELECT list and GROUP BY of a query that yields groups. */
export function compileGroups(selection: Selection, query: Query): Groups {
  const { scope } = selection;
  const grouped = (query.groupBy?.items ?? []).map((item) => groupItem(scope, item));
  const known = new Set(grouped);
  let unnamed = 0;
  const items = query.select.map((item) => {
    const expression = expressionOf(item);
    const sql = compileGrouped(scope, expression, known);
    const name = aliasOf(item) ?? plainName(expression, sql) ?? `expr${String(unnamed++)}`;
    return { name, sql, expression };
  });
  for (const [position, { name, sql, expression }] of items.entries()) {
    const entry = {
      kind: 'value',
      column: `c${String(position)}`,
      decode: decoderFor(sql.type, isFormat(expression))
    } as const;
    if (selection.shape.entries.has(name))
      throw malformed(`duplicate alias: ${name}`, expression.at);
    selection.shape.entries.set(name, entry);
    selection.described.push({ name, type: sql.type, aggregate: isAggregate(expression) });
  }
  return {
    sets: groupingSets(query.groupBy?.kind ?? 'plain', grouped),
    columnOf: (expression) => {
      const { text } = compileGrouped(scope, expression, known);
      const position = items.findIndex((item) => item.sql.text === text);
      return position < 0 ? undefined : `c${String(position)}`;
    },
    columns: (set) =>
      items
        .map(({ sql }, position) => `${columnFor(sql.text, known, set)} AS c${String(position)}`)
        .join(', ')
  };
}

const isFormat = (expression: Expression): boolean =>
  expression.kind === 'call' && expression.name === 'FORMAT';

function groupItem(scope: Scope, item: Expression): string {
  const sql = compileExpression(scope, item);
  requireAbility(sql, 'groupable', item.at);
  return sql.text;
}

function expressionOf(item: SelectItem): Expression {
  if (item.kind === 'expression') return item.expression;
  throw malformed('Grouped query cannot use child relationships in the SELECT list');
}

function aliasOf(item: SelectItem): string | undefined {
  return item.kind === 'expression' ? item.alias : undefined;
}

/** A grouped field keeps its name; functions are called `expr0`, `expr1` … */
function plainName(expression: Expression, sql: Sql): string | undefined {
  return expression.kind === 'field' ? sql.field?.name : undefined;
}

function compileGrouped(scope: Scope, expression: Expression, known: ReadonlySet<string>): Sql {
  if (expression.kind === 'field') return requireGrouped(scope, expression, known);
  if (expression.name === 'GROUPING') return groupingFlag(scope, expression.argument, known);
  if (isAggregate(expression)) return compileExpression(scope, expression, true);
  if (isFormat(expression) && expression.argument !== undefined)
    return compileGrouped(scope, expression.argument, known);
  return requireGrouped(scope, expression, known);
}

function requireGrouped(scope: Scope, expression: Expression, known: ReadonlySet<string>): Sql {
  const sql = compileExpression(scope, expression, true);
  if (known.has(sql.text)) return sql;
  const name = sql.field?.name ?? '';
  throw malformed(`Field must be grouped or aggregated: ${name}`, expression.at);
}

const groupingMark = 'GROUPING ';

function groupingFlag(
  scope: Scope,
  argument: Expression | undefined,
  known: ReadonlySet<string>
): Sql {
  const sql = argument === undefined ? undefined : compileExpression(scope, argument);
  if (sql === undefined || !known.has(sql.text))
    throw malformed('GROUPING needs a field of the GROUP BY clause', argument?.at);
  return { ...sql, text: groupingMark + sql.text, type: 'int', field: undefined };
}

function columnFor(text: string, known: ReadonlySet<string>, set: GroupingSet): string {
  if (text.startsWith(groupingMark)) return set.has(text.slice(groupingMark.length)) ? '0' : '1';
  return known.has(text) && !set.has(text) ? 'NULL' : text;
}

/** ROLLUP(a, b): (a, b), (a), (). CUBE(a, b): every subset. */
function groupingSets(kind: Grouping['kind'], fields: readonly string[]): GroupingSet[] {
  if (kind === 'plain') return [new Set(fields)];
  if (kind === 'rollup')
    return [...fields.keys(), fields.length]
      .reverse()
      .map((count) => new Set(fields.slice(0, count)));
  const subsets = Array.from({ length: 2 ** fields.length }, (_, bits) =>
    fields.filter((_field, position) => (bits & (1 << position)) !== 0)
  );
  return subsets.reverse().map((subset) => new Set(subset));
}
