import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/index.ts';

/** What the local org needs of `sfdx-project.json`. */
export interface ProjectFile {
  readonly namespace: string | undefined;
  readonly apiVersion: string;
  readonly packageDirectories: readonly string[];
}

const name = 'sfdx-project.json';
const latestApiVersion = '67.0';

/**
 * Reads `sfdx-project.json`.
 * @throws UserError when it is missing, is no JSON, or names a folder that does not exist
 */
export function readProjectFile(folder: string): ProjectFile {
  const path = join(folder, name);
  if (!existsSync(path))
    throw new UserError(`There is no ${name} in ${folder}.`, 'Name the folder of an sfdx project.');
  const json = parseJson(readFileSync(path, 'utf8'));
  const namespace = stringOf(json['namespace']);
  return {
    namespace: namespace === '' ? undefined : namespace,
    apiVersion: stringOf(json['sourceApiVersion']) ?? latestApiVersion,
    packageDirectories: readDirectories(folder, json['packageDirectories'])
  };
}

function parseJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`The file is no JSON: ${reason}.`, 'Correct it.', { file: name });
  }
}

function readDirectories(folder: string, value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value) ? value : [];
  const paths = entries.map(pathOf);
  if (paths.length === 0)
    throw new UserError('There are no packageDirectories.', 'Add at least one.', { file: name });
  for (const path of paths) requireFolder(folder, path);
  return paths;
}

function requireFolder(folder: string, path: string): void {
  if (existsSync(join(folder, path))) return;
  const action = 'Create it, or take it out of packageDirectories.';
  throw new UserError(`The package directory ${path} does not exist.`, action, { file: name });
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Windows writes its own separators. */
function pathOf(entry: unknown): string {
  return (stringOf((entry as Record<string, unknown>)['path']) ?? '').replaceAll('\\', '/');
}
