import { join } from 'node:path';
import { installedProgram } from '../tools/index.ts';
import { runProgram } from './checkStep.ts';
import type { CheckStep } from './checkStep.ts';

/** Prettier with its Apex plugin, which is not part of the first install. */
export const formatStep: CheckStep = {
  name: 'format',
  what: 'prettier over every file',
  run: ({ checkModules }) =>
    runProgram(installedProgram('prettier'), ['--check', '.', ...prettierPlugins(checkModules)])
};

/** Command-line parameters that load both plugins. */
export function prettierPlugins(checkModules: string): string[] {
  const apex = join(checkModules, 'prettier-plugin-apex', 'dist', 'src', 'index.js');
  return ['--plugin', apex, '--plugin', '@prettier/plugin-xml', '--log-level', 'warn'];
}
