import * as fc from 'fast-check';
import { makeList, makeMap, makeSet, putRecords } from './collections.ts';
import { ApexDate } from './date.ts';
import { ApexDecimal } from './decimal.ts';
import { enumValues } from './enum.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { ApexObject } from './object.ts';
import { ApexSet } from './set.ts';
import { ApexSObject } from './sobject.ts';

/** A class of the project with `equals` and `hashCode`. */
class Point extends ApexObject {
  readonly x: number;

  constructor(x: number) {
    super();
    this.x = x;
  }

  override get $type(): string {
    return 'Point';
  }

  override $equals(other: unknown): boolean {
    return other instanceof Point && other.x === this.x;
  }

  override $hashCode(): number {
    return this.x % 2;
  }
}

describe('List', () => {
  test('should tell the index that is out of bounds', () => {
    const list = new ApexList('Integer', [1, 2, 3]);

    expect(() => list.get(3)).toThrow('List index out of bounds: 3');
    expect(() => list.set(-1, 0)).toThrow('List index out of bounds: -1');
    expect(() => list.remove(7)).toThrow('List index out of bounds: 7');
    expect(() => list.insert(4, 0)).toThrow('List index out of bounds: 4');
  });

  test('should insert before an index, at the end too', () => {
    const list = new ApexList('String', ['b']);

    list.insert(0, 'a');
    list.insert(2, 'c');

    expect(list.items).toEqual(['a', 'b', 'c']);
  });

  // https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_collections_iterating.htm
  test('should refuse to be changed while it is iterated, and allow it afterwards', () => {
    const list = new ApexList('Integer', [1, 2]);

    expect(() => {
      for (const item of list) list.add(item);
    }).toThrow('Cannot modify a collection while it is being iterated.');
    list.add(3);

    expect(list.items).toEqual([1, 2, 3]);
  });

  test('should allow replacing elements while it is iterated', () => {
    const list = new ApexList('Integer', [1, 2]);

    for (const item of list) list.set(Number(item) - 1, 0);

    expect(list.items).toEqual([0, 0]);
  });

  test('should hold as many nulls as its size says', () => {
    expect(makeList('Integer', 2).items).toEqual([null, null]);
    expect(() => makeList('Integer', 2147483647)).toThrow('Apex heap size too large');
  });

  test('should refuse changes when it is read-only', () => {
    const list = new ApexList('Account', []);
    list.readOnly = true;

    expect(() => list.add(null)).toThrow('Collection is read-only');
  });
});

describe('Set and Map', () => {
  test('should keep the order of insertion and tell what is new', () => {
    const set = new ApexSet('String');

    expect(['b', 'a', 'b'].map((value) => set.add(value))).toEqual([true, true, false]);
    expect(set.values()).toEqual(['b', 'a']);
  });

  test('should tell text by its case', () => {
    const map = makeMap('String', 'Integer');

    map.put('a', 1);

    expect(map.get('A')).toBeNull();
  });

  test('should find values of every kind by value', () => {
    const [spring] = enumValues('Season', ['SPRING']);
    const [again] = enumValues('Season', ['SPRING']);
    const pairs: [unknown, unknown][] = [
      [ApexDecimal.parse('1.50'), ApexDecimal.parse('1.5')],
      [ApexDate.of(2020, 2, 29), ApexDate.of(2020, 2, 29)],
      [spring, again],
      [new Point(3), new Point(3)],
      [new ApexList('Integer', [1, null]), new ApexList('Integer', [1, null])],
      [new ApexList('Point', [new Point(1)]), new ApexList('Point', [new Point(1)])],
      [new ApexSet('Integer', [1, 2]), new ApexSet('Integer', [2, 1])],
      [new ApexSObject('Account', { Name: 'x' }), new ApexSObject('Account', { Name: 'x' })]
    ];

    for (const [left, right] of pairs) {
      expect(new ApexMap('Object', 'Integer', [[left, 7]]).get(right)).toBe(7);
      expect(new ApexSet('Object', [left]).add(right)).toBe(false);
    }
  });

  test('should keep apart what is not equal', () => {
    const set = new ApexSet('Object', [1, 1n, '1', ApexDecimal.parse('1'), true, 'true', null]);

    expect(set.size).toBe(7);
  });

  test('should find, replace and remove objects that share a hash code', () => {
    const map = makeMap('Point', 'String');
    for (const x of [1, 3, 5]) map.put(new Point(x), `p${x}`);

    map.put(new Point(3), 'replaced');
    map.remove(new Point(1));

    expect(map.size).toBe(2);
    expect([1, 3, 5].map((x) => map.get(new Point(x)))).toEqual([null, 'replaced', 'p5']);
  });

  test('should tell objects with equals but without hashCode by identity', () => {
    const vague = (): ApexObject => Object.assign(new ApexObject(), { $equals: () => true });

    expect(new ApexSet('Vague', [vague(), vague()]).size).toBe(2);
  });

  // https://salesforce.stackexchange.com/questions/207388
  test('should remove from the map what is removed from its key set, and refuse to add to it', () => {
    const map = new ApexMap('String', 'Integer', [
      ['a', 1],
      ['b', 2]
    ]);

    map.keySet().remove('a');

    expect(map.keys()).toEqual(['b']);
    expect(() => map.keySet().add('c')).toThrow('Collection is read-only');
  });

  test('should refuse a new key while the keys are iterated, but allow a new value', () => {
    const map = new ApexMap('String', 'Integer', [['a', 1]]);

    for (const key of map.keySet()) map.put(key, 2);

    expect(map.get('a')).toBe(2);
    expect(() => {
      for (const key of map.keySet()) map.put(`${String(key)}x`, 3);
    }).toThrow('Cannot modify a collection while it is being iterated.');
  });

  test('should let keys go while the keys are iterated', () => {
    const map = new ApexMap('String', 'Integer', [
      ['a', 1],
      ['b', 2]
    ]);

    for (const key of map.keySet()) map.remove(key);

    expect(map.keys()).toEqual([]);
  });

  test('should put records by their id', () => {
    const account = new ApexSObject('Account', { Id: '001000000000001AAA' });

    const map = makeMap('Id', 'Account', new ApexList('Account', [account]));

    expect(map.get('001000000000001AAA')).toBe(account);
  });

  test('should refuse records without an id and, when it is made, two with the same', () => {
    const account = new ApexSObject('Account', { Id: '001000000000001AAA' });
    const twice = new ApexList('Account', [account, account]);
    const none = new ApexList('Account', [new ApexSObject('Account')]);

    expect(() => makeMap('Id', 'Account', none)).toThrow('Row with null Id at index: 0');
    expect(() => makeMap('Id', 'Account', twice)).toThrow('Row with duplicate Id at index: 1');
    expect(() => putRecords(makeMap('Id', 'Account'), twice, { unique: false })).not.toThrow();
  });

  test('should do what a JavaScript Map does for text keys', () => {
    const operations = fc.array(fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c'), fc.nat(9)));
    fc.assert(
      fc.property(operations, (drawn) => {
        const [mine, theirs] = [makeMap('String', 'Integer'), new Map<string, number>()];
        for (const [isPut, key, value] of drawn) {
          if (isPut) mine.put(key, value);
          else mine.remove(key);
          if (isPut) theirs.set(key, value);
          else theirs.delete(key);
        }

        expect(mine.entries()).toEqual([...theirs]);
      })
    );
  });

  test('should copy a list into a set', () => {
    expect(makeSet('Integer', new ApexList('Integer', [1, 1, 2])).values()).toEqual([1, 2]);
  });
});
