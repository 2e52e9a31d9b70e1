import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a small package in a folder of its own. @returns the folder */
export function writePackage(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  const project = {
    packageDirectories: [{ path: 'force-app', default: true }],
    sourceApiVersion: '66.0'
  };
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project));
  mkdirSync(join(folder, 'force-app'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'force-app', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
