import { join } from 'node:path';
import type { Log } from '../../shared/index.ts';
import { installTools, projectFolder, runShown } from '../tools/index.ts';

/**
 * Runs the real Salesforce CLI in this project and shows what it prints.
 *
 * @returns its exit code
 * @throws UserError when it cannot be installed
 */
export async function salesforceCli(parameters: readonly string[], log: Log): Promise<number> {
  const modules = await installTools('clients', log);
  const program = join(modules, '@salesforce', 'cli', 'bin', 'run.js');
  return runShown(process.execPath, [program, ...parameters], {
    cwd: projectFolder,
    environment: {
      ...process.env,
      SF_AUTOUPDATE_DISABLE: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true'
    }
  });
}
