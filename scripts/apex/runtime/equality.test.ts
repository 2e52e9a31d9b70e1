import { orders } from './compare.ts';
import { ApexDate, ApexDatetime } from './date.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { equals, hashCode, hashText, identical } from './equality.ts';
import { ApexList } from './list.ts';
import { ApexObject } from './object.ts';
import { ApexSObject } from './sobject.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm

test('should ignore case when strings are compared by ==', () => {
  expect(equals('Straße', 'STRAßE')).toBe(true);
  expect(equals('a', 'b')).toBe(false);
});

test('should compare numbers of different types by value', () => {
  expect(equals(1, 1n)).toBe(true);
  expect(equals(new ApexDouble(1.5), ApexDecimal.parse('1.50'))).toBe(true);
});

test('should tell text in collections by its case', () => {
  expect(equals(new ApexList('String', ['a']), new ApexList('String', ['A']))).toBe(false);
});

test('should compare records by their fields and objects by identity', () => {
  const record = (name: string): ApexSObject => new ApexSObject('Account', { Name: name });
  const object = new ApexObject();

  expect(equals(record('x'), record('x'))).toBe(true);
  expect(equals(record('x'), record('y'))).toBe(false);
  expect(equals(object, new ApexObject())).toBe(false);
  expect(equals(object, object)).toBe(true);
});

test('should use the equals of a class, with or without a hashCode', () => {
  const vague = Object.assign(new ApexObject(), { $equals: () => true });

  expect(equals(vague, new ApexObject())).toBe(true);
  expect(equals(new ApexList('Object', [vague]), new ApexList('Object', [1]))).toBe(true);
});

test('should not take null for anything else', () => {
  expect(equals(null, null)).toBe(true);
  expect(equals(null, '')).toBe(false);
});

test('should compare references by ===, but values of primitive types by value', () => {
  const record = new ApexSObject('Account');

  expect(identical(record, new ApexSObject('Account'))).toBe(false);
  expect(identical(ApexDate.of(2020, 1, 1), ApexDate.of(2020, 1, 1))).toBe(true);
});

test('should hash equal values alike', () => {
  expect(hashCode(ApexDecimal.parse('1.50'))).toBe(hashCode(ApexDecimal.parse('1.5')));
  expect(hashText('hello')).toBe(99162322);
});

test('should order strings without their case, dates with datetimes, and nothing with null', () => {
  const midnight = new ApexDatetime(Date.UTC(2020, 0, 1));

  expect(orders('<', 'apple', 'Banana')).toBe(true);
  expect(orders('<', 'a', 'A')).toBe(false);
  expect(orders('<', 'é', 'f')).toBe(true);
  expect(orders('>=', ApexDate.of(2020, 1, 1), midnight)).toBe(true);
  expect(orders('<', null, 1)).toBe(false);
  expect(orders('>', null, 1)).toBe(false);
  expect(orders('>', 'a', null)).toBe(true);
});
