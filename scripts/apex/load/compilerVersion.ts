import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A digest of the compiler's own code: what another version of it cached is not used. */
export function compilerVersion(): string {
  const apex = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256');
  for (const file of stages.flatMap((stage) => sourcesIn(join(apex, stage)))) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stages = ['syntax', 'types', 'link', 'check', 'emit', 'load'];

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));
}
