import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { UserError } from '../../shared/index.ts';
import { projectFolder } from '../tools/index.ts';

const folder = join(projectFolder, 'config', 'release');
const ending = '.json.br';
const projectFile = 'sfdx-project.json';

/** What a release is without: its tests and its components, which have no data to carry over. */
const leftOut = /\/(?:tests|lwc|__tests__)\//;

/** The versions that are kept, oldest first. */
export function keptReleases(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort((left, right) => left.localeCompare(right, undefined, { numeric: true }));
}

/** Keeps the metadata of a project as that of a released version. @returns the file */
export function keepRelease(source: string, version: string): string {
  const files = sourceFiles(join(source, 'force-app')).filter((file) => !leftOut.test(file));
  const texts = [...files, join(source, projectFile)].map((file) => [
    relative(source, file),
    readFileSync(file, 'utf8')
  ]);
  const file = join(folder, version + ending);
  const plain = Buffer.from(JSON.stringify(Object.fromEntries(texts)));
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  writeFileSync(file, brotliCompressSync(plain, { params: size }));
  return file;
}

/** The version of a project's package, such as `1.2.0`. */
export function versionOf(source: string): string {
  const text = readFileSync(join(source, projectFile), 'utf8');
  const { packageDirectories } = JSON.parse(text) as {
    packageDirectories: readonly { versionNumber: string }[];
  };
  return packageDirectories[0]?.versionNumber.replace('.NEXT', '') ?? '';
}

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Writes a kept release as a project into a folder.
 *
 * @throws UserError when the version is not kept
 */
export function unpackRelease(version: string, target: string): void {
  if (!keptReleases().includes(version)) {
    const known = keptReleases().join(', ');
    throw new UserError(`Release ${version} is not kept.`, `Kept are: ${known}.`);
  }
  const packed = readFileSync(join(folder, version + ending));
  const files = JSON.parse(brotliDecompressSync(packed).toString()) as Record<string, string>;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
}
