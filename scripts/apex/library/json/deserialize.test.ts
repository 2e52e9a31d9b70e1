import * as fc from 'fast-check';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexList,
  ApexMap,
  ApexType,
  equals,
  textOf
} from '../../runtime/index.ts';
import type { ApexSObject } from '../../runtime/index.ts';
import type { ApexContext } from '../../platform/index.ts';
import { callIn, fakeContext, thrownBy } from '../testing/index.ts';
import { deserialize, serialize, strictly } from '../testing/jsonFixture.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm

describe('deserialize', () => {
  test('should make objects of the project, names in any case, unknown ones ignored', () => {
    const text =
      '{"ID":"7","Lines":[{"sku":"a","amount":1.50}],"season":"autumn","day":"2024-02-29","new":1}';

    expect(textOf(deserialize(text, 'Order'))).toBe(
      'Order:[id=7, lines=(Line:[sku=a, amount=1.50]), season=AUTUMN, day=2024-02-29 00:00:00]'
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

  test('should make types of the library that know how', () => {
    const make = (members: ReadonlyMap<string, unknown>): string => textOf(members.get('success'));
    const context = fakeContext();
    const program = Object.assign(Object.create(context.program) as ApexContext['program'], {
      nativeFromJson: (type: string) => (type === 'Database.SaveResult' ? make : undefined)
    });
    const type = new ApexType('List<Database.SaveResult>');

    const made = callIn({ ...context, program }, 'JSON', [
      'static Object deserialize(String text, Type type)',
      '[{"success": true}]',
      type
    ]);

    expect(textOf(made)).toBe('(true)');
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
