import { ApexBlob } from './blob.ts';
import { ApexDate, ApexDatetime, ApexTime } from './date.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { enumValues } from './enum.ts';
import { ApexException } from './exception.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { ApexObject } from './object.ts';
import { ApexSet } from './set.ts';
import { ApexSObject } from './sobject.ts';
import { concat, textOf } from './text.ts';

class Line extends ApexObject {
  override get $type(): string {
    return 'Order.Line';
  }

  override $fields(): readonly (readonly [string, unknown])[] {
    return [
      ['sku', 'a'],
      ['amount', null]
    ];
  }
}

const cases: readonly (readonly [unknown, string])[] = [
  [null, 'null'],
  [true, 'true'],
  [-1, '-1'],
  [5000000000n, '5000000000'],
  [ApexDecimal.parse('1.50'), '1.50'],
  [ApexDecimal.parse('0.0000001'), '1E-7'],
  [new ApexDouble(3), '3.0'],
  [new ApexDouble(1e10), '1.0E10'],
  [new ApexDouble(0.00015), '1.5E-4'],
  [ApexDate.of(2020, 1, 31), '2020-01-31 00:00:00'],
  [new ApexDatetime(Date.UTC(2020, 0, 1)), '2020-01-01 00:00:00'],
  [ApexTime.of(13, 5, [1, 2]), '13:05:01.002Z'],
  [enumValues('Season', ['SPRING'])[0], 'SPRING'],
  [ApexBlob.fromText('abc'), 'Blob[3]'],
  [new ApexList('Integer', [1, null]), '(1, null)'],
  [new ApexSet('String', ['a', 'b']), '{a, b}'],
  [new ApexMap('String', 'Integer', [['a', 1]]), '{a=1}'],
  [new ApexSObject('Account', { Name: 'x', Id: null }), 'Account:{Name=x, Id=null}'],
  [new Line(), 'Line:[sku=a, amount=null]'],
  [new ApexException('System.MathException', 'Divide by 0'), 'System.MathException: Divide by 0'],
  [new ApexException('Outer.MyException'), 'Outer.MyException: Script-thrown exception']
];

test.each(cases)('should print %p as the platform does', (value, expected) => {
  expect(textOf(value)).toBe(expected);
});

test('should print no more than ten elements of a collection', () => {
  const numbers = Array.from({ length: 11 }, (_, index) => index);

  expect(textOf(new ApexList('Integer', numbers))).toBe('(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
});

test('should end where a structure holds itself', () => {
  const list = new ApexList('Object', [1]);

  list.add(list);

  expect(textOf(list)).toBe('(1, (already output))');
});

test('should give up a structure that would print too long', () => {
  let list = new ApexList('Object', ['x']);
  for (let level = 0; level < 60; level++) list = new ApexList('Object', [list, list]);

  expect(() => textOf(list)).toThrow('Apex heap size too large');
  expect(() => new ApexSet('Object', [list])).toThrow('Apex heap size too large');
});

test('should join anything with text', () => {
  expect(concat('a', null)).toBe('anull');
  expect(concat(1, 'b')).toBe('1b');
});
