import { QueryError } from './errors.ts';

/** What a SOSL search looks for: words and phrases, joined. */
export type SearchTerm =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SearchTerm[] }
  | { readonly kind: 'not'; readonly part: SearchTerm };

/**
 * Reads `acme AND (rockets OR "big anvils") AND NOT old`; words without an operator between them are all to be found
 * (https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm).
 * @throws QueryError MALFORMED_SEARCH
 */
export function readTerm(text: string): SearchTerm {
  if (text.replace(/[*?"\s]/g, '').length < 2)
    throw malformed('search term must be longer than one character');
  const tokens = [...text.matchAll(/"([^"]*)"|[()]|[^\s()"]+/g)].map(([whole, phrase]): Token => ({
    text: phrase ?? whole,
    isPhrase: phrase !== undefined
  }));
  const reader: Reader = { tokens, position: 0 };
  const term = readOr(reader);
  if (reader.position < tokens.length) throw malformed(`unexpected token: ${text}`);
  return term;
}

interface Token {
  readonly text: string;
  readonly isPhrase: boolean;
}

interface Reader {
  readonly tokens: readonly Token[];
  position: number;
}

function malformed(message: string): QueryError {
  return new QueryError('MALFORMED_SEARCH', message);
}

/** Is the next token this word or sign? Then it is taken. */
function take(reader: Reader, text: string): boolean {
  if (!isNext(reader, text)) return false;
  reader.position += 1;
  return true;
}

function isNext({ tokens, position }: Reader, text: string): boolean {
  const token = tokens[position];
  return token?.isPhrase === false && token.text.toUpperCase() === text;
}

function readOr(reader: Reader): SearchTerm {
  const parts = [readAnd(reader)];
  while (take(reader, 'OR')) parts.push(readAnd(reader));
  return joined('or', parts);
}

function readAnd(reader: Reader): SearchTerm {
  const parts = [readUnit(reader)];
  while (reader.position < reader.tokens.length && !isNext(reader, 'OR') && !isNext(reader, ')')) {
    take(reader, 'AND');
    const isNot = take(reader, 'NOT');
    const part = readUnit(reader);
    parts.push(isNot ? { kind: 'not', part } : part);
  }
  return joined('and', parts);
}

function joined(kind: 'and' | 'or', parts: readonly SearchTerm[]): SearchTerm {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}

function readUnit(reader: Reader): SearchTerm {
  if (take(reader, '(')) {
    const inner = readOr(reader);
    if (!take(reader, ')')) throw malformed("unexpected token: '('");
    return inner;
  }
  const token = reader.tokens[reader.position];
  if (token === undefined) throw malformed('unexpected end of search term');
  reader.position += 1;
  return { kind: 'word', text: token.text };
}
