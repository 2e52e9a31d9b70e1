import type { JsonObject } from '../json.ts';

/** What is wrong with one field of a request. */
export type FieldError = {
  readonly field: string;
  readonly code: string;
  readonly message: string;
};

/** The kinds of error that the API answers, and their HTTP status. */
export const errorStatus = {
  invalid_request: 400,
  validation_failed: 400,
  malformed_json: 400,
  not_supported: 400,
  not_authenticated: 401,
  invalid_credentials: 401,
  invalid_token: 401,
  token_expired: 401,
  not_editable: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  invalid_state: 409,
  stale_record: 409,
  idempotency_conflict: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  throttled: 429,
  internal_error: 500
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** An answer that is not a success: one place turns it into a body. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param code which kind; it decides the HTTP status
   * @param message for a person, as a sentence
   * @param more wrong fields, and headers to answer with
   */
  constructor(
    code: ErrorCode,
    message: string,
    more: { fields?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {}
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.fields = more.fields ?? [];
    this.headers = more.headers ?? {};
  }

  /** The HTTP status. */
  get status(): number {
    return errorStatus[this.code];
  }

  /** The body, `{detail, code, errors?}`. */
  get body(): JsonObject {
    const { message: detail, code, fields } = this;
    return fields.length === 0 ? { detail, code } : { detail, code, errors: [...fields] };
  }
}

/** A 400 that names every wrong field. */
export function invalid(...fields: readonly FieldError[]): ApiError {
  const detail = fields.map(({ field, message }) => `${field}: ${message}`).join(' ');
  return new ApiError('invalid_request', detail, { fields });
}

/** The 404 of a record that is not there. */
export function notFound(what = 'Not found.'): ApiError {
  return new ApiError('not_found', what);
}
