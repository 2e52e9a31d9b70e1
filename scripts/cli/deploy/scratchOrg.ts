import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodes } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { build } from './buildCommand.ts';
import { salesforceCli } from './salesforceCli.ts';

const alias = 'clazar-test';

const creation = [
  ...['org', 'create', 'scratch', '--alias', alias, '--duration-days', '1', '--wait', '20'],
  ...['--definition-file', join('config', 'project-scratch-def.json')]
];
const deployment = ['project', 'deploy', 'start', '--target-org', alias, '--wait', '60'];
const tests = [
  ...['apex', 'run', 'test', '--target-org', alias, '--test-level', 'RunLocalTests'],
  ...['--code-coverage', '--result-format', 'human', '--wait', '60']
];
const deletion = ['org', 'delete', 'scratch', '--target-org', alias, '--no-prompt'];

/**
 * Deploys the package to a new scratch org of the default Dev Hub, runs its tests there with the real `sf` CLI, and
 * deletes the org.
 *
 * @param authUrl `force://…` of a Dev Hub to log in to first; the CLI's default Dev Hub when absent
 * @returns the exit code of the first step that failed
 */
export async function testInScratchOrg(authUrl: string | undefined, log: Log): Promise<number> {
  build(log);
  if (authUrl !== undefined && authUrl !== '') {
    const login = await logIn(authUrl, log);
    if (login !== exitCodes.success) return login;
  }
  const created = await salesforceCli(creation, log);
  if (created !== exitCodes.success) return created;
  try {
    const deployed = await salesforceCli(deployment, log);
    return deployed === exitCodes.success ? await salesforceCli(tests, log) : deployed;
  } finally {
    await salesforceCli(deletion, log);
  }
}

/** The address is a secret: it goes through a file that only this user reads, never through a command line. */
async function logIn(authUrl: string, log: Log): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dev-hub-'));
  const file = join(folder, 'auth-url');
  try {
    writeFileSync(file, authUrl, { mode: 0o600 });
    const login = ['org', 'login', 'sfdx-url', '--sfdx-url-file', file, '--set-default-dev-hub'];
    return await salesforceCli(login, log);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
