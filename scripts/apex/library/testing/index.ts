import type { ApexContext } from '../../platform/index.ts';
import { ApexException } from '../../runtime/index.ts';
import { coreLibrary } from '../index.ts';
import { fakeContext } from './fakeContext.ts';

export { fakeContext } from './fakeContext.ts';
export { FakeObject, fakeProgram } from './fakeProgram.ts';
export type { FakeClass } from './fakeProgram.ts';

/**
 * Calls a native member by its type's name and its signature.
 * @throws Error when there is no such member
 */
export function callNative(type: string, signature: string, values: readonly unknown[]): unknown {
  return callIn(fakeContext(), type, [signature, ...values]);
}

/** The same in a given context. */
export function callIn(
  context: ApexContext,
  type: string,
  [signature, ...values]: readonly [string, ...unknown[]]
): unknown {
  const native = coreLibrary.find(({ name }) => name === type)?.members[signature];
  if (native === undefined) throw new Error(`No member ${type}: ${signature}`);
  return native(context, ...(values as never[]));
}

/** The exception that `work` throws, as `type: message`. */
export function thrownBy(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexException) return error.describe();
    throw error;
  }
  return 'nothing was thrown';
}
