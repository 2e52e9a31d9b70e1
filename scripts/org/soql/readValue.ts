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

type LiteralReader = readonly [
  type: LiteralType,
  is: (context: ValueContext) => unknown,
  read: (text: string) => Literal['value']
];

const literalReaders: readonly LiteralReader[] = [
  ['null', (context) => context.NULL(), () => null],
  ['boolean', (context) => context.BooleanLiteral(), (text) => text.toLowerCase() === 'true'],
  ['number', (context) => context.signedNumber(), Number],
  ['string', (context) => context.StringLiteral(), (text) => unescape(text.slice(1, -1))],
  ['date', (context) => context.DateLiteral(), (text) => text],
  ['datetime', (context) => context.DateTimeLiteral(), (text) => text],
  ['time', (context) => context.TimeLiteral(), (text) => text],
  [
    'number',
    (context) => context.IntegralCurrencyLiteral(),
    (text) => Number(text.replace(/^[a-z]+/i, ''))
  ]
];

function readLiteral(context: ValueContext): Literal {
  const at = startOf(context);
  const text = context.getText();
  const reader = literalReaders.find(([, is]) => optional(is(context)) !== undefined);
  if (reader === undefined) throw malformed(`unexpected token: '${text}'`, at);
  const [type, , read] = reader;
  return { kind: 'literal', type, value: read(text), at };
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
