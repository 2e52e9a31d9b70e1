import {
  FieldExpressionContext,
  FieldNameContext,
  SubQueryContext,
  ValueContext
} from '@apexdevtools/apex-parser';
import type {
  ApexParseTree,
  ApexParserRuleContext,
  BoundExpressionContext,
  FromNameListContext,
  GroupByClauseContext,
  QueryContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SubFieldEntryContext
} from '@apexdevtools/apex-parser';
import type { FieldPath, QueryShape, SelectItem, SoqlBind } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { has, IncompleteSyntax, optional, required, textOf } from './context.ts';

type AnyQuery = QueryContext | SubQueryContext;
type Entry = SelectEntryContext | SubFieldEntryContext;

export function queryShape(context: AnyQuery): QueryShape {
  const select = entries(context).map(selectItem);
  const from = required(context.fromNameList());
  const group = groupClause(context);
  const where = [optional(context.whereClause()), optional(context.orderByClause())];
  return {
    at: positionOf(context),
    isCount: isCount(select),
    from: fieldPath(from.fieldName(0)),
    aliases: aliases(from),
    select,
    fields: where.flatMap((clause) => (clause ? fieldPaths(clause) : [])),
    groupBy: group ? fieldPaths(group) : [],
    isGrouped: group !== undefined,
    semiJoins: where.flatMap((clause) => (clause ? subQueries(clause) : [])),
    limitsToOne: optional(context.limitClause())?.IntegerLiteral()?.getText() === '1'
  };
}

function groupClause(context: AnyQuery): GroupByClauseContext | undefined {
  return context instanceof SubQueryContext ? undefined : optional(context.groupByClause());
}

function isCount(select: readonly SelectItem[]): boolean {
  const [only] = select;
  return (
    select.length === 1 &&
    only?.kind === 'function' &&
    only.name.toLowerCase() === 'count' &&
    only.path === undefined
  );
}

function entries(context: AnyQuery): readonly Entry[] {
  return context instanceof SubQueryContext
    ? context.subFieldList().subFieldEntry_list()
    : context.selectList().selectEntry_list();
}

function aliases(from: FromNameListContext): readonly string[] {
  const [first] = from.soqlId_list();
  const own = textOf(from.fieldName(0)).toLowerCase();
  return first ? [textOf(first).toLowerCase(), own] : [own];
}

function selectItem(entry: Entry): SelectItem {
  const name = optional(entry.soqlId());
  const alias = name ? textOf(name) : undefined;
  const field = optional(entry.fieldName());
  if (field) return { kind: 'field', path: fieldPath(field), alias };
  const call = optional(entry.soqlFunction());
  if (call) return { kind: 'function', name: functionName(call), path: argument(call), alias };
  const query = optional(entry.subQuery());
  if (query) return { kind: 'subquery', query: queryShape(query) };
  const typeOf = optional(entry.typeOf());
  if (typeOf) return { kind: 'typeof', path: fieldPath(typeOf.fieldName()) };
  throw new IncompleteSyntax();
}

function functionName(call: SoqlFunctionContext): string {
  return required(call.children?.[0]).getText();
}

function argument(call: SoqlFunctionContext): FieldPath | undefined {
  const [path] = fieldPaths(call);
  return path;
}

export function fieldPath(context: FieldNameContext): FieldPath {
  return { at: positionOf(context), names: context.soqlId_list().map(textOf) };
}

/** Every field named below, without those of inner queries. */
function fieldPaths(context: ApexParserRuleContext): readonly FieldPath[] {
  if (context instanceof FieldNameContext) return [fieldPath(context)];
  if (context instanceof SubQueryContext) return [];
  return rules(context).flatMap(fieldPaths);
}

function subQueries(context: ApexParserRuleContext): readonly QueryShape[] {
  if (context instanceof SubQueryContext) return [queryShape(context)];
  return rules(context).flatMap(subQueries);
}

function rules(context: ApexParserRuleContext): readonly ApexParserRuleContext[] {
  return (context.children ?? []).filter(isRule);
}

function isRule(tree: ApexParseTree): tree is ApexParserRuleContext {
  return 'children' in tree && 'start' in tree;
}

/** Which field a bind is compared with. */
export function bindTarget(bound: BoundExpressionContext): Pick<SoqlBind, 'field' | 'inList'> {
  const value = bound.parentCtx;
  const owner = value instanceof ValueContext ? value.parentCtx : undefined;
  if (!(owner instanceof FieldExpressionContext)) return { field: undefined, inList: false };
  const field = optional(owner.fieldName());
  const operator = owner.comparisonOperator();
  const inList = [operator.IN(), operator.INCLUDES(), operator.EXCLUDES()].some(has);
  return { field: field ? fieldPath(field) : undefined, inList };
}
