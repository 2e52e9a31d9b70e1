import { ApexDecimal, ApexDouble, enumValues, roundingModes, textOf } from '../runtime/index.ts';
import type { ApexEnumValue } from '../runtime/index.ts';
import { callIn, callNative, fakeContext, thrownBy } from './testing/index.ts';

const decimal = (text: string): ApexDecimal => ApexDecimal.parse(text);
const double = (value: number): ApexDouble => new ApexDouble(value);
const mode = (name: string): ApexEnumValue | undefined =>
  enumValues('RoundingMode', roundingModes).find((value) => value.name === name);

type Case = readonly [
  type: string,
  signature: string,
  values: readonly unknown[],
  expected: string
];

// Examples of https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_decimal.htm
// and https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_math.htm
const examples: readonly Case[] = [
  ['Decimal', 'Decimal abs()', [decimal('-6.02214129')], '6.02214129'],
  [
    'Decimal',
    'Decimal divide(Decimal divisor, Integer scale)',
    [decimal('19'), decimal('100'), 3],
    '0.190'
  ],
  [
    'Decimal',
    'Decimal divide(Decimal divisor, Integer scale, RoundingMode mode)',
    [decimal('12.4567'), decimal('7'), 2, mode('UP')],
    '1.78'
  ],
  ['Decimal', 'String format()', [decimal('12345.6789')], '12,345.679'],
  ['Decimal', 'Integer intValue()', [decimal('1.602176565')], '1'],
  ['Decimal', 'Decimal pow(Integer exponent)', [decimal('4.12'), 2], '16.9744'],
  ['Decimal', 'Decimal pow(Integer exponent)', [decimal('4.12'), 0], '1'],
  ['Decimal', 'Integer precision()', [decimal('123.123')], '6'],
  ['Decimal', 'Long round()', [decimal('5.5')], '6'],
  ['Decimal', 'Long round()', [decimal('4.5')], '4'],
  ['Decimal', 'Long round(RoundingMode mode)', [decimal('-5.5'), mode('HALF_DOWN')], '-5'],
  ['Decimal', 'Decimal setScale(Integer scale)', [decimal('8.987654321'), 4], '8.9877'],
  ['Decimal', 'String toPlainString()', [decimal('1E4')], '10000'],
  ['Decimal', 'static Decimal valueOf(Double value)', [double(3)], '3.0'],
  ['Decimal', 'static Decimal valueOf(String text)', ['12.4567'], '12.4567'],
  ['Double', 'static Double valueOf(String text)', ['3.89'], '3.89'],
  ['Double', 'Long round()', [double(2.5)], '3'],
  ['Double', 'String format()', [double(1261992)], '1,261,992'],
  ['Integer', 'String format()', [22222], '22,222'],
  ['Integer', 'static Integer valueOf(Object value)', [decimal('1.9')], '1'],
  ['Long', 'static Long valueOf(String text)', ['123456789'], '123456789'],
  ['Long', 'Integer intValue()', [2147483648n], '-2147483648'],
  ['Boolean', 'static Boolean valueOf(String text)', ['TRUE'], 'true'],
  ['Boolean', 'static Boolean valueOf(String text)', ['yes'], 'false'],
  ['Math', 'static Integer abs(Integer value)', [-42], '42'],
  ['Math', 'static Decimal ceil(Decimal value)', [decimal('-4.2')], '-4'],
  ['Math', 'static Decimal floor(Decimal value)', [decimal('-4.2')], '-5'],
  ['Math', 'static Integer round(Decimal value)', [decimal('2.5')], '2'],
  ['Math', 'static Long roundToLong(Double value)', [double(2.5)], '3'],
  ['Math', 'static Double rint(Double value)', [double(2.5)], '2.0'],
  [
    'Math',
    'static Decimal max(Decimal left, Decimal right)',
    [decimal('12.3'), decimal('156.6')],
    '156.6'
  ],
  ['Math', 'static Long min(Long left, Long right)', [3n, -2n], '-2'],
  ['Math', 'static Integer mod(Integer dividend, Integer divisor)', [-12, 5], '-2'],
  ['Math', 'static Double pow(Double base, Double exponent)', [double(2), double(10)], '1024.0'],
  ['Math', 'static Decimal signum(Decimal value)', [decimal('-3.4')], '-1'],
  ['Math', 'static Double sqrt(Double value)', [double(16)], '4.0']
];

test.each(examples)('should give for %s: %s of %p: %s', (type, signature, values, expected) => {
  expect(textOf(callNative(type, signature, values))).toBe(expected);
});

test('should refuse a remainder by zero', () => {
  const mod = 'static Integer mod(Integer dividend, Integer divisor)';

  expect(thrownBy(() => callNative('Math', mod, [1, 0]))).toBe('System.MathException: Divide by 0');
});

test('should refuse what is no number', () => {
  const valueOf = (): unknown =>
    callNative('Integer', 'static Integer valueOf(String text)', ['a']);

  expect(thrownBy(valueOf)).toBe('System.TypeException: Invalid integer: a');
});

test('should refuse a power with more digits than memory is for', () => {
  const power = (): unknown =>
    callNative('Decimal', 'Decimal pow(Integer exponent)', [decimal('1234567890'), 32767]);

  expect(thrownBy(power)).toContain('System.MathException');
});

test('should refuse a scale out of range', () => {
  const scale = (): unknown =>
    callNative('Decimal', 'Decimal setScale(Integer scale)', [decimal('1'), 2147483647]);

  expect(thrownBy(scale)).toBe('System.MathException: Scale must be between -33 and 33');
});

test('should group digits as the locale of the user does', () => {
  const german = fakeContext({ locale: 'de_DE' });

  expect(callIn(german, 'Decimal', ['String format()', decimal('1234.5')])).toBe('1.234,5');
});

test('should repeat the same random numbers with the same seed', () => {
  const random = (): string => textOf(callNative('Math', 'static Double random()', []));

  expect(random()).toBe(random());
});
