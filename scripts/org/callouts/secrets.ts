import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/index.ts';
import type { CredentialParameters } from './types.ts';

/** Authentication parameters of principals. Values are written and used, never shown. */
export interface SecretStore {
  /** Replaces all parameters of one principal. */
  set(externalCredential: string, principal: string, parameters: CredentialParameters): void;
  /** The parameters of the principal, or undefined when it has none yet. */
  get(externalCredential: string, principal: string): CredentialParameters | undefined;
  remove(externalCredential: string, principal: string): void;
}

type Secrets = Record<string, Record<string, string>>;

/** Secrets that live as long as the process. */
export function memorySecrets(): SecretStore {
  let kept: Secrets = {};
  return secretStore({
    read: () => kept,
    write: (secrets) => {
      kept = secrets;
    }
  });
}

/**
 * Secrets encrypted (AES-256-GCM) in `folder`, beside a key that only the owner can read.
 * @throws UserError when the file was written with another key
 */
export function fileSecrets(folder: string): SecretStore {
  const file = join(folder, 'credentials.bin');
  return secretStore({
    read: () => (existsSync(file) ? decrypt(readFileSync(file), keyOf(folder), file) : {}),
    write: (secrets) => writePrivately(file, encrypt(secrets, keyOf(folder)))
  });
}

function secretStore(medium: { read(): Secrets; write(secrets: Secrets): void }): SecretStore {
  const name = (credential: string, principal: string): string =>
    `${credential}:${principal}`.toLowerCase();
  return {
    set: (credential, principal, parameters) => {
      const lowered = [...parameters].map(([key, value]) => [key.toLowerCase(), value] as const);
      const entry = { [name(credential, principal)]: Object.fromEntries(lowered) };
      medium.write({ ...medium.read(), ...entry });
    },
    get: (credential, principal) => {
      const found = medium.read()[name(credential, principal)];
      return found === undefined ? undefined : new Map(Object.entries(found));
    },
    remove: (credential, principal) => {
      const { [name(credential, principal)]: removed, ...rest } = medium.read();
      if (removed !== undefined) medium.write(rest);
    }
  };
}

function keyOf(folder: string): Buffer {
  const file = join(folder, 'credentials.key');
  if (!existsSync(file)) writePrivately(file, randomBytes(32));
  return readFileSync(file);
}

function writePrivately(file: string, content: Buffer): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function encrypt(secrets: Secrets, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(content: Buffer, key: Buffer, file: string): Secrets {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, content.subarray(0, 12));
    decipher.setAuthTag(content.subarray(12, 28));
    const plain = Buffer.concat([decipher.update(content.subarray(28)), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as Secrets;
  } catch {
    throw new UserError(
      'The stored credentials cannot be read with the key beside them.',
      'Delete credentials.bin and credentials.key, then enter the credentials again.',
      { file }
    );
  }
}
