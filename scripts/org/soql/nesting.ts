import { QueryError } from './errors.ts';

/** The parser's time grows with the third power of the depth: 50 takes a second, 400 would hold everybody up for minutes. */
const deepest = 50;

/**
 * Refuses a query or search that is nested deeper than anybody writes.
 * @throws QueryError MALFORMED_QUERY
 */
export function requireShallow(text: string): void {
  let depth = 0;
  for (const [token] of text.matchAll(/'(?:[^'\\]|\\.)*'|[()]/g)) {
    if (token === ')') depth -= 1;
    if (token === '(') depth += 1;
    if (depth > deepest) throw new QueryError('MALFORMED_QUERY', "unexpected token: '('");
  }
}
