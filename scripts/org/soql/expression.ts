import type { FieldType } from '../../apex/index.ts';
import type { Expression, FunctionCall } from './ast.ts';
import { malformed, QueryError } from './errors.ts';
import type { Sql } from './plan.ts';
import { resolveField, type Scope } from './scope.ts';

/** Aggregate functions as SQLite writes them. */
const aggregates: Readonly<Record<string, (argument: string) => string>> = {
  COUNT: (argument) => `count(${argument})`,
  COUNT_DISTINCT: (argument) => `count(DISTINCT ${argument})`,
  SUM: (argument) => `sum(${argument})`,
  AVG: (argument) => `avg(${argument})`,
  MIN: (argument) => `min(${argument})`,
  MAX: (argument) => `max(${argument})`
};

const part = (from: number, length: number) => (date: string) =>
  `CAST(substr(${date}, ${String(from)}, ${String(length)}) AS INTEGER)`;
const month = part(6, 2);
const year = part(1, 4);
const quarter = (date: string): string => `((${month(date)} + 2) / 3)`;
const dayOfYear = (date: string): string => `CAST(strftime('%j', ${date}) AS INTEGER)`;

/** Parts of a date, as SQLite computes them. The fiscal year begins in January. */
const dateParts: Readonly<Record<string, (date: string) => string>> = {
  CALENDAR_MONTH: month,
  CALENDAR_QUARTER: quarter,
  CALENDAR_YEAR: year,
  FISCAL_MONTH: month,
  FISCAL_QUARTER: quarter,
  FISCAL_YEAR: year,
  DAY_IN_MONTH: part(9, 2),
  DAY_IN_WEEK: (date) => `(CAST(strftime('%w', ${date}) AS INTEGER) + 1)`,
  DAY_IN_YEAR: dayOfYear,
  DAY_ONLY: (date) => `substr(${date}, 1, 10)`,
  HOUR_IN_DAY: part(12, 2),
  WEEK_IN_MONTH: (date) => `((${part(9, 2)(date)} + 6) / 7)`,
  WEEK_IN_YEAR: (date) => `((${dayOfYear(date)} + 6) / 7)`
};

/** Whether a call makes one value of many rows. */
export function isAggregate(expression: Expression): boolean {
  return expression.kind === 'call' && aggregates[expression.name] !== undefined;
}

type CompileCall = (scope: Scope, call: FunctionCall, selected: boolean) => Sql;

/** Leaves a value as it is: the formatting is done when the row is read, and there is one currency. */
const compileArgument: CompileCall = (scope, call, selected) =>
  compileExpression(scope, argumentOf(call), selected);

const calls: Readonly<Record<string, CompileCall>> = {
  CONVERTTIMEZONE: inUserTime,
  TOLABEL: compileLabel,
  FORMAT: compileArgument,
  CONVERTCURRENCY: compileArgument
};

/** An expression of a query as SQL. */
export function compileExpression(scope: Scope, expression: Expression, selected = false): Sql {
  if (expression.kind === 'field') return resolveField(scope, expression, selected);
  const { name } = expression;
  if (aggregates[name] !== undefined) return compileAggregate(scope, expression, selected);
  if (dateParts[name] !== undefined) return compileDatePart(scope, expression, selected);
  const compile = calls[name];
  if (compile === undefined) throw malformed(`unexpected token: '${name}'`, expression.at);
  return compile(scope, expression, selected);
}

function argumentOf(call: FunctionCall): Expression {
  if (call.argument === undefined) throw malformed(`unexpected token: ')'`, call.at);
  return call.argument;
}

const aggregateTypes: Readonly<Record<string, FieldType>> = { COUNT: 'int', COUNT_DISTINCT: 'int' };
const summable: ReadonlySet<FieldType> = new Set(['int', 'long', 'double', 'currency', 'percent']);

function compileAggregate(scope: Scope, call: FunctionCall, selected: boolean): Sql {
  const computed = { field: undefined, object: undefined, joined: false };
  if (call.argument === undefined) return { text: 'count(*)', type: 'int', ...computed };
  const inner = compileExpression(scope, call.argument, selected);
  if (/^(SUM|AVG)$/.test(call.name) && !summable.has(inner.type)) throw wrongType(call, inner);
  const text = aggregates[call.name]?.(inner.text) ?? '';
  const average = call.name === 'AVG' ? 'double' : inner.type;
  return { text, type: aggregateTypes[call.name] ?? average, ...computed };
}

function wrongType(call: FunctionCall, inner: Sql): QueryError {
  const name = inner.field?.name ?? '';
  const message = `field ${name} does not support aggregate operator ${call.name}`;
  return new QueryError('MALFORMED_QUERY', message, call.at);
}

function compileDatePart(scope: Scope, call: FunctionCall, selected: boolean): Sql {
  const inner = compileExpression(scope, argumentOf(call), selected);
  const text = dateParts[call.name]?.(inner.text) ?? '';
  const type = call.name === 'DAY_ONLY' ? 'date' : 'int';
  return { text, type, field: undefined, object: undefined, joined: inner.joined };
}

/** Date functions work on UTC, unless the time is taken to the user's zone first. */
function inUserTime(scope: Scope, call: FunctionCall, selected: boolean): Sql {
  const inner = compileExpression(scope, argumentOf(call), selected);
  return { ...inner, text: `${scope.compilation.functions.wallClock}(${inner.text})` };
}

function compileLabel(scope: Scope, call: FunctionCall, selected: boolean): Sql {
  const inner = compileExpression(scope, argumentOf(call), selected);
  if (inner.field === undefined || inner.field.picklistValues.length === 0) return inner;
  const name = scope.compilation.functions.label(inner.field);
  return { ...inner, type: 'string', text: `${name}(${inner.text})`, field: undefined };
}
