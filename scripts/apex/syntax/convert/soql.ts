import { BoundExpressionContext } from '@apexdevtools/apex-parser';
import type {
  ApexParseTree,
  ApexParserRuleContext,
  SoqlLiteralContext,
  SoslLiteralContext
} from '@apexdevtools/apex-parser';
import type { SoqlBind, SoqlLiteral, SoslLiteral } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { expression } from './expressions.ts';
import { bindTarget, queryShape } from './query.ts';

export function soqlLiteral(context: SoqlLiteralContext): SoqlLiteral {
  const bound = boundExpressions(context);
  return {
    kind: 'soql',
    at: positionOf(context),
    text: withoutBrackets(textWithBinds(context, bound)),
    binds: bound.map(toBind),
    query: queryShape(context.query())
  };
}

export function soslLiteral(context: SoslLiteralContext): SoslLiteral {
  const bound = boundExpressions(context);
  return {
    kind: 'sosl',
    at: positionOf(context),
    text: withoutBrackets(textWithBinds(context, bound)),
    binds: bound.map(toBind)
  };
}

function toBind(context: BoundExpressionContext): SoqlBind {
  return { expression: expression(context.expression()), ...bindTarget(context) };
}

function withoutBrackets(text: string): string {
  return text.replace(/^\[/, '').replace(/\]$/, '').trim();
}

/** In the order of the text. */
function boundExpressions(context: ApexParserRuleContext): readonly BoundExpressionContext[] {
  if (context instanceof BoundExpressionContext) return [context];
  return (context.children ?? []).flatMap((child) =>
    isRule(child) ? boundExpressions(child) : []
  );
}

function isRule(tree: ApexParseTree): tree is ApexParserRuleContext {
  return 'children' in tree && 'start' in tree;
}

function textWithBinds(
  context: ApexParserRuleContext,
  bound: readonly BoundExpressionContext[]
): string {
  const stream = context.start.getInputStream();
  const pieces: string[] = [];
  let from = context.start.start;
  bound.forEach((bind, index) => {
    pieces.push(stream.getText(from, bind.start.start - 1), `:b${index}`);
    from = (bind.stop ?? bind.start).stop + 1;
  });
  pieces.push(stream.getText(from, (context.stop ?? context.start).stop));
  return pieces.join('');
}
