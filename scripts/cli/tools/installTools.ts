import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { projectFolder } from './project.ts';
import { runCommand } from './runCommand.ts';

/** Tools that most people never need are kept out of the first install: `config/<set>` has their own lockfile. */
export type ToolSet = 'check' | 'clients';

/**
 * Installs a tool set from its lockfile, unless exactly that is installed already.
 *
 * @returns the set's `node_modules` folder
 * @throws UserError when npm fails
 */
export async function installTools(set: ToolSet, log: Log): Promise<string> {
  const folder = join(projectFolder, 'config', set);
  const modules = join(folder, 'node_modules');
  const stamp = join(modules, '.installed');
  const wanted = hashOf(join(folder, 'package-lock.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return modules;
  log.info(`Installing the tools of config/${set} (once) …`);
  const result = await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder
  });
  if (result.exitCode !== 0) {
    throw new UserError(
      `npm ci failed in config/${set}:\n${result.output}`,
      'Try it there by hand.'
    );
  }
  writeFileSync(stamp, wanted);
  return modules;
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
