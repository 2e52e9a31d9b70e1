import * as fc from 'fast-check';
import type {
  ApexContext,
  FieldDefinition,
  FieldType,
  ObjectDefinition
} from '../../platform/index.ts';
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
  ApexTime,
  ApexType,
  equals,
  textOf
} from '../../runtime/index.ts';
import { callIn, fakeContext, FakeObject, fakeProgram, thrownBy } from '../testing/index.ts';
import type { FakeClass } from '../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm

const line: FakeClass = { name: 'Order.Line', fields: { sku: 'String', amount: 'Decimal' } };
const order: FakeClass = {
  name: 'Order',
  superName: 'Base',
  fields: {
    lines: 'List<Order.Line>',
    season: 'Season',
    day: 'Date',
    secret: 'transient String',
    count: 'static Integer',
    anything: 'Object'
  }
};
const base: FakeClass = { name: 'Base', fields: { id: 'Integer' } };
const season: FakeClass = { name: 'Season', kind: 'enum', enumValues: ['SPRING', 'AUTUMN'] };

function field(
  name: string,
  type: FieldType,
  parts: Partial<FieldDefinition> = {}
): FieldDefinition {
  return {
    name,
    type,
    referenceTo: [],
    relationshipName: undefined,
    ...parts
  } as unknown as FieldDefinition;
}

function object(
  name: string,
  fields: readonly FieldDefinition[],
  children: readonly object[] = []
): ObjectDefinition {
  return {
    name,
    fields: new Map(fields.map((each) => [each.name.toLowerCase(), each])),
    childRelationships: children
  } as unknown as ObjectDefinition;
}

const account = object(
  'Account',
  [
    field('Id', 'id'),
    field('Name', 'string'),
    field('Amount__c', 'currency'),
    field('Count__c', 'int')
  ],
  [{ relationshipName: 'Contacts', childObject: 'Contact', field: 'AccountId' }]
);
const contact = object('Contact', [
  field('LastName', 'string'),
  field('AccountId', 'reference', { relationshipName: 'Account', referenceTo: ['Account'] })
]);

const context: ApexContext = fakeContext({
  objects: [account, contact],
  program: fakeProgram([line, order, base, season])
});

const call = (signature: string, ...values: unknown[]): unknown =>
  callIn(context, 'JSON', [signature, ...values]);
const serialize = (value: unknown): string =>
  String(call('static String serialize(Object value)', value));
const untyped = (text: string): unknown =>
  call('static Object deserializeUntyped(String text)', text);
const deserialize = (text: string, type: string): unknown =>
  call('static Object deserialize(String text, Type type)', text, new ApexType(type));
const strictly = (text: string, type: string): unknown =>
  call('static Object deserializeStrict(String text, Type type)', text, new ApexType(type));

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

describe('deserializeUntyped', () => {
  test('should make maps, lists and the smallest fitting number', () => {
    const value = untyped('{"a": [1, 5000000000, 1.50, 99999999999999999999], "b": {"c": null}}');

    expect(textOf(value)).toBe('{a=(1, 5000000000, 1.50, 99999999999999999999), b={c=null}}');
    expect((value as ApexMap).get('a')).toBeInstanceOf(ApexList);
    expect(((value as ApexMap).get('a') as ApexList).get(1)).toBe(5000000000n);
  });

  test('should read what JavaScript writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
        const again = serialize(untyped(text));

        expect(equals(untyped(again), untyped(text))).toBe(true);
      })
    );
  });

  // https://salesforce.stackexchange.com/questions/301508 and 137599 show the words and the place
  const malformed: readonly (readonly [text: string, message: string])[] = [
    ['', 'No content to map to Object due to end of input'],
    [
      '{name: 1}',
      "Unexpected character ('n' (code 110)): was expecting double-quote to start field name at [line:1, column:3]"
    ],
    [
      '{"a":1 "b":2}',
      `Unexpected character ('"' (code 34)): was expecting comma to separate OBJECT entries at [line:1, column:9]`
    ],
    [
      'request=1',
      "Unexpected character ('r' (code 114)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:2]"
    ],
    ['[1,]', "Unexpected character (']' (code 93))"],
    ['{"a":1', 'Unexpected end-of-input'],
    ['"abc', 'Unexpected end-of-input'],
    ['[tru]', "Unrecognized token 'tru': was expecting 'null', 'true', 'false' or NaN"],
    ['[01]', "Unexpected character ('1' (code 49))"],
    ['"\\x"', 'Unexpected character'],
    ['1 2', "Unexpected character ('2' (code 50))"]
  ];

  test.each(malformed)('should refuse %p', (text, message) => {
    expect(thrownBy(() => untyped(text))).toContain(`System.JSONException: ${message}`);
  });

  test('should refuse text that is nested too deeply', () => {
    expect(thrownBy(() => untyped('['.repeat(100_000)))).toContain('nested too deeply');
  });

  test('should read a long text with many escapes at once', () => {
    const long = '\\"'.repeat(500_000);

    expect(untyped(`"${long}"`)).toHaveLength(500_000);
  });
});

