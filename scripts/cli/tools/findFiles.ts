import { globSync } from 'node:fs';
import { projectFolder } from './project.ts';

/** Files of this project by glob, sorted, as paths from its root; nothing that npm installed. */
export function findFiles(pattern: string): string[] {
  const isInstalled = (path: string): boolean => path.includes('node_modules');
  return globSync(pattern, { cwd: projectFolder, exclude: isInstalled }).sort();
}
