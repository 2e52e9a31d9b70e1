import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UserError } from '../../shared/index.ts';

const ignoredFolders = new Set(['node_modules', '__tests__', '.git', '.local']);

/** All files below `folder`, sorted, without tests and installed packages. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !file
          .slice(folder.length)
          .split(sep)
          .some((part) => ignoredFolders.has(part))
    )
    .sort();
}

/** What `sfdx-project.json` says. */
export interface ProjectSettings {
  /** The folders that hold metadata. */
  readonly folders: readonly string[];
  readonly namespace: string | undefined;
}

/**
 * Reads `sfdx-project.json`.
 * @throws UserError when the file is missing or is no JSON
 */
export function readSettings(projectFolder: string): ProjectSettings {
  const file = join(projectFolder, 'sfdx-project.json');
  const { packageDirectories = [], namespace = '' } = parseOrExplain(readOrExplain(file), file);
  return {
    folders: packageDirectories.map(({ path }) => join(projectFolder, path)),
    namespace: namespace === '' ? undefined : namespace
  };
}

interface ProjectFile {
  readonly namespace?: string;
  readonly packageDirectories?: readonly { readonly path: string }[];
}

function readOrExplain(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new UserError(
    'This folder is no Salesforce project.',
    'Run it where sfdx-project.json is.',
    {
      file
    }
  );
}

function parseOrExplain(text: string, file: string): ProjectFile {
  try {
    return JSON.parse(text) as ProjectFile;
  } catch (error) {
    throw new UserError(`This is no JSON: ${String(error)}`, 'Correct the file.', { file });
  }
}
