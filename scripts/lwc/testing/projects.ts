import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const meta = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion>
    <isExposed>true</isExposed>
</LightningComponentBundle>`;

/**
 * Writes an sfdx project to a new temporary folder.
 * @param files text by path below `force-app`; a component's `.js-meta.xml` is added
 * @returns the project's folder
 */
export function writeProject(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lwc-project-'));
  const project = { packageDirectories: [{ path: 'force-app', default: true }] };
  writeFile(join(folder, 'sfdx-project.json'), JSON.stringify(project));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'force-app', path);
    writeFile(file, text);
    if (isEntry(path)) writeFile(file.replace(/\.ts$/, '.js-meta.xml'), meta);
  }
  return folder;
}

/** Makes an empty temporary folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lwc-cache-'));
}

function isEntry(path: string): boolean {
  const [, folder, file] = /lwc\/(\w+)\/(\w+)\.ts$/.exec(path) ?? [];
  return folder !== undefined && folder === file;
}

function writeFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
