import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify
} from 'node:crypto';
import type { ApexContext } from '../platform/index.ts';
import { ApexBlob, ApexException } from '../runtime/index.ts';
import { statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/**
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_crypto.htm
 * Signing with a certificate of the org is not here: a local org has none.
 */
export const cryptoType: NativeType = nativeClass('Crypto', {
  'static Blob generateDigest(String algorithm, Blob data)': statics(
    (algorithm: string, data: ApexBlob) =>
      new ApexBlob(createHash(nameOf(digests, algorithm)).update(data.bytes).digest())
  ),
  'static Blob generateMac(String algorithm, Blob data, Blob key)': statics(generateMac),
  'static Boolean verifyHMac(String algorithm, Blob data, Blob key, Blob mac)': statics(verifyMac),
  'static Blob sign(String algorithm, Blob data, Blob key)': statics(sign),
  'static Boolean verify(String algorithm, Blob data, Blob signature, Blob key)': statics(verify),
  'static Blob generateAesKey(Integer size)': (context: ApexContext, size: number) =>
    new ApexBlob(randomBytes(context, keyBytes(size))),
  'static Blob encrypt(String algorithm, Blob key, Blob vector, Blob data)': statics(encrypt),
  'static Blob decrypt(String algorithm, Blob key, Blob vector, Blob data)': statics(decrypt),
  'static Blob encryptWithManagedIV(String algorithm, Blob key, Blob data)': (
    context: ApexContext,
    ...[algorithm, key, data]: [string, ApexBlob, ApexBlob]
  ) => {
    const vector = new ApexBlob(randomBytes(context, 16));
    const encrypted = encrypt(algorithm, key, vector, data);
    return new ApexBlob(Buffer.concat([vector.bytes, encrypted.bytes]));
  },
  'static Blob decryptWithManagedIV(String algorithm, Blob key, Blob data)': statics(
    (algorithm: string, key: ApexBlob, data: ApexBlob) =>
      decrypt(
        algorithm,
        key,
        new ApexBlob(data.bytes.subarray(0, 16)),
        new ApexBlob(data.bytes.subarray(16))
      )
  ),
  'static Integer getRandomInteger()': (context: ApexContext) => randomWord(context),
  'static Long getRandomLong()': (context: ApexContext) =>
    (BigInt(randomWord(context)) << 32n) | BigInt(randomWord(context) >>> 0)
});

const digests = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  SHA256: 'sha256',
  'SHA-512': 'sha512',
  SHA512: 'sha512',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512'
};
const macs = { HMACMD5: 'md5', HMACSHA1: 'sha1', HMACSHA256: 'sha256', HMACSHA512: 'sha512' };
const signatures = {
  RSA: 'sha1',
  'RSA-SHA1': 'sha1',
  'RSA-SHA256': 'sha256',
  'RSA-SHA384': 'sha384',
  'RSA-SHA512': 'sha512',
  'ECDSA-SHA256': 'sha256',
  'ECDSA-SHA384': 'sha384',
  'ECDSA-SHA512': 'sha512'
};
const ciphers = { AES128: 16, AES192: 24, AES256: 32 };

function nameOf<T>(names: Readonly<Record<string, T>>, algorithm: string): T {
  const found = names[algorithm.toUpperCase()];
  if (found !== undefined) return found;
  throw new ApexException(
    'System.SecurityException',
    `The algorithm ${algorithm} is not supported`
  );
}

function generateMac(algorithm: string, data: ApexBlob, key: ApexBlob): ApexBlob {
  const mac = createHmac(nameOf(macs, algorithm.replace('-', '')), key.bytes);
  return new ApexBlob(mac.update(data.bytes).digest());
}

function verifyMac(
  algorithm: string,
  data: ApexBlob,
  ...[key, mac]: [ApexBlob, ApexBlob]
): boolean {
  return Buffer.from(generateMac(algorithm, data, key).bytes).equals(mac.bytes);
}

function sign(algorithm: string, data: ApexBlob, key: ApexBlob): ApexBlob {
  const signer = createSign(nameOf(signatures, algorithm)).update(data.bytes);
  return orFail(() => {
    const privateKey = createPrivateKey({
      key: Buffer.from(key.bytes),
      format: 'der',
      type: 'pkcs8'
    });
    return new ApexBlob(signer.sign(privateKey));
  });
}

function verify(
  algorithm: string,
  data: ApexBlob,
  ...[signature, key]: [ApexBlob, ApexBlob]
): boolean {
  const verifier = createVerify(nameOf(signatures, algorithm)).update(data.bytes);
  return orFail(() => {
    const publicKey = createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'spki' });
    return verifier.verify(publicKey, signature.bytes);
  });
}

function encrypt(
  algorithm: string,
  key: ApexBlob,
  ...[vector, data]: [ApexBlob, ApexBlob]
): ApexBlob {
  checkKey(algorithm, key);
  checkVector(vector);
  const cipher = createCipheriv(cipherName(key), key.bytes, vector.bytes);
  return new ApexBlob(Buffer.concat([cipher.update(data.bytes), cipher.final()]));
}

function decrypt(
  algorithm: string,
  key: ApexBlob,
  ...[vector, data]: [ApexBlob, ApexBlob]
): ApexBlob {
  checkKey(algorithm, key);
  checkVector(vector);
  const decipher = createDecipheriv(cipherName(key), key.bytes, vector.bytes);
  return orFail(() => new ApexBlob(Buffer.concat([decipher.update(data.bytes), decipher.final()])));
}

function cipherName({ bytes }: ApexBlob): string {
  return `aes-${bytes.length * 8}-cbc`;
}

function checkKey(algorithm: string, key: ApexBlob): void {
  const wanted = nameOf(ciphers, algorithm);
  if (key.bytes.length === wanted) return;
  throw new ApexException(
    'System.SecurityException',
    `Invalid private key. Must be ${wanted} bytes.`
  );
}

function checkVector(vector: ApexBlob): void {
  if (vector.bytes.length === 16) return;
  throw new ApexException(
    'System.SecurityException',
    'Invalid initialization vector. Must be 16 bytes.'
  );
}

function orFail<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ApexException('System.SecurityException', reason);
  }
}

function keyBytes(bits: number): number {
  if ([128, 192, 256].includes(bits)) return bits / 8;
  throw new ApexException(
    'System.SecurityException',
    'Invalid key size. Must be 128, 192, or 256.'
  );
}

/** From the seeded source of the run, so that a run can be repeated: never use it to keep a real secret. */
function randomBytes(context: ApexContext, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => context.random.integer(0, 255));
}

function randomWord(context: ApexContext): number {
  return context.random.integer(-2147483648, 2147483647);
}
