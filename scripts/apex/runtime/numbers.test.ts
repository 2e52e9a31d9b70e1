import * as fc from 'fast-check';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import {
  addIntegers,
  calculate,
  compareNumbers,
  divideIntegers,
  divideLongs,
  multiplyIntegers,
  multiplyLongs,
  negate,
  parseDouble,
  parseInteger,
  parseLong,
  toInteger,
  toLong
} from './numbers.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_primitives.htm

const integer = fc.integer({ min: -2147483648, max: 2147483647 });
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

test('should wrap Integers at 32 bits', () => {
  fc.assert(
    fc.property(integer, integer, (left, right) => {
      const wrap = (value: bigint): number => Number(BigInt.asIntN(32, value));

      expect(addIntegers(left, right)).toBe(wrap(BigInt(left) + BigInt(right)));
      expect(multiplyIntegers(left, right) + 0).toBe(wrap(BigInt(left) * BigInt(right)));
    })
  );
});

test('should wrap Longs at 64 bits', () => {
  fc.assert(
    fc.property(long, long, (left, right) => {
      expect(multiplyLongs(left, right)).toBe(BigInt.asIntN(64, left * right));
    })
  );
});

test('should cut off the fraction of an Integer division', () => {
  expect(divideIntegers(7, 2)).toBe(3);
  expect(divideIntegers(-7, 2)).toBe(-3);
  expect(divideIntegers(-2147483648, -1)).toBe(-2147483648);
});

test('should refuse to divide by zero', () => {
  expect(() => divideIntegers(1, 0)).toThrow('Divide by 0');
  expect(() => divideLongs(1n, 0n)).toThrow('Divide by 0');
  expect(() => calculate('/', new ApexDouble(1), 0)).toThrow('Divide by 0');
});

test('should calculate in the wider of two types', () => {
  expect(calculate('+', 1, 2n)).toBe(3n);
  expect(calculate('*', 2, new ApexDouble(1.5))).toEqual(new ApexDouble(3));
  expect(calculate('-', new ApexDouble(1.5), ApexDecimal.parse('0.5'))).toEqual(
    ApexDecimal.parse('1.0')
  );
});

test('should keep the smallest Integer when it is negated', () => {
  expect(negate(-2147483648)).toBe(-2147483648);
});

test('should cut off a Decimal that becomes an Integer, wrapping at 32 bits', () => {
  expect(toInteger(ApexDecimal.parse('-3.99'))).toBe(-3);
  expect(toInteger(ApexDecimal.parse('2147483648'))).toBe(-2147483648);
  expect(toLong(ApexDecimal.parse('1E3'))).toBe(1000n);
});

test('should stop at the limits when a Double becomes an Integer', () => {
  expect(toInteger(new ApexDouble(1e20))).toBe(2147483647);
  expect(toInteger(new ApexDouble(NaN))).toBe(0);
});

test('should compare across types by value', () => {
  expect(compareNumbers(1, ApexDecimal.parse('1.00'))).toBe(0);
  expect(compareNumbers(2n, new ApexDouble(2.5))).toBe(-1);
});

test.each(['', 'a', '1.5', '2147483648'])('should refuse "%s" as an Integer', (text) => {
  expect(() => parseInteger(text)).toThrow(`Invalid integer: ${text}`);
});

test('should read numbers with a sign', () => {
  expect(parseInteger('+12')).toBe(12);
  expect(parseLong('-9223372036854775808')).toBe(-(2n ** 63n));
  expect(parseDouble('1.5e3').value).toBe(1500);
});

test('should refuse a Long that needs more than 64 bits', () => {
  expect(() => parseLong('9223372036854775808')).toThrow('Invalid long: 9223372036854775808');
});
