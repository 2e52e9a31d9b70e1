import * as fc from 'fast-check';
import { textOf } from '../../runtime/index.ts';
import { callNative, thrownBy } from '../testing/index.ts';
import { ApexMatcher, ApexPattern } from './index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_pattern_and_matcher_using.htm
// https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html

const matches = (pattern: string, text: string): boolean =>
  new ApexPattern(pattern).matchesWhole(text);

const whole: readonly (readonly [pattern: string, text: string, expected: boolean])[] = [
  ['(?i)abc', 'ABC', true],
  ['a(?i)b|c', 'C', true],
  ['a(?i)b|c', 'AB', false],
  ['(?i:a)b', 'AB', false],
  ['(?s).+', 'a\nb', true],
  ['.+', 'a\nb', false],
  ['[a-z&&[^aeiou]]+', 'bcd', true],
  ['[a-z&&[^aeiou]]+', 'bad', false],
  ['[a-c[x-z]]+', 'ax', true],
  ['[]a]+', ']a', true],
  ['[^\\d\\s]+', 'ab', true],
  ['[\\w.-]+', 'a-b.c', true],
  ['\\p{Upper}\\p{Lower}+', 'Abc', true],
  ['\\p{L}+', 'é', true],
  ['\\p{Alpha}+', 'é', false],
  ['\\Qa.b\\E+', 'a.bb', true],
  ['\\x41\\u0042\\0103', 'ABC', true],
  ['(a)(b)\\2\\1', 'abba', true],
  ['(?<x>a)\\k<x>', 'aa', true],
  ['a++b', 'aab', true],
  ['a*+a', 'aa', false],
  ['(?>a+)a', 'aaa', false],
  ['(?>(a)|b)c\\1', 'aca', true],
  ['(?x) a b # comment\n c', 'abc', true],
  ['\\s', '\u00a0', false],
  ['a{2,3}', 'aaa', true],
  ['(?<=x)y|z', 'z', true],
  ['a\\$', 'a$', true]
];

test.each(whole)('should match %p against %p: %p', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});

test.each(['(', ')', '[a', 'a{', '*a', '\\y', '(?<a>x', '\\p{Nope}', '\\p{Latin}', '\\9'])(
  'should refuse the pattern %p',
  (pattern) => {
    expect(thrownBy(() => new ApexPattern(pattern))).toContain(
      'System.StringException: Invalid regex'
    );
  }
);

test('should match a quoted text and nothing else, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const pattern = String(callNative('Pattern', 'static String quote(String text)', [text]));

      expect(matches(pattern, text)).toBe(true);
      expect(matches(pattern, `${text}x`)).toBe(false);
    })
  );
});

test('should find one match after the other with its groups and places', () => {
  const matcher = new ApexMatcher(new ApexPattern('(\\d+)-(x)?'), '10-x, 7-');
  const found: unknown[] = [];

  while (matcher.find()) found.push([matcher.group(1), matcher.group(2), matcher.start(0)]);

  expect(found).toEqual([
    ['10', 'x', 0],
    ['7', null, 6]
  ]);
});

test('should look only at its region', () => {
  const matcher = new ApexMatcher(new ApexPattern('b+'), 'abbba').setRegion(1, 3);

  expect(matcher.matches()).toBe(true);
  expect([matcher.start(0), matcher.end(0), matcher.regionEnd]).toEqual([1, 3, 3]);
});

test('should move on after an empty match', () => {
  const matcher = new ApexMatcher(new ApexPattern('x*'), 'ab');
  const starts: number[] = [];

  while (matcher.find()) starts.push(matcher.start(0));

  expect(starts).toEqual([0, 1, 2]);
});

test('should refuse to tell of a match that was not found', () => {
  const matcher = new ApexMatcher(new ApexPattern('x'), 'abc');
  matcher.find();

  expect(thrownBy(() => matcher.group(0))).toBe('System.StringException: No match found');
});

test('should fill group references of a replacement', () => {
  const replaceAll = (text: string, pattern: string, replacement: string): unknown => {
    const matcher = new ApexMatcher(new ApexPattern(pattern), text);
    return callNative('Matcher', 'String replaceAll(String replacement)', [matcher, replacement]);
  };

  expect(replaceAll('John Smith', '(\\w+) (?<last>\\w+)', '${last} $1 \\$1')).toBe('Smith John $1');
  expect(thrownBy(() => replaceAll('a', 'a', '$5'))).toBe('System.StringException: No group 5');
});

test('should give up a pattern that takes exponential time', () => {
  expect(thrownBy(() => matches('(a+)+$', `${'a'.repeat(40)}b`))).toBe(
    'System.LimitException: Regex too complicated'
  );
});

test('should refuse a text that is longer than the platform looks at', () => {
  expect(thrownBy(() => matches('a*', 'a'.repeat(1_000_001)))).toBe(
    'System.LimitException: Regex too complicated'
  );
});

test('should refuse a pattern that is nested too deeply', () => {
  const pattern = '('.repeat(5000) + ')'.repeat(5000);

  expect(thrownBy(() => new ApexPattern(pattern))).toContain('nested too deeply');
});

test('should split by a pattern', () => {
  const parts = callNative('Pattern', 'List<String> split(String text)', [
    new ApexPattern('\\s*,\\s*'),
    'a , b,c'
  ]);

  expect(textOf(parts)).toBe('(a, b, c)');
});
