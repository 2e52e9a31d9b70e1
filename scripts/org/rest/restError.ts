import type { DmlError } from '../dml/types.ts';

/** One element of a REST error answer. */
export interface ErrorItem {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/**
 * A refusal with its HTTP status, as every data resource words it: a list of `{message, errorCode, fields}`.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/errorcodes.html
 */
export class RestError extends Error {
  readonly status: number;
  readonly items: readonly ErrorItem[];

  constructor(status: number, ...items: readonly ErrorItem[]) {
    super(items.map(({ errorCode, message }) => `${errorCode}: ${message}`).join('; '));
    this.name = 'RestError';
    this.status = status;
    this.items = items;
  }

  /** What the answer holds. */
  get body(): unknown {
    return this.items;
  }
}

/** The answer to a path that leads nowhere; the CLI matches this very text. */
export function notFound(): RestError {
  return new RestError(404, {
    errorCode: 'NOT_FOUND',
    message: 'The requested resource does not exist'
  });
}

/** The answer to a record whose key is none. */
export function noSuchKey(name: string): RestError {
  return new RestError(404, {
    errorCode: 'NOT_FOUND',
    message: `Provided external ID field does not exist or is not accessible: ${name}`
  });
}

/** The answer to a method that a resource does not take. */
export function methodNotAllowed(method: string, allowed: readonly string[]): RestError {
  return new RestError(405, {
    errorCode: 'METHOD_NOT_ALLOWED',
    message: `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`
  });
}

/** The answer to a missing, unknown or expired session. */
export function invalidSession(): RestError {
  return new RestError(401, {
    message: 'Session expired or invalid',
    errorCode: 'INVALID_SESSION_ID'
  });
}

/** The answer to a session whose scopes do not cover the data APIs. */
export function sessionWithoutApi(): RestError {
  return new RestError(403, {
    message: 'This session is not valid for use with the REST API',
    errorCode: 'INVALID_SESSION_ID'
  });
}

/** The answer to a body that is not what the resource takes. */
export function malformedBody(message: string): RestError {
  return new RestError(400, { message, errorCode: 'JSON_PARSER_ERROR' });
}

/** Which refusals of a record are more than a bad request. */
const saveStatuses: Readonly<Record<string, number>> = {
  ENTITY_IS_DELETED: 404,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  NOT_FOUND: 404
};

/** The answer to a single record that could not be saved. */
export function saveRefused(errors: readonly DmlError[]): RestError {
  const [status = 400] = errors.flatMap(({ statusCode }) => saveStatuses[statusCode] ?? []);
  return new RestError(
    status,
    ...errors.map(({ statusCode, message, fields }) => ({ message, errorCode: statusCode, fields }))
  );
}

/** Any failure as a REST answer; what is no one's mistake but ours is a 500 on writes and a 400 on reads. */
export function toRestError(error: unknown, method: string): RestError {
  if (error instanceof RestError) return error;
  if (!(error instanceof Error)) return unknownException(String(error), method);
  const errorCode = errorCodeOf(error);
  if (errorCode !== undefined) {
    return new RestError(saveStatuses[errorCode] ?? 400, { message: error.message, errorCode });
  }
  if (isHttpError(error)) return fromHttpError(error);
  return unknownException(error.message, method);
}

/** The platform's code: queries call it an error code, DML a status code. */
function errorCodeOf(error: Error): string | undefined {
  if ('errorCode' in error && typeof error.errorCode === 'string') return error.errorCode;
  return 'statusCode' in error && typeof error.statusCode === 'string'
    ? error.statusCode
    : undefined;
}

function isHttpError(error: Error): error is Error & { statusCode: number } {
  return 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500;
}

const httpErrorCodes: Readonly<Record<number, string>> = {
  405: 'METHOD_NOT_ALLOWED',
  413: 'REQUEST_ENTITY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE'
};

function fromHttpError(error: Error & { statusCode: number }): RestError {
  const errorCode = httpErrorCodes[error.statusCode] ?? 'JSON_PARSER_ERROR';
  return new RestError(error.statusCode, { message: error.message, errorCode });
}

/** Clients repeat a GET that ends in 500 five times with growing pauses, so a read answers 400. */
function unknownException(message: string, method: string): RestError {
  return new RestError(method === 'GET' ? 400 : 500, { message, errorCode: 'UNKNOWN_EXCEPTION' });
}
