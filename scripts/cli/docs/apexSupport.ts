import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { supportTable } from '../../apex/library/index.ts';
import { apexLibrary } from '../../org/index.ts';
import { projectFolder } from '../tools/index.ts';

const file = join(projectFolder, 'docs', 'apex-support.md');

/** `docs/apex-support.md` as the code has it now. */
export function apexSupport(): Promise<string> {
  return format(supportTable(apexLibrary), { parser: 'markdown', printWidth: 100 });
}

/** Writes what is made from code into `docs`. */
export async function writeDocs(): Promise<void> {
  writeFileSync(file, await apexSupport());
}

/** The committed text. */
export function committedApexSupport(): string {
  return readFileSync(file, 'utf8');
}
