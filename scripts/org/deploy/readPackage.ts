import { readManifest, membersOf } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { DeployError } from './deployError.ts';
import type { Member } from './types.ts';
import { readZip } from './zip/index.ts';

/** A zip to be deployed, taken apart. */
export interface DeployPackage {
  readonly manifest: Manifest;
  /** Metadata by path, manifests left out. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Deleted before and after the rest; here at once, when what is deleted before is not needed. */
  readonly deletions: readonly Deletion[];
}

/** A component that is to go. */
export interface Deletion extends Member {
  /** The file that names it. */
  readonly list: string;
}

/** Deletions of this list come before the rest. */
export const deletionsBefore = 'destructiveChangesPre.xml';

const deletionLists = ['destructiveChanges.xml', deletionsBefore, 'destructiveChangesPost.xml'];

/**
 * Reads a zip that is to be deployed.
 * @throws ZipError for a zip that is broken or does harm
 * @throws DeployError without a package.xml
 * @throws UserError for a manifest that is not well-formed
 */
export function readPackage(zip: Buffer): DeployPackage {
  const files = withoutFolder(readZip(zip));
  const text = (name: string): string => Buffer.from(files.get(name) ?? []).toString('utf8');
  if (!files.has('package.xml')) {
    throw new DeployError('INVALID_CROSS_REFERENCE_KEY', 'No package.xml found');
  }
  const manifest = readManifest(text('package.xml'), 'package.xml');
  const deletions = deletionLists
    .filter((name) => files.has(name))
    .flatMap((list) =>
      membersOf(readManifest(text(list), list)).map((member) => ({ ...member, list }))
    );
  for (const name of ['package.xml', ...deletionLists]) files.delete(name);
  return { manifest, files, deletions };
}

/** A zip may hold its package in a folder of its own. */
function withoutFolder(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  if (files.has('package.xml')) return files;
  const manifest = [...files.keys()].find((name) => /^[^/]+\/package\.xml$/.test(name));
  if (manifest === undefined) return files;
  const prefix = manifest.slice(0, -'package.xml'.length);
  const inside = [...files].filter(([name]) => name.startsWith(prefix));
  return new Map(inside.map(([name, data]) => [name.slice(prefix.length), data]));
}
