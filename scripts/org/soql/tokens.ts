import type {
  ApexParserRuleContext,
  ApexToken,
  BoundExpressionContext,
  FieldNameContext
} from '@apexdevtools/apex-parser';
import type { Bind, FieldPath, Position } from './ast.ts';

/** The parser's accessors promise a node and return null where there is none. */
export function optional<T>(node: T): NonNullable<T> | undefined {
  return node ?? undefined;
}

export function positionOf(token: ApexToken): Position {
  return { row: token.line, column: token.column + 1 };
}

export function startOf(context: ApexParserRuleContext): Position {
  return positionOf(context.start);
}

export function readPath(context: FieldNameContext): FieldPath {
  const path = context.soqlId_list().map((id) => id.getText());
  return { kind: 'field', path, at: startOf(context) };
}

export function readBind(context: BoundExpressionContext): Bind {
  return {
    kind: 'bind',
    name: context.expression().getText().toLowerCase(),
    at: startOf(context)
  };
}
