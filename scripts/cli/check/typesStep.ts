import { relative } from 'node:path';
import { checkTemplates, typecheckLwc } from '../../lwc/index.ts';
import type { UserError } from '../../shared/index.ts';
import { installedProgram, projectFolder } from '../tools/index.ts';
import { resultOf, runProgram } from './checkStep.ts';
import type { CheckStep, Finding } from './checkStep.ts';

/** The TypeScript compiler over everything that Node runs. */
export const typesStep: CheckStep = {
  name: 'types',
  what: 'tsc over scripts',
  run: () => runProgram(installedProgram('tsc'), ['--noEmit', '--project', 'tsconfig.json'])
};

/** The TypeScript compiler over components, and their templates against the components they use. */
export const componentTypesStep: CheckStep = {
  name: 'components',
  what: 'types and templates of LWC',
  run: () =>
    Promise.resolve(
      resultOf(
        [...typecheckLwc({ projectFolder }), ...checkTemplates({ projectFolder })].map(toFinding)
      )
    )
};

function toFinding({ message, place }: UserError): Finding {
  const { file = projectFolder, line = 1 } = place;
  return { file: relative(projectFolder, file), line, message };
}
