import type { Position } from './ast.ts';

export type QueryErrorCode =
  | 'MALFORMED_QUERY'
  | 'INVALID_FIELD'
  | 'INVALID_TYPE'
  | 'INVALID_QUERY_FILTER_OPERATOR'
  | 'INVALID_SEARCH'
  | 'MALFORMED_SEARCH'
  | 'NUMBER_OUTSIDE_VALID_RANGE'
  | 'INSUFFICIENT_ACCESS'
  | 'INVALID_OPERATION';

/** A query that cannot be run, in the platform's words. */
export class QueryError extends Error {
  readonly errorCode: QueryErrorCode;
  readonly at: Position | undefined;
  /** What the user may not read, field names by object: in user mode. */
  readonly hidden: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  /**
   * @param errorCode as the REST API names it
   * @param message the platform's sentence, without the excerpt that REST and dynamic queries show before it
   * @param at where in the text, both from 1
   */
  constructor(errorCode: QueryErrorCode, message: string, at?: Position) {
    super(message);
    this.name = 'QueryError';
    this.errorCode = errorCode;
    this.at = at;
  }

  /** The message as REST and dynamic queries show it: the line, a caret under the place, then the sentence. */
  explain(soql: string): string {
    if (this.at === undefined) return this.message;
    const { row, column } = this.at;
    const line = soql.split('\n')[row - 1] ?? '';
    const caret = `${' '.repeat(column - 1)}^`;
    return `\n${line}\n${caret}\nERROR at Row:${String(row)}:Column:${String(column)}\n${this.message}`;
  }
}

const reference = 'Please reference your WSDL or the describe call for the appropriate names.';

export function noSuchObject(name: string, at?: Position): QueryError {
  const advice = `If you are attempting to use a custom object, be sure to append the '__c' after the entity name.`;
  return new QueryError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. ${advice} ${reference}`,
    at
  );
}

export function noSuchField(name: string, object: string, at?: Position): QueryError {
  const advice = `If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`;
  return new QueryError(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${object}'. ${advice} ${reference}`,
    at
  );
}

const relationshipAdvice = `If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`;

export function noSuchParent(name: string, at?: Position): QueryError {
  const what = `Didn't understand relationship '${name}' in field path.`;
  return new QueryError('INVALID_FIELD', `${what} ${relationshipAdvice} ${reference}`, at);
}

export function noSuchChild(name: string, at?: Position): QueryError {
  const what = `Didn't understand relationship '${name}' in FROM part of query call.`;
  return new QueryError('INVALID_TYPE', `${what} ${relationshipAdvice} ${reference}`, at);
}

export function malformed(message: string, at?: Position): QueryError {
  return new QueryError('MALFORMED_QUERY', message, at);
}
