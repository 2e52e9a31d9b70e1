import { generateKeyPairSync } from 'node:crypto';
import { ApexBlob } from '../runtime/index.ts';
import { callNative, thrownBy } from './testing/index.ts';

const blob = (text: string): ApexBlob => ApexBlob.fromText(text);
const hex = (value: unknown): string => Buffer.from((value as ApexBlob).bytes).toString('hex');

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
