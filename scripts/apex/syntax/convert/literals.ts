import type { LiteralContext } from '@apexdevtools/apex-parser';
import type { Literal } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { optional } from './context.ts';

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: '\\_',
  '%': '\\%'
};

export function literal(context: LiteralContext): Literal {
  const at = positionOf(context);
  const of = (type: Literal['type'], value: string): Literal => ({
    kind: 'literal',
    at,
    type,
    value
  });
  const text = context.getText();
  if (optional(context.IntegerLiteral())) return of('Integer', text);
  if (optional(context.LongLiteral())) return of('Long', text.slice(0, -1));
  if (optional(context.NumberLiteral())) return numberLiteral(text, of);
  if (optional(context.StringLiteral())) return of('String', unescapeString(text.slice(1, -1)));
  if (optional(context.MultilineStringLiteral())) return of('String', multiline(text));
  if (optional(context.BooleanLiteral())) return of('Boolean', text.toLowerCase());
  return of('null', 'null');
}

function numberLiteral(
  text: string,
  of: (type: Literal['type'], value: string) => Literal
): Literal {
  return /d$/i.test(text) ? of('Double', text.slice(0, -1)) : of('Decimal', text);
}

function multiline(text: string): string {
  return unescapeString(text.slice(3, -3).replace(/^[ \t]*\r?\n/, ''));
}

/**
 * Resolves the escape sequences of a string literal.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_data_types_string_intro.htm
 */
export function unescapeString(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (whole, escape: string) =>
    escape.length === 5
      ? String.fromCharCode(parseInt(escape.slice(1), 16))
      : (escapes[escape.toLowerCase()] ?? whole)
  );
}
