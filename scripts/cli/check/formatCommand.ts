import type { Log } from '../../shared/index.ts';
import { installedProgram, installTools, projectFolder, runShown } from '../tools/index.ts';
import { prettierPlugins } from './formatStep.ts';

/** Formats every file: Apex and metadata too, which editors and the commit hook leave alone. */
export async function format(log: Log): Promise<number> {
  const plugins = prettierPlugins(await installTools('check', log));
  return runShown(installedProgram('prettier'), ['--write', '.', ...plugins], {
    cwd: projectFolder
  });
}
