import { UserError } from '../../shared/index.ts';
import type { ErrorPlace } from '../../shared/index.ts';
import { DmlRequestError } from '../dml/index.ts';
import type { ApexFailure } from '../runtime/index.ts';
import { QueryError } from '../soql/index.ts';

/** An exception that left Apex, or a call of Apex that is refused. */
export class ApexCallError extends Error {
  /** `System.NullPointerException`, `AuraHandledException` */
  readonly exceptionType: string;
  /** `Class.Orders.total: line 12, column 1`, one a line. */
  readonly stackTrace: string;

  constructor({ type, message, stackTrace }: ApexFailure) {
    super(message);
    this.name = 'ApexCallError';
    this.exceptionType = type;
    this.stackTrace = stackTrace;
  }
}

/** A project whose Apex does not compile: every error, each with its place. */
export class ApexCompileError extends Error {
  readonly errors: readonly UserError[];

  constructor(errors: readonly UserError[]) {
    super(errors.map((error) => error.describe()).join('\n'));
    this.name = 'ApexCompileError';
    this.errors = errors;
  }
}

interface WireQueryError {
  readonly errorCode: QueryError['errorCode'];
  readonly message: string;
  readonly at: QueryError['at'];
}

/** An error on its way between threads. */
export type WireError =
  | { readonly kind: 'apex'; readonly failure: ApexFailure }
  | { readonly kind: 'request'; readonly details: readonly [string, string, string] }
  | { readonly kind: 'query'; readonly error: WireQueryError }
  | {
      readonly kind: 'user';
      readonly what: string;
      readonly action: string;
      readonly place: ErrorPlace;
    }
  | { readonly kind: 'other'; readonly message: string; readonly stack: string };

/** Takes an error apart. */
export function toWire(error: unknown): WireError {
  if (error instanceof ApexCallError) {
    const { exceptionType: type, message, stackTrace } = error;
    return { kind: 'apex', failure: { type, message, stackTrace } };
  }
  if (error instanceof DmlRequestError) {
    return { kind: 'request', details: [error.message, error.statusCode, error.exceptionType] };
  }
  if (error instanceof QueryError) {
    const { errorCode, message, at } = error;
    return { kind: 'query', error: { errorCode, message, at } };
  }
  if (error instanceof UserError) {
    return { kind: 'user', what: error.message, action: error.action, place: error.place };
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'other', message, stack };
}

/** Puts it together again. */
export function fromWire(wire: WireError): Error {
  switch (wire.kind) {
    case 'apex':
      return new ApexCallError(wire.failure);
    case 'request':
      return new DmlRequestError(...wire.details);
    case 'query':
      return new QueryError(wire.error.errorCode, wire.error.message, wire.error.at);
    case 'user':
      return new UserError(wire.what, wire.action, wire.place);
    case 'other':
      return Object.assign(new Error(wire.message), { stack: wire.stack });
  }
}
