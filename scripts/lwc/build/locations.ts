import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Folders of this program's own browser code. */
export const ownFolders = {
  shell: fileURLToPath(new URL('../shell', import.meta.url)),
  modules: fileURLToPath(new URL('../modules', import.meta.url)),
  model: fileURLToPath(new URL('../model', import.meta.url))
};

/** The folder of an installed npm package. */
export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

interface PackageFile {
  readonly version: string;
  readonly module?: string;
  readonly lwc?: {
    readonly modules: readonly { readonly name?: string; readonly path?: string }[];
    readonly expose: readonly string[];
  };
}

/** The `package.json` of an installed npm package. */
export function packageFile(name: string): PackageFile {
  return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')) as PackageFile;
}

/** The file of a package that an ES module import loads. */
export function packageModule(name: string): string {
  return join(packageFolder(name), packageFile(name).module ?? 'index.js');
}

const versionedPackages = [
  '@lwc/compiler',
  '@lwc/engine-dom',
  '@lwc/synthetic-shadow',
  'lightning-base-components',
  'rollup',
  '@salesforce-ux/design-system',
  '@salesforce-ux/design-system-2'
];

/** `name@version` of every package whose code reaches the browser or shapes it. */
export function packageVersions(): string[] {
  return versionedPackages.map((name) => `${name}@${packageFile(name).version}`);
}