describe('deserialize', () => {
  test('should make objects of the project, names in any case, unknown ones ignored', () => {
    const text =
      '{"ID":"7","Lines":[{"sku":"a","amount":1.50}],"season":"autumn","day":"2024-02-29","new":1}';

    expect(textOf(deserialize(text, 'Order'))).toBe(
      'Order:[id=7, lines=(Order.Line:[sku=a, amount=1.50]), season=AUTUMN, day=2024-02-29 00:00:00]'
    );
  });

  test('should refuse unknown names when it is strict', () => {
    expect(thrownBy(() => strictly('{"sku":"a","x":1}', 'Order.Line'))).toBe(
      'System.JSONException: Unknown field: Order.Line.x'
    );
  });

  test('should make collections of the types that are asked for', () => {
    const map = deserialize('{"1": ["2024-01-01"]}', 'Map<Integer, List<Date>>') as ApexMap;

    expect(map.valueType).toBe('List<Date>');
    expect(textOf(map)).toBe('{1=(2024-01-01 00:00:00)}');
  });

  test('should make records with parents and children', () => {
    const made = deserialize(
      '{"attributes":{"type":"Contact"},"LastName":"Doe","Account":{"Name":"x","Amount__c":1.50,"Contacts":{"records":[{"LastName":"Roe"}]}}}',
      'SObject'
    ) as ApexSObject;

    expect(textOf(made)).toBe('Contact:{LastName=Doe, Account=Account:{Name=x, Amount__c=1.50}}');
    expect(textOf(made.getParent('Account')?.getChildren('Contacts'))).toBe(
      '(Contact:{LastName=Roe})'
    );
  });

  const misfits: readonly (readonly [text: string, type: string, message: string])[] = [
    ['"thirty"', 'Integer', 'Illegal value for primitive: thirty'],
    ['1.5', 'Integer', 'Illegal value for primitive: 1.5'],
    ['{}', 'String', 'Illegal value for primitive'],
    ['"x"', 'Date', 'Invalid format: "x"'],
    ['{}', 'List<Integer>', "Malformed JSON: Expected '[' at the beginning of List/Set"],
    ['[]', 'Order', "Malformed JSON: Expected '{' at the beginning of object"],
    ['{"x":1}', 'Account', "No such column 'x' on sobject of type Account"],
    ['{"anything":1}', 'Order', 'Apex Type unsupported in JSON: Object'],
    // https://salesforce.stackexchange.com/questions/363786
    ['{"a":1}', 'Map<String, Object>', 'Apex Type unsupported in JSON: Object'],
    ['{}', 'Matcher', 'Apex Type unsupported in JSON: Matcher']
  ];

  test.each(misfits)('should refuse %s as %s', (text, type, message) => {
    expect(thrownBy(() => deserialize(text, type))).toBe(`System.JSONException: ${message}`);
  });

  test('should read again what was written', () => {
    const text = fc.string();
    const scalar = fc.oneof(
      fc.tuple(fc.constant('String'), text),
      fc.tuple(fc.constant('Integer'), fc.integer()),
      fc.tuple(fc.constant('Long'), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      fc.tuple(
        fc.constant('Double'),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => new ApexDouble(value))
      ),
      fc.tuple(
        fc.constant('Decimal'),
        fc.bigInt().map((value) => ApexDecimal.of(value, 5))
      ),
      fc.tuple(
        fc.constant('Date'),
        fc.integer({ min: 0, max: 40_000 }).map((days) => new ApexDate(days))
      ),
      fc.tuple(
        fc.constant('Datetime'),
        fc.integer({ min: 0 }).map((time) => new ApexDatetime(time))
      ),
      fc.tuple(
        fc.constant('Blob'),
        fc.uint8Array().map((bytes) => new ApexBlob(bytes))
      )
    );
    fc.assert(
      fc.property(scalar, text, ([type, value], key) => {
        const map = new ApexMap('String', `List<${type}>`, [
          [key, new ApexList(type, [value, null])]
        ]);

        const again = deserialize(serialize(map), `Map<String, List<${type}>>`);

        expect(textOf(again)).toBe(textOf(map));
        expect(equals(again, map) || type === 'Double').toBe(true);
      })
    );
  });
});
