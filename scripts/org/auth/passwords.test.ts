import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPasswords, fileTexts } from './passwords.ts';

describe('passwords', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passwords-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('should know a password again after a restart, and no other', () => {
    createPasswords(fileTexts(folder, 'passwords.json')).set('005', 'correct horse');

    const passwords = createPasswords(fileTexts(folder, 'passwords.json'));

    expect(passwords.matches('005', 'correct horse')).toBe(true);
    expect(passwords.matches('005', 'wrong horse')).toBe(false);
    expect(passwords.matches('006', 'correct horse')).toBe(false);
  });

  test('should keep no password in plain, in a file for its owner only', () => {
    createPasswords(fileTexts(folder, 'passwords.json')).set('005', 'correct horse');
    const file = join(folder, 'passwords.json');

    expect(readFileSync(file, 'utf8')).not.toContain('horse');
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});
