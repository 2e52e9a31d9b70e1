import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../tools/index.ts';
import { securityPage } from './attacks.ts';
import { apexSupport } from './apexSupport.ts';
import { troubleshooting } from './troubleshooting/index.ts';

/** Pages of `docs` that are made from the code. */
export const generatedPages: Readonly<Record<string, () => Promise<string>>> = {
  'apex-support.md': apexSupport,
  'security.md': securityPage,
  'troubleshooting.md': () => troubleshooting(projectFolder)
};

function fileOf(name: string): string {
  return join(projectFolder, 'docs', name);
}

/** Writes what is made from code into `docs`. @throws UserError when a message has no explanation */
export async function writeDocs(): Promise<void> {
  for (const [name, make] of Object.entries(generatedPages)) {
    writeFileSync(fileOf(name), await make());
  }
}

/** The committed text of a page. */
export function committedPage(name: string): string {
  return readFileSync(fileOf(name), 'utf8');
}
