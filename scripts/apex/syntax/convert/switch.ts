import type {
  SwitchStatementContext,
  WhenControlContext,
  WhenLiteralContext,
  WhenValueContext
} from '@apexdevtools/apex-parser';
import type { Expression, Literal, Statement, SwitchCase, SwitchMatch } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { has, optional, textOf } from './context.ts';
import { expression } from './expressions.ts';
import { unescapeString } from './literals.ts';
import { block } from './statements.ts';
import { typeRef } from './types.ts';

export function switchStatement(context: SwitchStatementContext): Statement {
  return {
    kind: 'switch',
    at: positionOf(context),
    subject: expression(context.expression()),
    cases: context.whenControl_list().map(switchCase)
  };
}

function switchCase(context: WhenControlContext): SwitchCase {
  return {
    at: positionOf(context),
    match: match(context.whenValue()),
    body: block(context.block())
  };
}

function match(context: WhenValueContext): SwitchMatch {
  if (has(optional(context.ELSE()))) return { kind: 'else' };
  const type = optional(context.typeRef());
  if (type) return { kind: 'type', type: typeRef(type), name: textOf(context.id()) };
  return { kind: 'values', values: context.whenLiteral_list().map(whenLiteral) };
}

function whenLiteral(context: WhenLiteralContext): Expression {
  const at = positionOf(context);
  const inner = optional(context.whenLiteral());
  if (inner) return whenLiteral(inner);
  const name = optional(context.qualifiedName());
  if (name) return { kind: 'name', at, name: textOf(name) };
  return { kind: 'literal', at, ...literalOf(context) };
}

function literalOf(context: WhenLiteralContext): Pick<Literal, 'type' | 'value'> {
  const text = context.getText();
  const negative = context.SUB_list().length % 2 === 1;
  const sign = negative ? '-' : '';
  const digits = text.replace(/^[-+]+/, '');
  if (has(optional(context.NULL()))) return { type: 'null', value: 'null' };
  if (has(optional(context.IntegerLiteral()))) return { type: 'Integer', value: sign + digits };
  if (has(optional(context.LongLiteral()))) {
    return { type: 'Long', value: sign + digits.slice(0, -1) };
  }
  return { type: 'String', value: unescapeString(text.slice(1, -1)) };
}
