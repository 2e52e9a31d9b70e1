import type { DateFormulaContext, ValueContext } from '@apexdevtools/apex-parser';
import type { DateLiteral, Literal, LiteralType, Scalar, Value } from './ast.ts';
import { malformed } from './errors.ts';
import { wildcardMark } from './wildcards.ts';
import { readSubQuery } from './readQuery.ts';
import { optional, readBind, startOf } from './tokens.ts';

/** The right side of a comparison. */
export function readValue(context: ValueContext): Value {
  const at = startOf(context);
  const subquery = optional(context.subQuery());
  if (subquery !== undefined) return { kind: 'subquery', query: readSubQuery(subquery), at };
  const list = optional(context.valueList());
  if (list === undefined) return readScalar(context);
  return { kind: 'list', values: list.value_list().map(readScalar), at };
}

function readScalar(context: ValueContext): Scalar {
  const bind = optional(context.boundExpression());
  if (bind !== undefined) return readBind(bind);
  const formula = optional(context.dateFormula());
  return formula === undefined ? readLiteral(context) : readDateLiteral(formula);
}

function readLiteral(context: ValueContext): Literal {
  const at = startOf(context);
  const text = context.getText();
  const literal = (type: LiteralType, value: Literal['value']): Literal => ({
    kind: 'literal',
    type,
    value,
    at
  });
  if (optional(context.NULL()) !== undefined) return literal('null', null);
  if (optional(context.BooleanLiteral()) !== undefined)
    return literal('boolean', text.toLowerCase() === 'true');
  if (optional(context.signedNumber()) !== undefined) return literal('number', Number(text));
  if (optional(context.StringLiteral()) !== undefined)
    return literal('string', unescape(text.slice(1, -1)));
  if (optional(context.DateLiteral()) !== undefined) return literal('date', text);
  if (optional(context.DateTimeLiteral()) !== undefined) return literal('datetime', text);
  if (optional(context.TimeLiteral()) !== undefined) return literal('time', text);
  if (optional(context.IntegralCurrencyLiteral()) !== undefined)
    return literal('number', Number(text.replace(/^[a-z]+/i, '')));
  throw malformed(`unexpected token: '${text}'`, at);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** `\_` and `\%` keep their backslash: only LIKE knows them. */
function unescape(text: string): string {
  const plain = text.replaceAll(wildcardMark, '\\');
  return plain.replace(/\\(u[0-9a-f]{4}|.)/gi, (whole, character: string) => {
    if (character === '_' || character === '%') return whole;
    if (/^u[0-9a-f]{4}$/i.test(character))
      return String.fromCharCode(Number.parseInt(character.slice(1), 16));
    return escapes[character.toLowerCase()] ?? character;
  });
}

function readDateLiteral(context: DateFormulaContext): DateLiteral {
  const count = optional(context.signedInteger());
  return {
    kind: 'dateLiteral',
    name: context.start.text.toUpperCase(),
    count: count === undefined ? 0 : Number(count.getText()),
    at: startOf(context)
  };
}
