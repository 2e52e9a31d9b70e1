import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSecrets } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('should keep the parameters of a principal encrypted on disk', () => {
  fileSecrets(folder).set('Clazar', 'Main', new Map([['Token', 'top-secret']]));

  expect(fileSecrets(folder).get('clazar', 'main')?.get('token')).toBe('top-secret');
  expect(readFileSync(join(folder, 'credentials.bin'), 'latin1')).not.toContain('top-secret');
  expect(statSync(join(folder, 'credentials.key')).mode & 0o077).toBe(0);
});
