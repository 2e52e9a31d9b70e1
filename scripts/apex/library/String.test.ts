import { ApexDate, ApexDatetime, ApexDecimal, ApexList, textOf } from '../runtime/index.ts';
import { callNative, thrownBy } from './testing/index.ts';

// Examples of https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_string.htm

const call = (signature: string, ...values: unknown[]): unknown =>
  callNative('String', signature, values);

const list = (...items: unknown[]): ApexList => new ApexList('Object', items);

type Case = readonly [signature: string, values: readonly unknown[], expected: unknown];

const examples: readonly Case[] = [
  ['String abbreviate(Integer width)', ['Hello Maximillian', 8], 'Hello...'],
  ['String abbreviate(Integer width, Integer offset)', ['Hello Maximillian', 8, 9], '...im...'],
  ['String abbreviate(Integer width, Integer offset)', ['abcdefghijklmno', 10, 6], '...ghij...'],
  ['String capitalize()', ['hello max'], 'Hello max'],
  ['String center(Integer size)', ['hello', 9], '  hello  '],
  ['String center(Integer size, String padding)', ['hello', 9, '-'], '--hello--'],
  ['Integer charAt(Integer index)', ['Ω is Ohm.', 0], 937],
  ['Integer codePointBefore(Integer index)', ['Ω is Ohm.', 1], 937],
  ['Integer compareTo(String other)', ['abcde', 'abcd'], 1],
  ['Boolean containsAny(String characters)', ['hello', 'hx'], true],
  ['Boolean containsNone(String characters)', ['abcde', 'fg'], true],
  ['Boolean containsOnly(String characters)', ['abba', 'abcd'], true],
  ['Boolean containsWhitespace()', ['Hello Jane'], true],
  ['Integer countMatches(String part)', ['Hello Jane', 'e'], 2],
  ['String deleteWhitespace()', [' Hello Jane '], 'HelloJane'],
  ['String difference(String other)', ['Hello Jane', 'Hello Max'], 'Max'],
  ['Boolean endsWithIgnoreCase(String suffix)', ['Hello Jason', 'JASON'], true],
  ['String escapeCsv()', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
  ['String escapeEcmaScript()', ['"grade": 3.9/4.0'], '\\"grade\\": 3.9\\/4.0'],
  ['String escapeHtml3()', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;'],
  ['String escapeHtml4()', ['café €'], 'caf&eacute; &euro;'],
  ['String escapeJava()', ['Company: "Salesforce.com"'], 'Company: \\"Salesforce.com\\"'],
  ['static String escapeSingleQuotes(String text)', ["it's"], "it\\'s"],
  ['static String escapeSingleQuotes(String text)', ['a\\b'], 'a\\\\b'],
  ['String escapeUnicode()', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?'],
  ['String escapeXml()', [`"<b>'"`], '&quot;&lt;b&gt;&apos;&quot;'],
  ['static String fromCharArray(List<Integer> characters)', [list(74)], 'J'],
  [
    'static String getCommonPrefix(List<String> texts)',
    [list('SFDCApex', 'SFDCVisualforce')],
    'SFDC'
  ],
  ['Integer getLevenshteinDistance(String other)', ['Hello Joe', 'Hello Max'], 3],
  [
    'Integer getLevenshteinDistance(String other, Integer threshold)',
    ['Hello Jane', 'Hello Max', 2],
    -1
  ],
  ['Integer indexOfAny(String characters)', ['abcd', 'xc'], 2],
  ['Integer indexOfAnyBut(String characters)', ['abcd', 'xc'], 0],
  ['Integer indexOfChar(Integer character)', ['\\ is ÷', 247], 5],
  ['Integer indexOfDifference(String other)', ['abcde', 'xyz'], 0],
  ['Boolean isAllLowerCase()', ['abcde'], true],
  ['Boolean isAlphanumericSpace()', ['AE86 x'], true],
  ['Boolean isAsciiPrintable()', ['\u0019'], false],
  ['static Boolean isBlank(String text)', ['  '], true],
  ['static Boolean isBlank(String text)', [null], true],
  ['static Boolean isNotEmpty(String text)', [' '], true],
  ['Boolean isNumeric()', ['1.2'], false],
  ['Boolean isNumeric()', [''], false],
  ['Integer lastIndexOf(String part, Integer end)', ['Salesforce.com', 'o', 10], 6],
  ['String leftPad(Integer size, String padding)', ['ab', 5, 'xy'], 'xyxab'],
  ['String mid(Integer start, Integer length)', ['abcde', 2, 3], 'cde'],
  ['String normalizeSpace()', ['Salesforce \t    force.com'], 'Salesforce force.com'],
  ['Integer offsetByCodePoints(Integer index, Integer offset)', ['A \uD835\uDD0A BC', 0, 4], 5],
  ['String remove(String part)', ['Salesforce and force.com', 'force'], 'Sales and .com'],
  ['String removeEndIgnoreCase(String part)', ['Salesforce.com', '.COM'], 'Salesforce'],
  [
    'String removeStartIgnoreCase(String part)',
    ['Salesforce and force.com', 'SALES'],
    'force and force.com'
  ],
  ['String repeat(Integer count)', ['SFDC', 2], 'SFDCSFDC'],
  ['String repeat(String separator, Integer count)', ['SFDC', '-', 2], 'SFDC-SFDC'],
  ['String replace(String target, String replacement)', ['a.b.c', '.', '$1'], 'a$1b$1c'],
  [
    'String replaceAll(String pattern, String replacement)',
    ['a1b22', '[0-9]+', '<$0>'],
    'a<1>b<22>'
  ],
  ['String replaceFirst(String pattern, String replacement)', ['a1b2', '\\d', ''], 'ab2'],
  ['String reverse()', ['a😀b'], 'b😀a'],
  ['String right(Integer length)', ['Hello Max', 3], 'Max'],
  ['String stripHtmlTags()', ['<b>hello world</b>'], 'hello world'],
  ['String substring(Integer start, Integer end)', ['hamburger', 4, 8], 'urge'],
  ['String substringAfterLast(String separator)', ['Salesforce.com.force.com', '.'], 'com'],
  ['String substringBefore(String separator)', ['Salesforce.com.force.com', '.'], 'Salesforce'],
  ['String substringBetween(String open, String close)', ['xYellow()y', 'x', '('], 'Yellow'],
  ['String substringBetween(String tag)', ['tagYellowtag', 'none'], null],
  ['String swapCase()', ['Force.com'], 'fORCE.COM'],
  ['String toUpperCase(String locale)', ['i', 'tr'], 'İ'],
  ['String unescapeCsv()', ['"Max1, ""Max2"""'], 'Max1, "Max2"'],
  ['String unescapeEcmaScript()', ['\\"3.8\\", \\"3.9\\"'], '"3.8", "3.9"'],
  ['String unescapeHtml4()', ['&lt;b&gt; &#8364; &eacute; &nosuch;'], '<b> € é &nosuch;'],
  ['String unescapeUnicode()', ['voc\\u00EA'], 'você'],
  ['static String valueOf(Object value)', [null], null],
  ['static String valueOf(Decimal value)', [ApexDecimal.parse('3.10')], '3.10'],
  ['static String valueOf(Date value)', [ApexDate.of(2008, 5, 2)], '2008-05-02'],
  ['static String valueOf(Datetime value)', [new ApexDatetime(0)], '1969-12-31 16:00:00'],
  ['static String valueOfGmt(Datetime value)', [new ApexDatetime(0)], '1970-01-01 00:00:00'],
  [
    'static String join(Object iterable, String separator)',
    [list(10, 'a', null), '/'],
    '10/a/null'
  ],
  [
    'static String format(String pattern, List<Object> values)',
    ['Hello {0}, {1}', list('A', 1)],
    'Hello A, 1'
  ],
  [
    'static String format(String pattern, List<Object> values)',
    ["it''s '{0}' {0}", list('x')],
    "it's {0} x"
  ],
  ['static String format(String pattern, List<Object> values)', ['{0} {1}', list('x')], 'x {1}']
];

test.each(examples)('should give for %s of %p: %p', (signature, values, expected) => {
  expect(call(signature, ...values)).toEqual(expected);
});

const splits: readonly (readonly [text: string, pattern: string, expected: string])[] = [
  ['boo:and:foo', ':', '(boo, and, foo)'],
  ['boo:and:foo', 'o', '(b, , :and:f)'],
  ['a,b,,', ',', '(a, b)'],
  ['', ',', '()'],
  ['a|b', '\\|', '(a, b)'],
  ['ab', '', '(a, b)']
];

test.each(splits)('should split %p at %p into %s', (text, pattern, expected) => {
  expect(textOf(call('List<String> split(String pattern)', text, pattern))).toBe(expected);
});

test('should split into as many parts as the limit says, or keep empty parts when it is negative', () => {
  const split = (limit: number): string =>
    textOf(call('List<String> split(String pattern, Integer limit)', 'boo:and:foo', 'o', limit));

  expect(split(2)).toBe('(b, o:and:foo)');
  expect(split(-2)).toBe('(b, , :and:f, , )');
});

test('should split by the kind of characters', () => {
  const plain = call('List<String> splitByCharacterType()', 'Lightning.platform');
  const camel = call('List<String> splitByCharacterTypeCamelCase()', 'fooBarHTML9');

  expect(textOf(plain)).toBe('(L, ightning, ., platform)');
  expect(textOf(camel)).toBe('(foo, Bar, HTML, 9)');
});

test('should refuse positions out of bounds in the words of the platform', () => {
  const sub = 'String substring(Integer start, Integer end)';

  expect(thrownBy(() => call(sub, 'abc', 0, 9))).toBe(
    'System.StringException: Ending position out of bounds: 9'
  );
  expect(thrownBy(() => call(sub, 'abc', -1, 2))).toBe(
    'System.StringException: Starting position out of bounds: -1'
  );
});

test('should refuse a number style, since values are text by then', () => {
  const format = 'static String format(String pattern, List<Object> values)';

  expect(thrownBy(() => call(format, '{0,number}', list(1)))).toBe(
    'System.StringException: Cannot format given Object as a Number'
  );
});

test('should refuse null where text is needed', () => {
  expect(thrownBy(() => call('Boolean contains(String part)', 'abc', null))).toBe(
    'System.NullPointerException: Argument 1 cannot be null'
  );
});

test('should refuse text that is too long instead of making it', () => {
  expect(thrownBy(() => call('String repeat(Integer count)', 'abc', 2147483647))).toBe(
    'System.LimitException: String is too long.'
  );
  expect(thrownBy(() => call('String leftPad(Integer size)', 'abc', 2147483647))).toContain(
    'LimitException'
  );
});
