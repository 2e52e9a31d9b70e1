import type { ForStatementContext } from '@apexdevtools/apex-parser';
import type { Statement } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { optional, textOf } from './context.ts';
import { expression, expressionList } from './expressions.ts';
import { localVariables, statement } from './statements.ts';
import { typeRef } from './types.ts';

export function forStatement(context: ForStatementContext): Statement {
  const at = positionOf(context);
  const inner = optional(context.statement());
  const body = inner ? statement(inner) : undefined;
  const control = context.forControl();
  const each = optional(control.enhancedForControl());
  if (each) {
    const source = expression(each.expression());
    const type = typeRef(each.typeRef());
    return { kind: 'forEach', at, type, name: textOf(each.id()), source, body };
  }
  const init = optional(control.forInit());
  const locals = init ? optional(init.localVariableDeclaration()) : undefined;
  const condition = optional(control.expression());
  return {
    kind: 'for',
    at,
    locals: locals ? localVariables(locals) : undefined,
    init: expressionList(init ? optional(init.expressionList()) : undefined),
    condition: condition ? expression(condition) : undefined,
    update: expressionList(optional(control.forUpdate())?.expressionList()),
    body
  };
}
