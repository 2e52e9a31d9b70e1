import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this repository. */
export const projectFolder = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Where everything lies that is made here and not committed: databases, bundles, caches, reports. */
export const localFolder = join(projectFolder, '.local');

/** A program that npm installed into this project. */
export function installedProgram(name: string): string {
  return join(projectFolder, 'node_modules', '.bin', name);
}
