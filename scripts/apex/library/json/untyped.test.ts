import * as fc from 'fast-check';
import { ApexList, equals, textOf } from '../../runtime/index.ts';
import type { ApexMap } from '../../runtime/index.ts';
import { thrownBy } from '../testing/index.ts';
import { serialize, untyped } from '../testing/jsonFixture.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm

describe('deserializeUntyped', () => {
  test('should make maps, lists and the smallest fitting number', () => {
    const value = untyped('{"a": [1, 5000000000, 1.50, 99999999999999999999], "b": {"c": null}}');

    expect(textOf(value)).toBe('{a=(1, 5000000000, 1.50, 99999999999999999999), b={c=null}}');
    expect((value as ApexMap).get('a')).toBeInstanceOf(ApexList);
    expect(((value as ApexMap).get('a') as ApexList).get(1)).toBe(5000000000n);
  });

  test('should read what JavaScript writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
        const again = serialize(untyped(text));

        expect(equals(untyped(again), untyped(text))).toBe(true);
      })
    );
  });

  // https://salesforce.stackexchange.com/questions/301508 and 137599 show the words and the place
  const malformed: readonly (readonly [text: string, message: string])[] = [
    ['', 'No content to map to Object due to end of input'],
    [
      '{name: 1}',
      "Unexpected character ('n' (code 110)): was expecting double-quote to start field name at [line:1, column:3]"
    ],
    [
      '{"a":1 "b":2}',
      `Unexpected character ('"' (code 34)): was expecting comma to separate OBJECT entries at [line:1, column:9]`
    ],
    [
      'request=1',
      "Unexpected character ('r' (code 114)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:2]"
    ],
    ['[1,]', "Unexpected character (']' (code 93))"],
    ['{"a":1', 'Unexpected end-of-input'],
    ['"abc', 'Unexpected end-of-input'],
    ['[tru]', "Unrecognized token 'tru': was expecting 'null', 'true', 'false' or NaN"],
    ['[01]', "Unexpected character ('1' (code 49))"],
    ['"\\x"', 'Unexpected character'],
    ['1 2', "Unexpected character ('2' (code 50))"]
  ];

  test.each(malformed)('should refuse %p', (text, message) => {
    expect(thrownBy(() => untyped(text))).toContain(`System.JSONException: ${message}`);
  });

  test('should refuse text that is nested too deeply', () => {
    expect(thrownBy(() => untyped('['.repeat(100_000)))).toContain('nested too deeply');
  });

  test('should read a long text with many escapes at once', () => {
    const long = '\\"'.repeat(500_000);

    expect(untyped(`"${long}"`)).toHaveLength(500_000);
  });
});
