import { readFileSync } from 'node:fs';
import type { Log } from '../../shared/index.ts';
import type { Bundle } from '../project/index.ts';
import { placeOf } from './compileErrors.ts';
import { spriteFile, sprites } from './publish.ts';

/** Warns of icons that the design system does not have: a page shows nothing in their place. */
export function reportUnknownIcons(bundles: readonly Bundle[], log: Log): void {
  const known = new Set(sprites.flatMap(iconsOf));
  for (const file of bundles.flatMap(({ files }) => files).filter((one) => one.endsWith('.html'))) {
    const template = readFileSync(file, 'utf8');
    for (const [, icon = ''] of template.matchAll(/icon-name="([\w:]+)"/g)) {
      if (known.has(icon)) continue;
      const { line = 1 } = placeOf(icon, template, file);
      log.warn(`${file}:${line}: The design system has no icon ${icon}.`);
    }
  }
}

function iconsOf(sprite: (typeof sprites)[number]): string[] {
  const svg = readFileSync(spriteFile(sprite), 'utf8');
  return [...svg.matchAll(/<symbol[^>]* id="(\w+)"/g)].map(([, name = '']) => `${sprite}:${name}`);
}
