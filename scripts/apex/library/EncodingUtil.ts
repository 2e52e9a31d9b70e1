import { ApexBlob, ApexException } from '../runtime/index.ts';
import { statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_encodingUtil.htm */
export const encodingUtilType: NativeType = nativeClass('EncodingUtil', {
  'static Blob base64Decode(String text)': statics(
    (text: string) => new ApexBlob(Buffer.from(text, 'base64'))
  ),
  'static String base64Encode(Blob data)': statics((data: ApexBlob) =>
    Buffer.from(data.bytes).toString('base64')
  ),
  'static String base64urlEncode(Blob data)': statics((data: ApexBlob) =>
    Buffer.from(data.bytes).toString('base64url')
  ),
  'static Blob base64urlDecode(String text)': statics(
    (text: string) => new ApexBlob(Buffer.from(text, 'base64url'))
  ),
  'static Blob convertFromHex(String text)': statics(fromHex),
  'static String convertToHex(Blob data)': statics((data: ApexBlob) =>
    Buffer.from(data.bytes).toString('hex')
  ),
  'static String urlEncode(String text, String charset)': statics(urlEncode),
  'static String urlDecode(String text, String charset)': statics(urlDecode)
});

function fromHex(text: string): ApexBlob {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) {
    throw new ApexException('System.InvalidParameterValueException', 'Invalid hex string');
  }
  return new ApexBlob(Buffer.from(text, 'hex'));
}

/** `application/x-www-form-urlencoded`: a space is a plus sign. */
function urlEncode(text: string, charset: string): string {
  return [...bytesOf(text, charset)]
    .map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : escapeByte(byte)))
    .join('');
}

function bytesOf(text: string, charset: string): Uint8Array {
  if (/^utf-?8$/i.test(charset)) return Buffer.from(text, 'utf8');
  if (/^(iso-?8859-?1|latin-?1|us-ascii)$/i.test(charset)) return Buffer.from(text, 'latin1');
  throw unsupported(charset);
}

function isPlain(byte: number): boolean {
  return /[a-zA-Z0-9.*_-]/.test(String.fromCharCode(byte));
}

function escapeByte(byte: number): string {
  return byte === 32 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function urlDecode(text: string, charset: string): string {
  const latin = !/^utf-?8$/i.test(charset);
  if (latin) bytesOf('', charset);
  if (/%(?![0-9a-fA-F]{2})/.test(text)) {
    throw new ApexException(
      'System.IllegalArgumentException',
      'URLDecoder: Illegal hex characters in escape (%) pattern'
    );
  }
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) =>
      Buffer.from(escapes.replaceAll('%', ''), 'hex').toString(latin ? 'latin1' : 'utf8')
    );
}

function unsupported(charset: string): ApexException {
  return new ApexException('System.IllegalArgumentException', `Unsupported encoding: ${charset}`);
}
