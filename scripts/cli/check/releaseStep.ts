import { releaseFindings } from '../release/index.ts';
import { projectFolder } from '../tools/index.ts';
import { resultOf } from './checkStep.ts';
import type { CheckStep } from './checkStep.ts';

/** What a version must keep to be let out: coverage, permissions, global surface, nothing of one org. */
export const releaseStep: CheckStep = {
  name: 'release',
  what: 'coverage, permission sets, global surface and the rest of what a release needs',
  run: async () => resultOf(await releaseFindings(projectFolder))
};
