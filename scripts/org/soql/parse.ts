import { ApexErrorListener, ApexParserFactory, type ApexParser } from '@apexdevtools/apex-parser';
import type { Position, Query } from './ast.ts';
import { malformed, type QueryError } from './errors.ts';
import { requireShallow } from './nesting.ts';
import { readQuery } from './readQuery.ts';
import { markWildcards } from './wildcards.ts';

const endOfText = -1;

interface Mistake {
  readonly token: string;
  readonly at: Position;
}

class MistakeListener extends ApexErrorListener {
  readonly mistakes: Mistake[] = [];

  override apexSyntaxError(line: number, column: number, message: string): void {
    const quoted = /(?:at input|at|input) '([^']*)'/.exec(message)?.[1] ?? message;
    const token = quoted.trim().split(/\s/).at(-1) ?? '';
    this.mistakes.push({ token, at: { row: line, column: column + 1 } });
  }
}

/** A parser over `text` that collects mistakes instead of printing them. */
export function parserOver(text: string): { parser: ApexParser; fail(): QueryError | undefined } {
  requireShallow(text);
  const listener = new MistakeListener();
  const { parser } = ApexParserFactory.createLexerAndParser(markWildcards(text), listener);
  return {
    parser,
    fail: () => {
      const mistake = listener.mistakes[0] ?? restOf(parser);
      return mistake === undefined ? undefined : unexpected(mistake);
    }
  };
}

function restOf(parser: ApexParser): Mistake | undefined {
  const token = parser.getCurrentToken();
  if (token.type === endOfText) return undefined;
  return { token: token.text, at: { row: token.line, column: token.column + 1 } };
}

function unexpected({ token, at }: Mistake): QueryError {
  const name = token === '<EOF>' || token === '' ? '<EOF>' : `'${token}'`;
  return malformed(`unexpected token: ${name}`, at);
}

/**
 * Parses a SOQL query.
 * @throws QueryError MALFORMED_QUERY
 */
export function parseQuery(soql: string): Query {
  const { parser, fail } = parserOver(soql);
  const tree = parser.query();
  const error = fail();
  if (error !== undefined) throw error;
  return readQuery(tree);
}
