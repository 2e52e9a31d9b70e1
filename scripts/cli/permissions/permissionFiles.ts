import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../tools/index.ts';
import { neededAccess, neededAccessTable, neededAccessXml } from './neededAccess.ts';
import { permissionSetXml } from './permissionSetXml.ts';
import { permissionTable } from './permissionTable.ts';

/** A file that is made from the table, as it is and as it should be. */
export interface PermissionFile {
  /** From the project's folder. */
  readonly path: string;
  /** Empty when there is none. */
  readonly current: string;
  readonly wanted: string;
}

/** Everything that is made from `config/permissions.json`. */
export function permissionFiles(): PermissionFile[] {
  const sets = Object.entries(permissionTable()).map(([name, plan]) =>
    file(`force-app/app/permissionsets/${name}.permissionset-meta.xml`, permissionSetXml(plan))
  );
  const needs = neededAccess().map((need, index) =>
    file(
      `force-app/connection/customMetadata/Needed_Access.${need.object}.md-meta.xml`,
      neededAccessXml(need, index + 1)
    )
  );
  return [...sets, ...needs, guide()];
}

function file(path: string, wanted: string): PermissionFile {
  return { path, current: read(path), wanted };
}

function read(path: string): string {
  const full = join(projectFolder, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : '';
}

const marked =
  /(<!-- made from config\/permissions.json -->\n)[\s\S]*?(\n<!-- end of what is made -->)/;

function guide(): PermissionFile {
  const path = 'docs/admin-guide.md';
  const current = read(path);
  const table = neededAccessTable();
  return { path, current, wanted: current.replace(marked, `$1\n${table}\n$2`) };
}

/** Without what a formatter may change, for comparing. */
export function unformatted(content: string): string {
  return content
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1')
    .replace(/ *\| */g, '|')
    .replace(/-{3,}/g, '---');
}
