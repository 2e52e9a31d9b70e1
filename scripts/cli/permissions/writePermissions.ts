import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../tools/index.ts';
import { permissionFiles, unformatted } from './permissionFiles.ts';

/**
 * Writes what is made from `config/permissions.json`, formatted.
 *
 * @returns the paths that changed
 */
export async function writePermissions(): Promise<string[]> {
  const changed = permissionFiles().filter(
    ({ current, wanted }) => unformatted(current) !== unformatted(wanted)
  );
  for (const { path, wanted } of changed) {
    const filepath = join(projectFolder, path);
    const config = await resolveConfig(filepath);
    mkdirSync(dirname(filepath), { recursive: true });
    const plugins = ['@prettier/plugin-xml'];
    writeFileSync(filepath, await format(wanted, { ...config, filepath, plugins }));
  }
  return changed.map(({ path }) => path);
}
