import type { ApexContext } from '../platform/index.ts';
import type { ApexType } from '../runtime/index.ts';
import {
  assertEquals,
  assertFail,
  assertFalse,
  assertNotEquals,
  assertNotNull,
  assertNull,
  assertTrue
} from './assert/checks.ts';
import { lenient } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeMembers, NativeType } from './native.ts';

/** With and without a message. */
function withMessage(head: string, check: (...values: never[]) => void): NativeMembers {
  const separator = head.endsWith('(') ? '' : ', ';
  const native = lenient(check);
  return {
    [`static void ${head})`]: native,
    [`static void ${head}${separator}String message)`]: native
  };
}

const instance =
  (wanted: boolean) =>
  (context: ApexContext, value: unknown, ...[type, message]: [ApexType, unknown]): void => {
    const isInstance = value !== null && context.program.isInstance(value, type.name);
    if (isInstance === wanted) return;
    const actual = value === null ? 'null' : context.program.typeName(value);
    assertFail(message ?? `Expected: ${wanted ? '' : 'not '}${type.name}, Actual: ${actual}`);
  };

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Assert.htm */
export const assertType: NativeType = nativeClass('Assert', {
  ...withMessage('areEqual(Object expected, Object actual', assertEquals),
  ...withMessage('areNotEqual(Object notExpected, Object actual', assertNotEquals),
  ...withMessage('fail(', assertFail),
  ...withMessage('isFalse(Boolean condition', assertFalse),
  ...withMessage('isTrue(Boolean condition', assertTrue),
  ...withMessage('isNull(Object value', assertNull),
  ...withMessage('isNotNull(Object value', assertNotNull),
  'static void isInstanceOfType(Object instance, Type expectedType)': instance(true),
  'static void isInstanceOfType(Object instance, Type expectedType, String message)':
    instance(true),
  'static void isNotInstanceOfType(Object instance, Type notExpectedType)': instance(false),
  'static void isNotInstanceOfType(Object instance, Type notExpectedType, String message)':
    instance(false)
});
