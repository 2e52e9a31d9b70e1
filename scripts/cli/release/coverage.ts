import type { ClassCoverage } from '../../org/index.ts';
import type { ReleaseFinding } from './releaseCheck.ts';

/** Percent of lines that tests must run, of each class. Salesforce asks for 75 over all of them. */
export const leastCoverage = 90;

/** Classes and triggers whose tests run too little. */
export function coverageFindings(coverage: readonly ClassCoverage[]): ReleaseFinding[] {
  return coverage.flatMap(({ name, path, covered, uncovered }) => {
    const lines = covered.length + uncovered.length;
    const percent = lines === 0 ? 100 : Math.floor((covered.length / lines) * 100);
    if (percent >= leastCoverage) return [];
    const message =
      `Tests run ${String(percent)} % of ${name}, and ${String(leastCoverage)} are needed. ` +
      `Not run: ${uncovered.join(', ')}.`;
    return [{ file: path, line: uncovered[0] ?? 1, message }];
  });
}
