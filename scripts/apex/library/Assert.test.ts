import { callNative, thrownBy } from './testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Assert.htm
describe('Assert', () => {
  const call = (signature: string, ...values: unknown[]): string =>
    thrownBy(() => callNative('Assert', signature, values));

  test('should pass when all is as expected', () => {
    expect(call('static void areEqual(Object expected, Object actual)', 1, 1n)).toBe(
      'nothing was thrown'
    );
  });

  test('should tell what was expected and what came', () => {
    const areEqual = 'static void areEqual(Object expected, Object actual, String message)';

    expect(call(areEqual, 'a', 'A', 'names')).toBe(
      'System.AssertException: Assertion Failed: names: Expected: a, Actual: A'
    );
    expect(call('static void areNotEqual(Object notExpected, Object actual)', 1, 1)).toBe(
      'System.AssertException: Assertion Failed: Same value: 1'
    );
    expect(call('static void isTrue(Boolean condition, String message)', false, 'why')).toBe(
      'System.AssertException: Assertion Failed: why'
    );
    expect(call('static void fail()')).toBe('System.AssertException: Assertion Failed');
  });
});
