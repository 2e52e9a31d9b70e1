import { join } from 'node:path';
import type { Log } from '../../shared/index.ts';
import { installTools, projectFolder, runCommand, runShown } from '../tools/index.ts';

/**
 * Runs the real Salesforce CLI in this project and shows what it prints.
 *
 * @returns its exit code
 * @throws UserError when it cannot be installed
 */
export async function salesforceCli(parameters: readonly string[], log: Log): Promise<number> {
  return runShown(process.execPath, [await program(log), ...parameters], options);
}

/**
 * Runs it and reads what it answers.
 *
 * @returns the `result` of its JSON; undefined when it failed
 * @throws UserError when it cannot be installed
 */
export async function salesforceCliResult(
  parameters: readonly string[],
  log: Log
): Promise<unknown> {
  const all = [await program(log), ...parameters, '--json'];
  const { exitCode, standardOutput } = await runCommand(process.execPath, all, options);
  if (exitCode !== 0) return undefined;
  return (JSON.parse(standardOutput) as { readonly result: unknown }).result;
}

const options = {
  cwd: projectFolder,
  environment: {
    ...process.env,
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true'
  }
};

async function program(log: Log): Promise<string> {
  return join(await installTools('clients', log), '@salesforce', 'cli', 'bin', 'run.js');
}
