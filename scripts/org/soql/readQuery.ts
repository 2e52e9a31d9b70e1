import { FieldNameContext, SoqlIdContext } from '@apexdevtools/apex-parser';
import type {
  FieldOrderContext, ForClausesContext, FromNameListContext, GroupByClauseContext, LimitClauseContext,
  OffsetClauseContext, OrderByClauseContext, QueryContext, SubQueryContext, WithClauseContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type { Bind, FieldPath, Grouping, Literal, Order, Query } from './ast.ts';
import { malformed } from './errors.ts';
import { readLogical, readWhere } from './readCondition.ts';
import { readFunction, readSelect } from './readSelect.ts';
import { optional, readBind, readPath, startOf } from './tokens.ts';

type Tail = Pick<Query, 'scope' | 'mode' | 'groupBy' | 'offset' | 'allRows'>;

const noTail: Tail = {
  scope: undefined,
  mode: undefined,
  groupBy: undefined,
  offset: undefined,
  allRows: false
};

/** A parsed query as our own tree. */
export function readQuery(context: QueryContext): Query {
  const items = context.selectList().selectEntry_list();
  return { ...readHead(context), ...readTail(context), select: items.map(readSelect) };
}

/** A parsed subquery, of children or of a semi-join. */
export function readSubQuery(context: SubQueryContext): Query {
  const items = context.subFieldList().subFieldEntry_list();
  return { ...readHead(context), ...noTail, select: items.map(readSelect) };
}

function readHead(context: QueryContext | SubQueryContext): Omit<Query, 'select' | keyof Tail> {
  const where = optional(context.whereClause());
  return {
    ...readFrom(context.fromNameList()),
    where: where === undefined ? undefined : readWhere(where.whereLogicalExpression()),
    orderBy: readOrder(optional(context.orderByClause())),
    limit: readCount(optional(context.limitClause())),
    purposes: readPurposes(optional(context.forClauses()))
  };
}

function readTail(context: QueryContext): Tail {
  return {
    scope: optional(context.usingScope())?.soqlId().getText().toLowerCase(),
    mode: readMode(optional(context.withClause())),
    groupBy: readGroupBy(optional(context.groupByClause())),
    offset: readCount(optional(context.offsetClause())),
    allRows: optional(context.allRowsClause()) !== undefined
  };
}

function readFrom(context: FromNameListContext): Pick<Query, 'from' | 'alias' | 'others'> {
  const [first, ...others] = namesOf(context);
  if (first === undefined) throw malformed('unexpected token: <EOF>', startOf(context));
  return {
    from: first.path,
    alias: first.alias,
    others: others.map(({ path, alias }) => ({
      name: (alias ?? path.path.at(-1) ?? '').toLowerCase(),
      path: path.path
    }))
  };
}

/** Words that a query's next clause begins with: they are no aliases, whatever the grammar says. */
const reserved = /^(where|with|group|order|limit|offset|having|using|for|all|from|select|update)$/i;

interface FromName {
  readonly path: FieldPath;
  readonly alias: string | undefined;
}

function namesOf(context: FromNameListContext): FromName[] {
  const names: FromName[] = [];
  for (let position = 0; position < context.getChildCount(); position++) {
    const child = context.getChild(position);
    if (child instanceof FieldNameContext) names.push({ path: readPath(child), alias: undefined });
    else if (child instanceof SoqlIdContext) names.push(withAlias(names.pop(), child));
  }
  return names;
}

function withAlias(name: FromName | undefined, context: SoqlIdContext): FromName {
  const alias = context.getText();
  if (name === undefined || reserved.test(alias))
    throw malformed('unexpected token: <EOF>', startOf(context));
  return { path: name.path, alias };
}

function readOrder(context: OrderByClauseContext | undefined): Order[] {
  return (context?.fieldOrderList().fieldOrder_list() ?? []).map(readFieldOrder);
}

/** One term of ORDER BY. */
export function readFieldOrder(context: FieldOrderContext): Order {
  const field = optional(context.fieldName());
  return {
    expression: field === undefined ? readFunction(context.soqlFunction()) : readPath(field),
    descending: optional(context.DESC()) !== undefined,
    nulls: optional(context.LAST()) === undefined ? 'FIRST' : 'LAST'
  };
}

/** A LIMIT or OFFSET. */
export function readCount(
  context: LimitClauseContext | OffsetClauseContext | undefined
): Literal | Bind | undefined {
  if (context === undefined) return undefined;
  const bind = optional(context.boundExpression());
  if (bind !== undefined) return readBind(bind);
  const value = Number(context.IntegerLiteral().getText());
  return { kind: 'literal', type: 'number', value, at: startOf(context) };
}

function readPurposes(context: ForClausesContext | undefined): string[] {
  if (context === undefined) return [];
  const tokens = [...context.VIEW_list(), ...context.UPDATE_list(), ...context.REFERENCE_list()];
  return tokens.map((token) => token.getText().toUpperCase());
}

function readMode(context: WithClauseContext | undefined): Query['mode'] {
  if (context === undefined) return undefined;
  if (optional(context.USER_MODE()) !== undefined) return 'user';
  if (optional(context.SYSTEM_MODE()) !== undefined) return 'system';
  if (optional(context.SECURITY_ENFORCED()) !== undefined) return 'secured';
  throw malformed('the local org knows no data categories', startOf(context));
}

function readGroupBy(context: GroupByClauseContext | undefined): Grouping | undefined {
  if (context === undefined) return undefined;
  const rollup = optional(context.ROLLUP()) !== undefined;
  const cube = optional(context.CUBE()) !== undefined;
  const having = optional(context.logicalExpression());
  return {
    kind: rollup ? 'rollup' : cube ? 'cube' : 'plain',
    items: context
      .fieldGroupByList()
      .fieldGroupBy_list()
      .map((item) => {
        const field = optional(item.fieldName());
        return field === undefined ? readFunction(item.soqlFunction()) : readPath(field);
      }),
    having: having === undefined ? undefined : readLogical(having)
  };
}
