import { ApexException } from '../../apex/runtime/index.ts';
import { LimitExceeded } from '../limits/index.ts';

/** Exceptions that no `catch` of Apex catches: https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_exception_methods.htm */
const uncatchable = new Set(['System.LimitException', 'System.AssertException']);

/** Does it end the transaction whatever Apex does? */
export function isUncatchable(error: unknown): boolean {
  return (
    error instanceof LimitExceeded ||
    (error instanceof ApexException && uncatchable.has(error.$type))
  );
}

/** How a transaction ended, for whoever asked for it. */
export interface ApexFailure {
  /** `System.DmlException` */
  readonly type: string;
  readonly message: string;
  /** `Class.Orders.total: line 12, column 1`, one a line. */
  readonly stackTrace: string;
}

/** An exception in the words that logs, job records and API answers use; an engine's own error keeps its stack. */
export function failureOf(error: unknown): ApexFailure {
  if (error instanceof ApexException) {
    return { type: error.$type, message: messageOf(error), stackTrace: error.stackTrace };
  }
  if (error instanceof LimitExceeded) {
    return { type: 'System.LimitException', message: error.message, stackTrace: '' };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { type: 'System.UnexpectedException', message, stackTrace: stack ?? '' };
}

function messageOf(error: ApexException): string {
  return error.describe().slice(error.$type.length + 2);
}
