import * as fc from 'fast-check';
import { ApexBlob } from '../runtime/index.ts';
import { callNative } from './testing/index.ts';

const blob = (text: string): ApexBlob => ApexBlob.fromText(text);
const hex = (value: unknown): string => Buffer.from((value as ApexBlob).bytes).toString('hex');

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_encodingUtil.htm
describe('EncodingUtil', () => {
  const encode = 'static String urlEncode(String text, String charset)';
  const decode = 'static String urlDecode(String text, String charset)';

  test('should encode a form as Java does', () => {
    expect(callNative('EncodingUtil', encode, ['a b&c=é*~', 'UTF-8'])).toBe('a+b%26c%3D%C3%A9*%7E');
  });

  test('should decode what it encoded', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const encoded = callNative('EncodingUtil', encode, [text, 'UTF-8']);

        expect(callNative('EncodingUtil', decode, [encoded, 'UTF-8'])).toBe(text);
      })
    );
  });

  test('should turn bytes into hexadecimal and Base64 and back', () => {
    expect(
      callNative('EncodingUtil', 'static String convertToHex(Blob data)', [blob('hello')])
    ).toBe('68656c6c6f');
    expect(hex(callNative('EncodingUtil', 'static Blob convertFromHex(String text)', ['4A']))).toBe(
      '4a'
    );
    expect(callNative('EncodingUtil', 'static String base64Encode(Blob data)', [blob('abc')])).toBe(
      'YWJj'
    );
    expect(hex(callNative('EncodingUtil', 'static Blob base64Decode(String text)', ['YWJj']))).toBe(
      '616263'
    );
  });
});
