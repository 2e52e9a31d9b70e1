import { randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sameSecret } from '../../shared/index.ts';

/** Passwords of users, kept as salted scrypt hashes. */
export interface Passwords {
  has(userId: string): boolean;
  set(userId: string, password: string): void;
  matches(userId: string, password: string): boolean;
}

/** Texts that outlive a restart, such as hashes of passwords and refresh tokens. Never plain secrets. */
export interface TextStorage<T> {
  load(): Readonly<Record<string, T>>;
  save(entries: Readonly<Record<string, T>>): void;
}

export function createPasswords(storage: TextStorage<string>): Passwords {
  const hashes = new Map(Object.entries(storage.load()));
  return {
    has: (userId) => hashes.has(userId),
    set: (userId, password) => {
      hashes.set(userId, hashOf(password, randomBytes(16).toString('hex')));
      storage.save(Object.fromEntries(hashes));
    },
    matches: (userId, password) => {
      const [salt, hash] = hashes.get(userId)?.split(':') ?? [];
      return salt !== undefined && sameSecret(hashOf(password, salt), `${salt}:${hash ?? ''}`);
    }
  };
}

function hashOf(password: string, salt: string): string {
  return `${salt}:${scryptSync(password, salt, 32).toString('hex')}`;
}

/** Texts that go with the process. */
export function memoryTexts<T>(): TextStorage<T> {
  return { load: () => ({}), save: () => undefined };
}

/** A JSON file that only its owner can read. */
export function fileTexts<T>(folder: string, name: string): TextStorage<T> {
  const file = join(folder, name);
  return {
    load: () =>
      existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, T>) : {},
    save: (entries) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(entries), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
  };
}
