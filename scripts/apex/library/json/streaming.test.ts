import { ApexType, textOf } from '../../runtime/index.ts';
import type { ApexEnumValue } from '../../runtime/index.ts';
import { callNative, thrownBy } from '../testing/index.ts';
import { ApexJsonGenerator } from '../JSONGenerator.ts';
import { ApexJsonParser } from '../JSONParser.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonParser.htm
describe('JSONParser', () => {
  const parse = (parser: ApexJsonParser, signature: string, ...values: unknown[]): unknown =>
    callNative('JSONParser', signature, [parser, ...values]);
  const token = (parser: ApexJsonParser): string | undefined =>
    (parse(parser, 'JSONToken nextToken()') as ApexEnumValue | null)?.name;

  test('should give token after token, then null', () => {
    const parser = new ApexJsonParser('{"a": [1, 1.5, true, null, "x"]}');
    const names = Array.from({ length: 11 }, () => token(parser));

    expect(names).toEqual([
      'START_OBJECT',
      'FIELD_NAME',
      'START_ARRAY',
      'VALUE_NUMBER_INT',
      'VALUE_NUMBER_FLOAT',
      'VALUE_TRUE',
      'VALUE_NULL',
      'VALUE_STRING',
      'END_ARRAY',
      'END_OBJECT',
      undefined
    ]);
  });

  test('should know names, texts and values', () => {
    const parser = new ApexJsonParser('{"total": 12, "day": "2011-03-22"}');
    for (let count = 0; count < 3; count++) token(parser);

    expect(parse(parser, 'String getCurrentName()')).toBe('total');
    expect(parse(parser, 'Integer getIntegerValue()')).toBe(12);
    parse(parser, 'JSONToken nextValue()');
    expect(parse(parser, 'String getText()')).toBe('2011-03-22');
    expect(textOf(parse(parser, 'Date getDateValue()'))).toBe('2011-03-22 00:00:00');
  });

  test('should skip children and read a value as a type', () => {
    const parser = new ApexJsonParser('[{"deep": [[1]]}, [1, 2], 3]');
    token(parser);
    token(parser);

    parse(parser, 'void skipChildren()');
    token(parser);
    const list = parse(parser, 'Object readValueAs(Type type)', new ApexType('List<Integer>'));

    expect(textOf(list)).toBe('(1, 2)');
    expect(token(parser)).toBe('VALUE_NUMBER_INT');
  });

  test('should refuse malformed text where it is', () => {
    const parser = new ApexJsonParser('[1 2]');
    token(parser);
    token(parser);

    expect(thrownBy(() => token(parser))).toContain(
      'was expecting comma to separate ARRAY entries'
    );
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonGenerator.htm
describe('JSONGenerator', () => {
  const write = (generator: ApexJsonGenerator, signature: string, ...values: unknown[]): unknown =>
    callNative('JSONGenerator', signature, [generator, ...values]);

  test('should write what it is told', () => {
    const generator = new ApexJsonGenerator(false);
    write(generator, 'void writeStartObject()');
    write(generator, 'void writeStringField(String name, String value)', 'abc', '1.21');
    write(generator, 'void writeFieldName(String name)', 'list');
    write(generator, 'void writeStartArray()');
    write(generator, 'void writeNumber(Integer value)', 1);
    write(generator, 'void writeNull()');
    write(generator, 'void writeEndArray()');
    write(generator, 'void writeEndObject()');

    expect(write(generator, 'String getAsString()')).toBe('{"abc":"1.21","list":[1,null]}');
    expect(write(generator, 'Boolean isClosed()')).toBe(true);
  });

  test('should refuse what would be no JSON', () => {
    const generator = new ApexJsonGenerator(false);
    write(generator, 'void writeStartObject()');

    expect(thrownBy(() => write(generator, 'void writeNumber(Integer value)', 1))).toBe(
      'System.JSONException: Can not write value, expecting field name'
    );
    expect(thrownBy(() => write(generator, 'void writeEndArray()'))).toContain('JSONException');
  });
});
