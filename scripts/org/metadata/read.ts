import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fingerprintOf, readCache, writeCache } from './cache.ts';
import { createProject, type ProjectData } from './project.ts';
import { readProjectFile, type ProjectFile } from './projectFile.ts';
import { packageRoots, resolveComponents } from './resolve.ts';
import type { Project } from './types.ts';

export interface ReadOptions {
  /** Where the parsed project is kept for the next time; `.local/cache/metadata.json` of the project by default. */
  readonly cacheFile?: string | undefined;
}

/**
 * Reads an sfdx project: `sfdx-project.json` and every component of its package directories.
 * @param folder the project's folder
 * @throws UserError for a folder that is no project and for broken XML, with file and line
 */
export async function readProject(folder: string, options: ReadOptions = {}): Promise<Project> {
  const root = resolve(folder);
  const file = readProjectFile(root);
  const cacheFile = options.cacheFile ?? join(root, '.local/cache/metadata.json');
  const roots = packageRoots(root, file.packageDirectories);
  const fingerprint = fingerprintOf(roots, JSON.stringify(file) + ignored(root));
  const cached = readCache(cacheFile, fingerprint);
  if (cached !== undefined) return createProject({ ...cached, folder: root });
  const data = await readFresh(root, file, fingerprint);
  writeCache(cacheFile, data);
  return createProject(data);
}

/** What `.forceignore` leaves out, source-deploy-retrieve does not find. */
function ignored(root: string): string {
  const file = join(root, '.forceignore');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function readFresh(
  folder: string,
  file: ProjectFile,
  fingerprint: string
): Promise<ProjectData> {
  const { NodeFSTreeContainer } = await import('@salesforce/source-deploy-retrieve');
  const roots = packageRoots(folder, file.packageDirectories);
  const tree = new NodeFSTreeContainer();
  const components = await resolveComponents({ tree, roots, folder });
  return { ...file, folder, components, fingerprint };
}
