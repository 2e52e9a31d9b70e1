import { ApexList, ApexMap, ApexSet, ApexSObject, enumValues, textOf } from '../runtime/index.ts';
import { elementsOf } from './iteration.ts';
import {
  callIn,
  callNative,
  fakeContext,
  FakeObject,
  fakeProgram,
  thrownBy
} from './testing/index.ts';
import type { FakeClass } from './testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_list.htm

const list = (...items: unknown[]): ApexList => new ApexList('Object', items);

function sorted(items: readonly unknown[], program = fakeProgram()): string {
  const sortedList = list(...items);
  callIn(fakeContext({ program }), 'List<T>', ['void sort()', sortedList]);
  return textOf(sortedList);
}

/** A class with a number and methods on it. */
function numberClass(methods: NonNullable<FakeClass['methods']>): FakeClass {
  return { name: 'Numbered', fields: { value: 'Integer' }, methods };
}

function numbered(type: FakeClass, value: number): FakeObject {
  const object = new FakeObject(type);
  object.values.set('value', value);
  return object;
}

const valueOf = (object: unknown): number => Number((object as FakeObject).values.get('value'));

describe('List', () => {
  test('should sort null first, then by natural order', () => {
    expect(sorted([3, null, 1, 2])).toBe('(null, 1, 2, 3)');
    expect(sorted(['b', 'B', 'a', 'A'])).toBe('(A, B, a, b)');
    expect(sorted([...enumValues('Season', ['SPRING', 'AUTUMN'])].reverse())).toBe(
      '(SPRING, AUTUMN)'
    );
  });

  test('should sort records by name, then by their other fields', () => {
    const account = (Name: string, City: string): ApexSObject =>
      new ApexSObject('Account', { Name, City });

    expect(sorted([account('b', 'x'), account('a', 'z'), account('a', 'y')])).toBe(
      '(Account:{Name=a, City=y}, Account:{Name=a, City=z}, Account:{Name=b, City=x})'
    );
  });

  // https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_comparable.htm
  test('should sort objects by their compareTo', () => {
    const type = numberClass({ compareto: (self, other) => valueOf(other) - valueOf(self) });
    const items = [1, 3, 2].map((value) => numbered(type, value));

    expect(sorted(items, fakeProgram([type]))).toBe(
      '(Numbered:[value=3], Numbered:[value=2], Numbered:[value=1])'
    );
  });

  test('should refuse to sort what has no order', () => {
    const objects = ['a', 'b'].map((name) => new FakeObject({ name }));

    expect(thrownBy(() => sorted(objects))).toBe(
      'System.ListException: One or more of the items in this list is not Comparable.'
    );
  });

  // https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_System_Comparator.htm
  test('should sort with a comparator, which sees null too', () => {
    const type = numberClass({
      compare: (_self, left, right) => Number(right ?? 99) - Number(left ?? 99)
    });
    const numbers = list(1, null, 3);

    callIn(fakeContext({ program: fakeProgram([type]) }), 'List<T>', [
      'void sort(Comparator<T> comparator)',
      numbers,
      new FakeObject(type)
    ]);

    expect(textOf(numbers)).toBe('(null, 3, 1)');
  });

  test('should sort in the order of a language with a collator', () => {
    const collator = callNative('Collator', 'static Collator getInstance()', []);
    const words = list('zebra', 'Äpfel', 'apple', null);

    callNative('List<T>', 'void sort(Comparator<T> comparator)', [words, collator]);

    expect(textOf(words)).toBe('(null, Äpfel, apple, zebra)');
  });

  test('should find elements by equality', () => {
    const indexOf = 'Integer indexOf(T element)';

    expect(callNative('List<T>', indexOf, [list('a', 'B'), 'b'])).toBe(-1);
    expect(callNative('List<T>', indexOf, [list(1, null), null])).toBe(1);
  });

  test('should copy records for a deep clone, without their ids unless these are kept', () => {
    const record = new ApexSObject('Account', { Id: '001000000000001AAA', Name: 'x' });

    const copy = callNative('List<T>', 'List<T> deepClone()', [list(record)]) as ApexList;
    const kept = callNative('List<T>', 'List<T> deepClone(Boolean preserveId)', [
      list(record),
      true
    ]);

    expect(textOf(copy)).toBe('(Account:{Name=x})');
    expect((kept as ApexList).items[0]).not.toBe(record);
    expect(textOf(kept)).toBe('(Account:{Id=001000000000001AAA, Name=x})');
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_set.htm
describe('Set', () => {
  const members = (): ApexSet => new ApexSet('String', ['a', 'b', 'c']);

  test('should keep, remove and add many at once, and tell whether it changed', () => {
    const set = members();

    expect(
      callNative('Set<T>', 'Boolean retainAll(List<T> elements)', [set, list('b', 'c', 'x')])
    ).toBe(true);
    expect(
      callNative('Set<T>', 'Boolean removeAll(Set<T> elements)', [
        set,
        new ApexSet('String', ['b'])
      ])
    ).toBe(true);
    expect(callNative('Set<T>', 'Boolean addAll(List<T> elements)', [set, list('c')])).toBe(false);
    expect(textOf(set)).toBe('{c}');
  });

  test('should tell whether it holds all of another', () => {
    const containsAll = 'Boolean containsAll(List<T> elements)';

    expect(callNative('Set<T>', containsAll, [members(), list('a', 'c')])).toBe(true);
    expect(callNative('Set<T>', containsAll, [members(), list('a', 'd')])).toBe(false);
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_map.htm
describe('Map', () => {
  test('should give the value before, or null', () => {
    const map = new ApexMap('String', 'Integer');

    expect(callNative('Map<K, V>', 'V put(K key, V value)', [map, 'a', 1])).toBeNull();
    expect(callNative('Map<K, V>', 'V put(K key, V value)', [map, 'a', 2])).toBe(1);
    expect(callNative('Map<K, V>', 'V remove(K key)', [map, 'a'])).toBe(2);
  });

  test('should give its values as a list of their type', () => {
    const map = new ApexMap('String', 'Integer', [['a', 1]]);

    const values = callNative('Map<K, V>', 'List<V> values()', [map]) as ApexList;

    expect(values.elementType).toBe('Integer');
    expect(values.items).toEqual([1]);
  });

  test('should refuse to put all of null', () => {
    const putAll = (): unknown =>
      callNative('Map<K, V>', 'void putAll(Map<K, V> source)', [
        new ApexMap('Id', 'Account'),
        null
      ]);

    expect(thrownBy(putAll)).toBe(
      'System.NullPointerException: Attempt to de-reference a null object'
    );
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_iterable.htm
describe('Iterator', () => {
  test('should walk through a list and refuse to go past its end', () => {
    const iterator = callNative('List<T>', 'Iterator<T> iterator()', [list('a')]);
    const next = (): unknown => callNative('Iterator<T>', 'T next()', [iterator]);

    expect(next()).toBe('a');
    expect(callNative('Iterator<T>', 'Boolean hasNext()', [iterator])).toBe(false);
    expect(thrownBy(next)).toContain('System.NoSuchElementException');
  });

  test('should walk through an object of the project that is iterable', () => {
    const counter = numberClass({
      hasnext: (self) => valueOf(self) < 3,
      next: (self) => {
        self.values.set('value', valueOf(self) + 1);
        return valueOf(self);
      },
      iterator: () => numbered(counter, 0)
    });
    const context = fakeContext({ program: fakeProgram([counter]) });

    expect([...elementsOf(context, new FakeObject(counter))]).toEqual([1, 2, 3]);
  });
});
