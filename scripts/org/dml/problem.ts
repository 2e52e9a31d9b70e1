import type { DmlError } from './types.ts';

/** Builds an error as a record's result carries it. */
export function problem(
  statusCode: string,
  message: string,
  fields: readonly string[] = []
): DmlError {
  return { statusCode, message, fields };
}

/**
 * A request that fails as a whole, before any record is looked at: in Apex an exception of `exceptionType`
 * (`ListException`, `DmlException`, `TypeException`, …), in the API an error of `statusCode`.
 */
export class DmlRequestError extends Error {
  readonly exceptionType: string;
  readonly statusCode: string;
  constructor(message: string, statusCode: string, exceptionType: string) {
    super(message);
    this.name = 'DmlRequestError';
    this.statusCode = statusCode;
    this.exceptionType = exceptionType;
  }
}

/** The first 15 characters: how messages print an id. */
export function shortId(id: string): string {
  return id.slice(0, 15);
}
