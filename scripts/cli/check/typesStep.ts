import { installedProgram } from '../tools/index.ts';
import { runProgram } from './checkStep.ts';
import type { CheckStep } from './checkStep.ts';

/** The TypeScript compiler over everything that Node runs. */
export const typesStep: CheckStep = {
  name: 'types',
  what: 'tsc over scripts',
  run: () => runProgram(installedProgram('tsc'), ['--noEmit', '--project', 'tsconfig.json'])
};
