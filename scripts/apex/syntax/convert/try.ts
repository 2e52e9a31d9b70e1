import type {
  CatchClauseContext,
  QualifiedNameContext,
  TryStatementContext
} from '@apexdevtools/apex-parser';
import type { CatchClause, Statement, TypeName } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { optional, textOf } from './context.ts';
import { block } from './statements.ts';

export function tryStatement(context: TryStatementContext): Statement {
  const last = optional(context.finallyBlock());
  return {
    kind: 'try',
    at: positionOf(context),
    body: block(context.block()),
    catches: context.catchClause_list().map(catchClause),
    finallyBlock: last ? block(last.block()) : undefined
  };
}

function catchClause(context: CatchClauseContext): CatchClause {
  return {
    at: positionOf(context),
    type: qualifiedType(context.qualifiedName()),
    name: textOf(context.id()),
    body: block(context.block())
  };
}

export function qualifiedType(context: QualifiedNameContext): TypeName {
  return {
    at: positionOf(context),
    parts: context.id_list().map((id) => ({ name: textOf(id), arguments: [] })),
    arrays: 0
  };
}
