import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A short hash of texts, in their order; part of file names and cache keys. */
export function hashOf(...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** A hash of file names and contents. */
export function hashFiles(files: readonly string[]): string {
  return hashOf(...files.flatMap((file) => [file, readFileSync(file)]));
}
