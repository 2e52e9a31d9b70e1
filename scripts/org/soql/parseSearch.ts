import type {
  FieldListContext,
  FieldSpecContext,
  FieldSpecListContext,
  SoslClausesContext
} from '@apexdevtools/apex-parser';
import type { Bind, FieldPath, Query } from './ast.ts';
import { QueryError } from './errors.ts';
import { parserOver } from './parse.ts';
import { readLogical } from './readCondition.ts';
import { readCount, readFieldOrder } from './readQuery.ts';
import { optional, readBind, startOf } from './tokens.ts';

export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';

/** A SOSL search, taken apart. */
export interface Search {
  readonly term: string | Bind;
  readonly group: SearchGroup;
  /** A query for each object after RETURNING, without the search itself; empty: every object. */
  readonly returning: readonly Query[];
  readonly limit: Query['limit'];
  readonly mode: Query['mode'];
}

/**
 * Parses a SOSL search, as Apex (`FIND 'x'`, `FIND :x`) or the API (`FIND {x}`) writes it.
 * @throws QueryError MALFORMED_SEARCH
 */
export function parseSearch(sosl: string): Search {
  const { parser, fail } = parserOver(`[${sosl.trim()}]`);
  const isBraced = /^find\s*\{/i.test(sosl.trim());
  const tree = isBraced ? parser.soslLiteralAlt() : parser.soslLiteral();
  const error = fail();
  if (error !== undefined) throw new QueryError('MALFORMED_SEARCH', error.message, error.at);
  const bind = 'boundExpression' in tree ? optional(tree.boundExpression()) : undefined;
  const text = tree.start.text.replace(/^\[\s*find\s*['{]/i, '').replace(/['}]$/, '');
  return { term: bind === undefined ? text : readBind(bind), ...readClauses(tree.soslClauses()) };
}

function readClauses(context: SoslClausesContext): Omit<Search, 'term'> {
  const group = optional(context.searchGroup())?.start.text.toUpperCase();
  const specs = optional(context.fieldSpecList());
  const clauses = context.soslWithClause_list();
  const isUser = clauses.some((clause) => optional(clause.USER_MODE()) !== undefined);
  const isSystem = clauses.some((clause) => optional(clause.SYSTEM_MODE()) !== undefined);
  return {
    group: (group ?? 'ALL') as SearchGroup,
    returning: specs === undefined ? [] : specsOf(specs).map(readSpec),
    limit: readCount(optional(context.limitClause())),
    mode: isUser ? 'user' : isSystem ? 'system' : undefined
  };
}

function specsOf(context: FieldSpecListContext): FieldSpecContext[] {
  return [context.fieldSpec(), ...context.fieldSpecList_list().flatMap(specsOf)];
}

function readSpec(context: FieldSpecContext): Query {
  const [object] = context.soslId_list();
  const at = startOf(context);
  const list = optional(context.fieldList());
  const names = list === undefined ? ['Id'] : fieldsOf(list);
  const where = optional(context.logicalExpression());
  const path = (name: string): FieldPath => ({ kind: 'field', path: name.split('.'), at });
  return {
    select: names.map((name) => ({ kind: 'expression', expression: path(name) })),
    from: path(object?.getText() ?? ''),
    alias: undefined,
    others: [],
    scope: undefined,
    where: where === undefined ? undefined : readLogical(where),
    mode: undefined,
    groupBy: undefined,
    orderBy: (optional(context.fieldOrderList())?.fieldOrder_list() ?? []).map(readFieldOrder),
    limit: readCount(optional(context.limitClause())),
    offset: readCount(optional(context.offsetClause())),
    purposes: [],
    allRows: false
  };
}

function fieldsOf(context: FieldListContext): string[] {
  const own = context
    .soslId_list()
    .slice(0, 1)
    .map((id) => id.getText());
  return [...own, ...context.fieldList_list().flatMap(fieldsOf)];
}
