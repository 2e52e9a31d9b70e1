import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const projectFile = {
  packageDirectories: [{ path: 'force-app', default: true }],
  sourceApiVersion: '66.0'
};

/** A throw-away sfdx project. */
export interface ApexProject {
  readonly folder: string;
  remove(): void;
}

/**
 * Writes a project.
 * @param sources Apex by `Name.cls` or `Name.trigger`; other metadata by path below the package directory
 */
export function apexProject(sources: Readonly<Record<string, string>>): ApexProject {
  const folder = mkdtempSync(join(tmpdir(), 'apex-'));
  write(join(folder, 'sfdx-project.json'), JSON.stringify(projectFile));
  for (const [name, text] of Object.entries(sources)) writeSource(folder, name, text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function writeSource(folder: string, name: string, text: string): void {
  const root = join(folder, 'force-app');
  const kind = /\.(cls|trigger)$/.exec(name)?.[1];
  if (kind === undefined) return write(join(root, name), text);
  const [directory, type] = kind === 'cls' ? ['classes', 'ApexClass'] : ['triggers', 'ApexTrigger'];
  const file = join(root, directory, name);
  write(file, text);
  write(`${file}-meta.xml`, metadata(type));
}

function metadata(type: string): string {
  const namespace = 'http://soap.sforce.com/2006/04/metadata';
  return `<?xml version="1.0" encoding="UTF-8"?>
<${type} xmlns="${namespace}"><apiVersion>66.0</apiVersion><status>Active</status></${type}>`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
