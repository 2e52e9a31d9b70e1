import { textOfToken, tokenize, type Token } from './lexer.ts';
import { FormulaError } from './types.ts';

export type Node =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
      readonly offset: number;
    }
  | { readonly kind: 'reference'; readonly path: readonly string[]; readonly offset: number }
  | CallNode
  | {
      readonly kind: 'unary';
      readonly operator: '-' | '!';
      readonly operand: Node;
      readonly offset: number;
    }
  | BinaryNode;

export interface CallNode {
  readonly kind: 'call';
  /** In upper case. */
  readonly name: string;
  readonly parameters: readonly Node[];
  readonly offset: number;
}

export interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
  readonly offset: number;
}

export type BinaryOperator =
  '||' | '&&' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

/** How tightly each operator binds. */
const strengths: Readonly<Record<string, readonly [number, BinaryOperator]>> = {
  '||': [1, '||'],
  '&&': [2, '&&'],
  '=': [3, '='],
  '==': [3, '='],
  '!=': [3, '!='],
  '<>': [3, '!='],
  '<': [4, '<'],
  '<=': [4, '<='],
  '>': [4, '>'],
  '>=': [4, '>='],
  '&': [5, '&'],
  '+': [5, '+'],
  '-': [5, '-'],
  '*': [6, '*'],
  '/': [6, '/'],
  '^': [7, '^']
};
const unaryStrength = 8;

interface Cursor {
  readonly tokens: readonly Token[];
  position: number;
}

/**
 * Parses a formula.
 * @throws FormulaError in the platform's words, with the offset
 */
export function parseFormula(source: string): Node {
  const cursor: Cursor = { tokens: tokenize(source), position: 0 };
  const node = parseExpression(cursor, 0);
  const rest = peek(cursor);
  if (rest.kind !== 'end') throw syntaxError(rest);
  return node;
}

function peek({ tokens, position }: Cursor): Token {
  return tokens[position] ?? { kind: 'end', text: '', offset: 0 };
}

function next(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.position++;
  return token;
}

function expect(cursor: Cursor, text: string): void {
  const token = next(cursor);
  if (token.text !== text) throw syntaxError(token, ` Missing '${text}'`);
}

function syntaxError({ kind, text, offset }: Token, missing = ''): FormulaError {
  const found = kind === 'end' ? 'the end of the formula' : `'${text}'`;
  return new FormulaError(`Syntax error.${missing} Found ${found}`, offset);
}

function parseExpression(cursor: Cursor, strength: number): Node {
  let left = parseOperand(cursor);
  for (;;) {
    const token = peek(cursor);
    const known = token.kind === 'operator' ? strengths[token.text] : undefined;
    if (known === undefined || known[0] <= strength) return left;
    next(cursor);
    const right = parseExpression(cursor, known[0]);
    left = { kind: 'binary', operator: known[1], left, right, offset: token.offset };
  }
}

function parseOperand(cursor: Cursor): Node {
  const token = next(cursor);
  const { offset } = token;
  switch (token.kind) {
    case 'number':
      return { kind: 'literal', value: Number(token.text), offset };
    case 'text':
      return { kind: 'literal', value: textOfToken(token), offset };
    case 'name':
      return parseName(cursor, token);
    case 'operator':
      return parsePrefix(cursor, token);
    case 'end':
      throw syntaxError(token);
  }
}

function parsePrefix(cursor: Cursor, token: Token): Node {
  if (token.text === '(') {
    const inner = parseExpression(cursor, 0);
    expect(cursor, ')');
    return inner;
  }
  if (token.text === '+') return parseExpression(cursor, unaryStrength);
  if (token.text !== '-' && token.text !== '!') throw syntaxError(token);
  const operand = parseExpression(cursor, unaryStrength);
  return { kind: 'unary', operator: token.text, operand, offset: token.offset };
}

const constants: Readonly<Record<string, boolean | null>> = {
  TRUE: true,
  FALSE: false,
  NULL: null
};

function parseName(cursor: Cursor, { text, offset }: Token): Node {
  if (peek(cursor).text === '(' && /^\w+$/.test(text)) {
    const parameters = parseParameters(cursor);
    return { kind: 'call', name: text.toUpperCase(), parameters, offset };
  }
  const constant = constants[text.toUpperCase()];
  if (constant !== undefined) return { kind: 'literal', value: constant, offset };
  const path = text.replace(/^\{!\s*|\s*\}$/g, '').split('.');
  return { kind: 'reference', path, offset };
}

function parseParameters(cursor: Cursor): Node[] {
  expect(cursor, '(');
  const parameters: Node[] = [];
  if (peek(cursor).text !== ')') {
    do parameters.push(parseExpression(cursor, 0));
    while (peek(cursor).text === ',' && next(cursor));
  }
  expect(cursor, ')');
  return parameters;
}
