import { readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { UserError } from '../../shared/index.ts';

/** A folder below `lwc/`: one component or module. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** The `.ts`, else the `.js`, else the `.html` or `.css` named like the folder. */
  readonly entry: string;
  readonly files: readonly string[];
  readonly isExposed: boolean;
}

const entryExtensions = ['.ts', '.js', '.html', '.css'];

/**
 * Groups files into LWC bundles. Built `.js` files beside a `.ts` are not sources.
 * @throws UserError when a bundle has no entry or two bundles share a name
 */
export function findBundles(files: readonly string[]): Bundle[] {
  const folders = Map.groupBy(files.filter(isBundleFile), bundleFolder);
  const bundles = [...folders].map(([folder, members]) => createBundle(folder, members));
  rejectDuplicates(bundles);
  return bundles;
}

function bundleFolder(file: string): string {
  const parts = file.split(sep);
  return parts.slice(0, parts.lastIndexOf('lwc') + 2).join(sep);
}

function isBundleFile(file: string): boolean {
  const parts = file.split(sep);
  const depth = parts.length - parts.lastIndexOf('lwc');
  return parts.includes('lwc') && depth > 2 && /\.(ts|js|html|css|svg|xml)$/.test(file);
}

function createBundle(folder: string, members: readonly string[]): Bundle {
  const files = members.filter((file) => !isBuilt(file, members));
  const name = basename(folder);
  const entry = entryExtensions
    .map((extension) => join(folder, name + extension))
    .find((file) => files.includes(file));
  if (entry === undefined) {
    throw new UserError(
      `The component ${name} has no ${name}.ts.`,
      'Name its main file like its folder.',
      { file: folder }
    );
  }
  const meta = files.find((file) => file.endsWith('.js-meta.xml'));
  const isExposed = meta !== undefined && /<isExposed>\s*true/.test(readFileSync(meta, 'utf8'));
  return { name, folder, entry, files, isExposed };
}

function isBuilt(file: string, members: readonly string[]): boolean {
  return file.endsWith('.js') && members.includes(file.replace(/\.js$/, '.ts'));
}

function rejectDuplicates(bundles: readonly Bundle[]): void {
  const seen = new Map<string, Bundle>();
  for (const bundle of bundles) {
    const other = seen.get(bundle.name);
    if (other !== undefined) {
      throw new UserError(
        `There are two components named ${bundle.name} (the other is in ${dirname(other.folder)}).`,
        'Rename one of them.',
        { file: bundle.folder }
      );
    }
    seen.set(bundle.name, bundle);
  }
}
