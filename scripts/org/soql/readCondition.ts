import type {
  ComparisonOperatorContext, ConditionalExpressionContext, FieldExpressionContext,
  LogicalExpressionContext, WhereConditionalExpressionContext, WhereLogicalExpressionContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type { Comparison, Condition, Operator } from './ast.ts';
import { malformed } from './errors.ts';
import { readFunction } from './readSelect.ts';
import { readValue } from './readValue.ts';
import { optional, readPath, startOf } from './tokens.ts';

/** The condition of a WHERE clause. */
export function readWhere(context: WhereLogicalExpressionContext): Condition {
  const parts = context.whereConditionalExpression_list().map(readWherePart);
  return combine(parts, context);
}

/** The condition of a HAVING clause. */
export function readLogical(context: LogicalExpressionContext): Condition {
  return combine(context.conditionalExpression_list().map(readPart), context);
}

function combine(
  parts: readonly Condition[],
  context: WhereLogicalExpressionContext | LogicalExpressionContext
): Condition {
  const [first] = parts;
  if (first === undefined) throw malformed('unexpected token: <EOF>', startOf(context));
  if (optional(context.NOT()) !== undefined) return { kind: 'not', part: first };
  if (parts.length === 1) return first;
  return { kind: context.SOQLAND_list().length > 0 ? 'and' : 'or', parts };
}

function readWherePart(context: WhereConditionalExpressionContext): Condition {
  const inner = optional(context.whereLogicalExpression());
  if (inner !== undefined) return readWhere(inner);
  const expression = context.whereFieldExpression();
  const field = optional(expression.fieldExpression());
  if (field === undefined)
    throw malformed('the local org knows no FORMULA in a query', startOf(expression));
  return readComparison(field);
}

function readPart(context: ConditionalExpressionContext): Condition {
  const inner = optional(context.logicalExpression());
  return inner === undefined ? readComparison(context.fieldExpression()) : readLogical(inner);
}

function readComparison(context: FieldExpressionContext): Comparison {
  const field = optional(context.fieldName());
  return {
    kind: 'compare',
    left: field === undefined ? readFunction(context.soqlFunction()) : readPath(field),
    operator: readOperator(context.comparisonOperator()),
    value: readValue(context.value())
  };
}

const operators: Readonly<Record<string, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  LIKE: 'LIKE',
  IN: 'IN',
  NOTIN: 'NOT IN',
  INCLUDES: 'INCLUDES',
  EXCLUDES: 'EXCLUDES'
};

function readOperator(context: ComparisonOperatorContext): Operator {
  const operator = operators[context.getText().toUpperCase()];
  if (operator === undefined)
    throw malformed(`unexpected token: '${context.getText()}'`, startOf(context));
  return operator;
}
