import { QueryError } from '../soql/index.ts';

/** The parser's time grows with the third power of the depth: 50 takes a second, 400 would hold everybody up for minutes. */
const deepest = 50;

/**
 * Refuses a query that is nested deeper than anybody writes.
 * @throws QueryError MALFORMED_QUERY
 */
export function requireShallow(soql: string): void {
  let depth = 0;
  for (const [token] of soql.matchAll(/'(?:[^'\\]|\\.)*'|[()]/g)) {
    if (token === ')') depth -= 1;
    if (token === '(') depth += 1;
    if (depth > deepest) throw new QueryError('MALFORMED_QUERY', "unexpected token: '('");
  }
}
