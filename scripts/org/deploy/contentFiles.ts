import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Component } from '../metadata/index.ts';

/**
 * The files of a component beside its XML (a class, the files of a bundle, a static resource), by their path below the
 * component's content: '' for a single file.
 * @param folder the project's folder
 */
export function contentFiles(folder: string, { content }: Component): Map<string, Uint8Array> {
  const path = content === undefined ? undefined : join(folder, content);
  if (path === undefined || !existsSync(path)) return new Map();
  if (statSync(path).isFile()) return new Map([['', readFileSync(path)]]);
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(files.map((file) => [relative(path, file), readFileSync(file)]));
}
