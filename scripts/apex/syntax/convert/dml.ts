import type {
  AccessLevelContext,
  ApexParserRuleContext,
  ExpressionContext,
  StatementContext
} from '@apexdevtools/apex-parser';
import type { DmlStatement, Statement } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { has, IncompleteSyntax, optional, textOf } from './context.ts';
import { expression } from './expressions.ts';

interface DmlContext extends ApexParserRuleContext {
  expression(): ExpressionContext;
  accessLevel(): AccessLevelContext;
}

export function dml(context: StatementContext): Statement {
  const merge = optional(context.mergeStatement());
  if (merge) {
    return {
      ...common(merge, 'merge', merge.expression(0)),
      duplicates: expression(merge.expression(1)),
      accessLevel: accessLevel(merge.accessLevel())
    };
  }
  const upsert = optional(context.upsertStatement());
  if (!upsert) return simple(context);
  const field = optional(upsert.qualifiedName());
  return {
    ...common(upsert, 'upsert', upsert.expression()),
    externalId: field ? textOf(field) : undefined,
    accessLevel: accessLevel(upsert.accessLevel())
  };
}

function simple(context: StatementContext): Statement {
  const forms: readonly (readonly [DmlStatement['operation'], DmlContext | undefined])[] = [
    ['insert', optional(context.insertStatement())],
    ['update', optional(context.updateStatement())],
    ['delete', optional(context.deleteStatement())],
    ['undelete', optional(context.undeleteStatement())]
  ];
  for (const [operation, found] of forms) {
    if (!found) continue;
    const accessed = accessLevel(found.accessLevel());
    return { ...common(found, operation, found.expression()), accessLevel: accessed };
  }
  throw new IncompleteSyntax();
}

function common(
  context: ApexParserRuleContext,
  operation: DmlStatement['operation'],
  records: ExpressionContext
): DmlStatement {
  return {
    kind: 'dml',
    at: positionOf(context),
    operation,
    records: expression(records),
    duplicates: undefined,
    externalId: undefined,
    accessLevel: undefined
  };
}

function accessLevel(context: AccessLevelContext): DmlStatement['accessLevel'] {
  if (!optional(context)) return undefined;
  return has(optional(context.USER())) ? 'user' : 'system';
}
