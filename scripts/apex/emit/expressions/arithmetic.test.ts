import { run } from '../../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm

test('should wrap Integers at 32 bits and Longs at 64', () => {
  const output = run(`
    Integer a = 2147483647; a += 1; System.debug(a);
    System.debug(65536 * 65536);
    Long b = 9223372036854775807L; b++; System.debug(b);
    System.debug(2147483647 + 1L);`);

  expect(output).toEqual(['-2147483648', '0', '-9223372036854775808', '2147483648']);
});

test('should cut off Integer division and refuse division by zero', () => {
  const output = run(`
    Integer zero = 0;
    System.debug(-7 / 2);
    System.debug(7 / 2.0);
    try { System.debug(1 / zero); } catch (MathException error) { System.debug(error.getMessage()); }`);

  expect(output).toEqual(['-3', '3.5', 'Divide by 0']);
});

test('should add Decimals exactly', () => {
  const output = run(`
    Decimal total = 0.1; total += 0.2; System.debug(total);
    System.debug(1.10 + 2);
    Double half = 0.5d; System.debug(half * 3);`);

  expect(output).toEqual(['0.3', '3.10', '1.5']);
});

test('should throw for null in arithmetic', () => {
  const output = run(`
    Integer a; Decimal b;
    try { a = a + 1; } catch (NullPointerException error) { System.debug('Integer'); }
    try { b = b * 2; } catch (NullPointerException error) { System.debug('Decimal'); }
    try { a++; } catch (NullPointerException error) { System.debug('step'); }
    try { a = -a; } catch (NullPointerException error) { System.debug('minus'); }`);

  expect(output).toEqual(['Integer', 'Decimal', 'step', 'minus']);
});

test('should compute with bits', () => {
  const output = run(`
    System.debug((5 & 3) + ' ' + (5 | 3) + ' ' + (5 ^ 3) + ' ' + ~5);
    System.debug((-8 >> 1) + ' ' + (-8 >>> 28) + ' ' + (1 << 4));
    System.debug((1L << 40) + ' ' + (true ^ true) + ' ' + (true & false));`);

  expect(output).toEqual(['1 7 6 -6', '-4 15 16', '1099511627776 false false']);
});

test('should print values in text as the platform does', () => {
  const output = run(`
    String nothing; Object values = new List<Object>{ 1, 'a', null, 2.50 };
    System.debug('a' + nothing + 1 + 2.50 + true + values);
    System.debug(1 + 2 + 'a' + 1 + 2);
    System.debug(nothing + null);`);

  expect(output).toEqual(['anull12.50true(1, a, null, 2.50)', '3a12', 'nullnull']);
});

test('should shift dates by days', () => {
  const output = run(`
    Date day = Date.newInstance(2026, 2, 27) + 2;
    System.debug(day.format() == null ? '' : String.valueOf(day));
    System.debug(day - 1 == Date.newInstance(2026, 2, 28));`);

  expect(output).toEqual(['2026-03-01', 'true']);
});
