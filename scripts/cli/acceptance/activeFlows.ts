import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectFolder } from '../tools/index.ts';

const flows = 'force-app/cosell/flows';

/** A copy of the package in which an admin has activated some of its template flows. */
export interface ActivatedProject {
  readonly folder: string;
  remove(): void;
}

/** Copies the package and activates flows by their API name. */
export function withActiveFlows(...names: readonly string[]): ActivatedProject {
  const folder = mkdtempSync(join(tmpdir(), 'clazar-flows-'));
  for (const part of ['force-app', 'sfdx-project.json']) {
    cpSync(join(projectFolder, part), join(folder, part), { recursive: true });
  }
  for (const name of names) activate(join(folder, flows, `${name}.flow-meta.xml`));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The template flows of the package. */
export function templateFlows(): string[] {
  return readdirSync(join(projectFolder, flows)).map((file) => file.replace('.flow-meta.xml', ''));
}

function activate(file: string): void {
  const xml = readFileSync(file, 'utf8');
  writeFileSync(file, xml.replace('<status>Draft</status>', '<status>Active</status>'));
}
