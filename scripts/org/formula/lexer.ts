import { FormulaError } from './types.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  readonly text: string;
  readonly offset: number;
}

const spaces = /(?:\s|\/\*[\s\S]*?\*\/)*/y;

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /\d+(?:\.\d+)?|\.\d+/y],
  ['text', /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y],
  ['name', /\{!\s*[$\w.:]+\s*\}|[$A-Za-z_][\w.:]*/y],
  ['operator', /<>|<=|>=|!=|==|&&|\|\||[-+*/^&=<>(),!]/y]
];

/** A formula's tokens, comments left out. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let offset = skip(source, 0);
  while (offset < source.length) {
    const token = tokenAt(source, offset);
    tokens.push(token);
    offset = skip(source, offset + token.text.length);
  }
  return [...tokens, { kind: 'end', text: '', offset: source.length }];
}

function skip(source: string, offset: number): number {
  spaces.lastIndex = offset;
  return offset + (spaces.exec(source)?.[0].length ?? 0);
}

function tokenAt(source: string, offset: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = offset;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) return { kind, text, offset };
  }
  throw new FormulaError(`Syntax error. Found '${source.charAt(offset)}'`, offset);
}

/** The characters that a text token stands for. */
export function textOfToken({ text }: Token): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  return text
    .slice(1, -1)
    .replace(/\\([\s\S])/g, (_, character: string) => escapes[character] ?? character);
}
