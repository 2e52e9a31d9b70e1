import { ApexException, equals, textOf } from '../../runtime/index.ts';

/** A failed assertion; Apex code cannot catch it. */
function fail(text: string): never {
  throw new ApexException('System.AssertException', text);
}

function failed(detail: string, message: unknown): never {
  const own = message === undefined || message === null ? '' : `: ${textOf(message)}`;
  return fail(`Assertion Failed${own}${detail === '' ? '' : `: ${detail}`}`);
}

/** `System.assert(condition, message)` and `Assert.isTrue` */
export function assertTrue(condition: boolean | null, message?: unknown): void {
  if (condition !== true) failed('', message);
}

export function assertFalse(condition: boolean | null, message?: unknown): void {
  if (condition !== false) failed('', message);
}

/** `System.assertEquals(expected, actual, message)` and `Assert.areEqual` */
export function assertEquals(expected: unknown, actual: unknown, message?: unknown): void {
  if (sameForAssert(expected, actual)) return;
  failed(`Expected: ${textOf(expected)}, Actual: ${textOf(actual)}`, message);
}

/** `System.assertNotEquals(expected, actual, message)` and `Assert.areNotEqual` */
export function assertNotEquals(expected: unknown, actual: unknown, message?: unknown): void {
  if (!sameForAssert(expected, actual)) return;
  failed(`Same value: ${textOf(actual)}`, message);
}

export function assertNull(value: unknown, message?: unknown): void {
  if (value !== null) failed(`Expected: null, Actual: ${textOf(value)}`, message);
}

export function assertNotNull(value: unknown, message?: unknown): void {
  if (value === null) failed('Same value: null', message);
}

/** `Assert.fail(message)` */
export function assertFail(message?: unknown): never {
  return failed('', message);
}

/** Text with its case, unlike `==`. */
function sameForAssert(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string' && typeof actual === 'string') return expected === actual;
  return equals(expected, actual);
}
