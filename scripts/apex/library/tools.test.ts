import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { ApexBlob, ApexException, ApexType, textOf } from '../runtime/index.ts';
import type { ApexList, ApexMap } from '../runtime/index.ts';
import { coreLibrary } from './index.ts';
import {
  callIn,
  callNative,
  fakeContext,
  FakeObject,
  fakeProgram,
  thrownBy
} from './testing/index.ts';
import { ApexUrl } from './Url.ts';

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

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_crypto.htm
describe('Crypto', () => {
  const call = (signature: string, ...values: unknown[]): unknown =>
    callNative('Crypto', signature, values);

  test('should digest and authenticate with the usual algorithms', () => {
    const digest = call(
      'static Blob generateDigest(String algorithm, Blob data)',
      'SHA-256',
      blob('abc')
    );
    const mac = call(
      'static Blob generateMac(String algorithm, Blob data, Blob key)',
      'hmacSHA256',
      blob('abc'),
      blob('key')
    );

    expect(hex(digest)).toMatch(/^ba7816bf/);
    expect(hex(mac)).toMatch(/^9c196e32/);
  });

  test('should decrypt what it encrypted', () => {
    const key = call('static Blob generateAesKey(Integer size)', 256);
    const encrypted = call(
      'static Blob encryptWithManagedIV(String algorithm, Blob key, Blob data)',
      'AES256',
      key,
      blob('secret')
    );

    const decrypted = call(
      'static Blob decryptWithManagedIV(String algorithm, Blob key, Blob data)',
      'AES256',
      key,
      encrypted
    );

    expect((decrypted as ApexBlob).text()).toBe('secret');
  });

  test('should verify what it signed', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { format: 'der', type: 'pkcs8' },
      publicKeyEncoding: { format: 'der', type: 'spki' }
    });

    const signature = call(
      'static Blob sign(String algorithm, Blob data, Blob key)',
      'RSA-SHA256',
      blob('x'),
      new ApexBlob(privateKey)
    );
    const verify = (text: string): unknown =>
      call(
        'static Boolean verify(String algorithm, Blob data, Blob signature, Blob key)',
        'RSA-SHA256',
        blob(text),
        signature,
        new ApexBlob(publicKey)
      );

    expect(verify('x')).toBe(true);
    expect(verify('y')).toBe(false);
  });

  test('should refuse a key of the wrong length', () => {
    const encrypt = (): unknown =>
      call(
        'static Blob encrypt(String algorithm, Blob key, Blob vector, Blob data)',
        'AES128',
        blob('short'),
        blob('x'),
        blob('y')
      );

    expect(thrownBy(encrypt)).toBe(
      'System.SecurityException: Invalid private key. Must be 16 bytes.'
    );
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_url.htm
describe('Url', () => {
  test('should take an address apart', () => {
    const url = new ApexUrl('https://me@Example.com:8443/a/b.html?x=1&y#part');

    expect([url.protocol, url.host, url.port, url.path, url.query, url.ref, url.userInfo]).toEqual([
      'https',
      'Example.com',
      8443,
      '/a/b.html',
      'x=1&y',
      'part',
      'me'
    ]);
    expect(callNative('Url', 'String getFile()', [url])).toBe('/a/b.html?x=1&y');
    expect(callNative('Url', 'Integer getDefaultPort()', [url])).toBe(443);
  });

  test('should refuse an address without a protocol', () => {
    expect(thrownBy(() => callNative('Url', 'new(String spec)', ['example.com']))).toBe(
      'System.StringException: no protocol: example.com'
    );
  });

  test('should call two the same file whatever their fragment', () => {
    const [left, right] = [new ApexUrl('http://a.com/x#1'), new ApexUrl('http://A.com:80/x#2')];

    expect(callNative('Url', 'Boolean sameFile(Url other)', [left, right])).toBe(true);
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_type.htm
describe('Type', () => {
  const context = fakeContext({ program: fakeProgram([{ name: 'Outer.Inner' }]) });
  const forName = (name: string): ApexType | null =>
    callIn(context, 'Type', ['static Type forName(String name)', name]) as ApexType | null;

  test('should find classes, primitives and collections in any case', () => {
    expect(forName('outer.inner')?.name).toBe('Outer.Inner');
    expect(forName('integer')?.name).toBe('Integer');
    expect(forName('map<string,list<OUTER.INNER>>')?.name).toBe('Map<String, List<Outer.Inner>>');
  });

  test('should give null for what does not exist', () => {
    expect(forName('Nope')).toBeNull();
    expect(forName('List<Nope>')).toBeNull();
    expect(forName('')).toBeNull();
  });

  test('should make instances', () => {
    const create = (name: string): unknown =>
      callIn(context, 'Type', ['Object newInstance()', new ApexType(name)]);

    expect(create('Outer.Inner')).toBeInstanceOf(FakeObject);
    expect(textOf(create('List<String>'))).toBe('()');
    expect(thrownBy(() => create('Integer'))).toContain('System.TypeException');
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Assert.htm
describe('Assert', () => {
  const call = (signature: string, ...values: unknown[]): string =>
    thrownBy(() => callNative('Assert', signature, values));

  test('should pass when all is as expected', () => {
    expect(call('static void areEqual(Object expected, Object actual)', 1, 1n)).toBe(
      'nothing was thrown'
    );
  });

  test('should tell what was expected and what came', () => {
    const areEqual = 'static void areEqual(Object expected, Object actual, String message)';

    expect(call(areEqual, 'a', 'A', 'names')).toBe(
      'System.AssertException: Assertion Failed: names: Expected: a, Actual: A'
    );
    expect(call('static void areNotEqual(Object notExpected, Object actual)', 1, 1)).toBe(
      'System.AssertException: Assertion Failed: Same value: 1'
    );
    expect(call('static void isTrue(Boolean condition, String message)', false, 'why')).toBe(
      'System.AssertException: Assertion Failed: why'
    );
    expect(call('static void fail()')).toBe('System.AssertException: Assertion Failed');
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_exception_methods.htm
describe('Exception', () => {
  const call = (value: unknown, signature: string): unknown =>
    callNative('Exception', signature, [value]);

  test('should tell its type, message, cause and place', () => {
    const cause = new ApexException('System.MathException', 'Divide by 0');
    const made = callNative('CalloutException', 'new(String message, Exception cause)', [
      'x',
      cause
    ]);
    (made as ApexException).frames = [{ place: 'Orders.total', line: 12, column: 1 }];

    expect(call(made, 'String getTypeName()')).toBe('System.CalloutException');
    expect(call(made, 'String getMessage()')).toBe('x');
    expect(call(made, 'Exception getCause()')).toBe(cause);
    expect(call(made, 'Integer getLineNumber()')).toBe(12);
    expect(call(made, 'String getStackTraceString()')).toBe(
      'Class.Orders.total: line 12, column 1'
    );
    expect(call(made, 'String toString()')).toBe('System.CalloutException: x');
  });

  test('should have a message even when none was given', () => {
    const made = callNative('ListException', 'new()', []);

    expect(call(made, 'String getMessage()')).toBe('Script-thrown exception');
  });

  test('should tell of each record that a DmlException is about', () => {
    const made = callNative('DmlException', 'new(String message)', ['x']) as ApexException;
    made.dml = [
      { index: 3, id: null, statusCode: 'REQUIRED_FIELD_MISSING', message: 'm', fields: ['Name'] }
    ];
    const dml = (signature: string, index: number): unknown =>
      callNative('DmlException', signature, [made, index]);

    expect(callNative('DmlException', 'Integer getNumDml()', [made])).toBe(1);
    expect(dml('String getDmlStatusCode(Integer index)', 0)).toBe('REQUIRED_FIELD_MISSING');
    expect(dml('Integer getDmlIndex(Integer index)', 0)).toBe(3);
    expect((dml('List<String> getDmlFieldNames(Integer index)', 0) as ApexList).items).toEqual([
      'Name'
    ]);
    expect(thrownBy(() => dml('Id getDmlId(Integer index)', 1))).toContain('System.ListException');
  });

  test('should tell which fields a query could not see', () => {
    const made = callNative('QueryException', 'new()', []);
    const fields = callNative(
      'QueryException',
      'Map<String, Set<String>> getInaccessibleFields()',
      [made]
    );

    expect((fields as ApexMap).size).toBe(0);
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_UUID.htm
describe('UUID and Version', () => {
  test('should read a UUID in any case and refuse what is none', () => {
    const fromString = (text: string): unknown =>
      callNative('UUID', 'static UUID fromString(String text)', [text]);

    expect(textOf(fromString('C0A80101-0000-4000-8000-000000000001'))).toBe(
      'c0a80101-0000-4000-8000-000000000001'
    );
    expect(thrownBy(() => fromString('x'))).toContain('IllegalArgumentException');
  });

  // https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_version.htm
  test('should compare versions number by number', () => {
    const version = (...numbers: number[]): unknown =>
      callNative('Version', 'new(Integer major, Integer minor)', numbers);

    const order = callNative('Version', 'Integer compareTo(Version other)', [
      version(1, 10),
      version(1, 9)
    ]);

    expect(order).toBe(1);
  });
});

test('should name every type once', () => {
  const names = coreLibrary.map(({ name }) => name.toLowerCase());

  expect(new Set(names).size).toBe(names.length);
});
