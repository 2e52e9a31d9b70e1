import { join } from 'node:path';
import { runApexTests } from '../../org/index.ts';
import { createLog } from '../../shared/index.ts';
import { localFolder } from '../tools/index.ts';
import { coverageFindings } from './coverage.ts';
import type { ReleaseCheck } from './releaseCheck.ts';

/** All Apex tests pass in the local org, and run enough of every class. */
export const coverageCheck: ReleaseCheck = {
  name: 'coverage',
  what: 'All Apex tests pass and run at least 90 % of each class.',
  findings: async ({ project }) => {
    const { tests, coverage } = await runApexTests({
      projectFolder: project.folder,
      cacheFolder: join(localFolder, 'cache'),
      coverage: true,
      log: createLog(() => undefined)
    });
    const failed = tests.filter(({ outcome }) => outcome !== 'Pass');
    if (failed.length === 0) return coverageFindings(coverage);
    return failed.map((test) => ({
      file: `${test.class}.cls`,
      line: 1,
      message: `${test.method} failed: ${test.message ?? ''}`
    }));
  }
};
