import { ApexException, nullPointer } from '../../runtime/index.ts';
import type { ProgramAccess } from './calls.ts';

/** Types that no catch clause takes. */
const uncatchable = new Set(['System.LimitException', 'System.AssertException']);

export function exceptions(program: ProgramAccess): Readonly<Record<string, unknown>> {
  return {
    thrown: (error: unknown) => error ?? nullPointer(),
    /** What a catch clause sees; errors of the engine itself and limits go on. */
    caught: (error: unknown) => {
      const known = toApexException(error);
      if (known === undefined) throw error;
      program.addFrames(known);
      if (uncatchable.has(known.$type)) throw known;
      return known;
    },
    /** An exception knows where it was made. */
    withFrames: (error: ApexException) => {
      program.addFrames(error);
      return error;
    },
    isException: (error: unknown, type: string) =>
      error instanceof ApexException && sameType(error.$type, type),
    newException: (type: string, ...values: readonly unknown[]) => {
      const error = new ApexException(qualified(type));
      program.addFrames(error);
      return initException(error, ...values);
    },
    initException,
    once
  };
}

/**
 * The value of a final variable, which must not have one yet.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords_final.htm
 */
function once(old: unknown, value: unknown): unknown {
  if (old === null) return value;
  throw new ApexException('System.FinalException', 'Final variable has already been initialized');
}

/** An Apex exception as it is, a full stack as a LimitException; undefined: no matter of Apex. */
export function toApexException(error: unknown): ApexException | undefined {
  if (error instanceof ApexException) return error;
  if (isStackOverflow(error)) {
    return new ApexException('System.LimitException', 'Maximum stack depth reached: 1001');
  }
  return undefined;
}

/** Compared by its words: the error may come from another realm. */
function isStackOverflow(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('message' in error)) return false;
  return String(error.message).startsWith('Maximum call stack size exceeded');
}

/** `new MyException('text', cause)` */
export function initException(error: ApexException, ...values: readonly unknown[]): ApexException {
  for (const value of values) {
    if (typeof value === 'string') error.text = value;
    else if (value instanceof ApexException) error.cause = value;
  }
  return error;
}

/** `System.DmlException` for `DmlException`; other namespaces stay. */
function qualified(type: string): string {
  return type.includes('.') ? type : `System.${type}`;
}

function sameType(actual: string, wanted: string): boolean {
  return actual === wanted || actual === qualified(wanted) || wanted === 'Exception';
}
