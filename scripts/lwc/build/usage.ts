import { readFileSync } from 'node:fs';

/**
 * The `lightning/*` modules that files name: as a tag in a template or as an import. Only
 * these are compiled for the browser, which makes the first start quick.
 */
export function findLightningModules(files: readonly string[]): string[] {
  const found = files.flatMap((file) => {
    if (file.endsWith('.html')) return tags(readFileSync(file, 'utf8'));
    return /\.(ts|js|css)$/.test(file) ? imports(readFileSync(file, 'utf8')) : [];
  });
  return [...new Set(found)].sort();
}

function tags(template: string): string[] {
  return [...template.matchAll(/<lightning-([a-z0-9-]+)/g)].map(
    ([, name = '']) => `lightning/${camelCase(name)}`
  );
}

function imports(source: string): string[] {
  const pattern = /(?:\bfrom|\bimport|@import)\s*\(?\s*['"](lightning\/\w+)['"]/g;
  return [...source.matchAll(pattern)].map(([, specifier = '']) => specifier);
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
