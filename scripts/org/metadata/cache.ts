import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProjectData } from './project.ts';

/** Raise it when the shape or the meaning of what is cached changes. */
const cacheVersion = 1;

/** Files that carry no metadata that the org reads: their change need not parse anything again. */
const ignored = /(^|\/)(__tests__|node_modules|\.[^/]+)(\/|$)|\.(ts|md)$(?<!-meta\.xml)/;

/** A hash over the name and content of each metadata file below `roots` (and over `head`). */
export function fingerprintOf(roots: readonly string[], head: string): string {
  const hash = createHash('sha1').update(`${String(cacheVersion)}\n${head}`);
  for (const root of roots) for (const file of filesBelow(root)) addFile(hash, root, file);
  return hash.digest('hex');
}

function addFile(hash: ReturnType<typeof createHash>, root: string, file: string): void {
  const isMetadata = file.endsWith('.xml') || !file.includes('.resource');
  hash.update(`\n${file}\n`);
  if (isMetadata && !ignored.test(file)) hash.update(readFileSync(join(root, file)));
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** The project as it was read last, if nothing has changed since. */
export function readCache(file: string, fingerprint: string): ProjectData | undefined {
  try {
    const data = JSON.parse(readFileSync(file, 'utf8')) as ProjectData;
    return data.fingerprint === fingerprint ? data : undefined;
  } catch {
    return undefined; // No cache, or a torn one: the project is read afresh.
  }
}

/** Keeps a project for the next time; a folder that cannot be written to only costs that time. */
export function writeCache(file: string, data: ProjectData): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${String(process.pid)}`;
    writeFileSync(draft, JSON.stringify(data));
    renameSync(draft, file);
  } catch {
    return;
  }
}
