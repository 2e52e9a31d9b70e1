import { installedProgram } from '../tools/index.ts';
import { runProgram } from './checkStep.ts';
import type { CheckStep } from './checkStep.ts';

/** ESLint: TypeScript, LWC, LWC platform, SLDS, size limits, import direction. */
export const lintStep: CheckStep = {
  name: 'lint',
  what: 'eslint over scripts and LWC',
  run: () =>
    runProgram(installedProgram('eslint'), [
      '--config',
      'config/eslint.config.js',
      '--max-warnings',
      '0',
      'scripts',
      'force-app'
    ])
};
