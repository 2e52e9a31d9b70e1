import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnumValue,
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexSObject,
  ApexTime
} from '../../runtime/index.ts';
import { FakeObject, thrownBy } from '../testing/index.ts';
import { call, line, order, serialize } from '../testing/jsonFixture.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm

describe('serialize', () => {
  const values: readonly (readonly [unknown, string])[] = [
    [null, 'null'],
    ['a"\n\u00e9', '"a\\"\\né"'],
    [1, '1'],
    [9007199254740993n, '9007199254740993'],
    [ApexDecimal.parse('1.50'), '1.50'],
    [new ApexDouble(3), '3.0'],
    [ApexDate.of(2024, 2, 29), '"2024-02-29"'],
    [new ApexDatetime(Date.UTC(2024, 1, 29, 12)), '"2024-02-29T12:00:00.000Z"'],
    [ApexTime.of(1, 2, [3, 4]), '"01:02:03.004Z"'],
    [ApexBlob.fromText('abc'), '"YWJj"'],
    [new ApexEnumValue('Season', 'SPRING', 0), '"SPRING"'],
    [new ApexSet('Integer', [1, 2]), '[1,2]'],
    [new ApexMap('Integer', 'String', [[1, null]]), '{"1":null}']
  ];

  test.each(values)('should write %p as %s', (value, expected) => {
    expect(serialize(value)).toBe(expected);
  });

  test('should write fields of super classes first, without static and transient ones', () => {
    const made = new FakeObject(order);
    made.values.set('secret', 'x').set('id', 7);

    expect(serialize(made)).toBe('{"id":7,"lines":null,"season":null,"day":null,"anything":null}');
  });

  test('should leave out null fields of objects when it is told to, but not those of maps', () => {
    const made = new FakeObject(line);
    made.values.set('sku', 'a');
    const value = new ApexList('Object', [made, new ApexMap('String', 'Object', [['x', null]])]);

    const text = call(
      'static String serialize(Object value, Boolean suppressApexObjectNulls)',
      value,
      true
    );

    expect(text).toBe('[{"sku":"a"},{"x":null}]');
  });

  test('should write records with their attributes, parents and children', () => {
    const child = new ApexSObject('Contact', { LastName: 'Doe' });
    const record = new ApexSObject('Account', { Id: '001000000000001AAA', Name: 'x' });
    record.setChildren('Contacts', new ApexList('Contact', [child]));

    expect(JSON.parse(serialize(record))).toEqual({
      attributes: {
        type: 'Account',
        url: '/services/data/v66.0/sobjects/Account/001000000000001AAA'
      },
      Id: '001000000000001AAA',
      Name: 'x',
      Contacts: {
        totalSize: 1,
        done: true,
        records: [{ attributes: { type: 'Contact' }, LastName: 'Doe' }]
      }
    });
  });

  test('should write prettily as the platform does', () => {
    const value = new ApexMap('String', 'Object', [
      ['a', 1],
      ['b', new ApexList('Object', [1, new ApexMap('String', 'Object', [['c', true]])])],
      ['d', new ApexList('Object')],
      ['e', new ApexMap('String', 'Object')]
    ]);

    expect(call('static String serializePretty(Object value)', value)).toBe(
      '{\n  "a" : 1,\n  "b" : [ 1, {\n    "c" : true\n  } ],\n  "d" : [ ],\n  "e" : { }\n}'
    );
  });

  test('should give up a structure that would be too long', () => {
    let list = new ApexList('Object', ['x']);
    for (let level = 0; level < 60; level++) list = new ApexList('Object', [list, list]);

    expect(thrownBy(() => serialize(list))).toContain('Apex heap size too large');
  });

  test('should refuse what has no JSON, cycles and too deep nesting', () => {
    const cycle = new ApexList('Object');
    cycle.add(cycle);
    let deep: unknown = null;
    for (let level = 0; level < 10_000; level++) deep = new ApexList('Object', [deep]);

    expect(thrownBy(() => serialize(new ApexException('System.DmlException')))).toContain(
      'JSONException'
    );
    expect(thrownBy(() => serialize(cycle))).toContain('self-reference');
    expect(thrownBy(() => serialize(deep))).toContain('nested too deeply');
  });
});
