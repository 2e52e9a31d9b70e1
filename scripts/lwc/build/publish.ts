import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { packageFile, packageFolder } from './locations.ts';

/** Writes a file for the browser, and its gzip and brotli forms beside it. */
export function publish(folder: string, fileName: string, content: string | Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, fileName);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 6 }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, brotliSettings));
  writeFileSync(file, content);
}

const brotliSettings = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Removes files that the current page no longer names. */
export function keepOnly(folder: string, names: readonly string[]): void {
  const wanted = new Set(names.flatMap((name) => [name, `${name}.gz`, `${name}.br`]));
  for (const name of readdirSync(folder)) {
    if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true });
  }
}

const designSystem1 = '@salesforce-ux/design-system';
const designSystem2 = '@salesforce-ux/design-system-2';
/** The icon categories of the design system. */
export const sprites = ['utility', 'standard', 'action', 'custom', 'doctype'] as const;

/** The file with the icons of a category. */
export function spriteFile(sprite: (typeof sprites)[number]): string {
  return join(packageFolder(designSystem1), `assets/icons/${sprite}-sprite/svg/symbols.svg`);
}

interface StaticFile {
  readonly name: string;
  readonly source: string;
}

/** Style sheets and icon sprites of the design system: served from the installed packages. */
export function staticFiles(): StaticFile[] {
  const versions = [designSystem1, designSystem2].map((name) => packageFile(name).version);
  const [first, second] = versions;
  return [
    {
      name: `slds1-${first}.css`,
      source: join(
        packageFolder(designSystem1),
        'assets/styles/salesforce-lightning-design-system.min.css'
      )
    },
    {
      name: `slds2-${second}.css`,
      source: join(packageFolder(designSystem2), 'dist/css/bundled/slds2.cosmos.css')
    },
    ...sprites.map((sprite) => ({
      name: `${sprite}-sprite-${first}.svg`,
      source: spriteFile(sprite)
    }))
  ];
}

/** Publishes the static files once for each version of the design system. */
export function publishStatic(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const present = new Set(readdirSync(folder));
  const files = staticFiles();
  for (const { name, source } of files) {
    if (!present.has(name)) publish(folder, name, readFileSync(source));
  }
  return files.map(({ name }) => name);
}
