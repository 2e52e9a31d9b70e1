import type { CodeCoverage, CodeCoverageWarning } from './types.ts';

/** What part of its lines tests must run, in percent. */
const leastPercent = 75;

/** Over what the minimum counts: all Apex of the org together, or each class and trigger that is deployed. */
export type CoverageRule = 'average' | 'each' | 'none';

/**
 * What is covered too little for a deployment.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy_run_specific_tests.htm and
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_code_coverage_intro.htm
 */
export function coverageWarnings(
  rule: CoverageRule,
  coverage: readonly CodeCoverage[]
): CodeCoverageWarning[] {
  if (rule === 'none') return [];
  const counted = coverage.filter(({ numLocations }) => numLocations > 0);
  if (rule === 'each') return counted.flatMap((each) => tooLittle(each, leastPercent));
  const untouched = counted.filter(({ type }) => type === 'Trigger');
  return [...averageWarning(counted), ...untouched.flatMap((trigger) => tooLittle(trigger, 1))];
}

function tooLittle(coverage: CodeCoverage, least: number): CodeCoverageWarning[] {
  const percent = percentOf([coverage]);
  // Any line at all is enough for a trigger beside an average.
  if (percent >= least || (least === 1 && percent > 0)) return [];
  const { id, name, namespace, type } = coverage;
  const message = `Test coverage of selected Apex ${type} is ${String(percent)}%, at least ${String(least)}% test coverage is required`;
  return [{ id, name, namespace, message }];
}

function averageWarning(coverage: readonly CodeCoverage[]): CodeCoverageWarning[] {
  const percent = Math.floor(percentOf(coverage));
  if (percent >= leastPercent) return [];
  const message = `Average test coverage across all Apex Classes and Triggers is ${String(percent)}%, at least ${String(leastPercent)}% test coverage is required.`;
  return [{ id: null, name: null, namespace: null, message }];
}

/** To three places, as the platform writes it; 100 of nothing. */
function percentOf(coverage: readonly CodeCoverage[]): number {
  const all = coverage.reduce((sum, { numLocations }) => sum + numLocations, 0);
  const missed = coverage.reduce((sum, each) => sum + each.numLocationsNotCovered, 0);
  return all === 0 ? 100 : Math.round(((all - missed) / all) * 100_000) / 1000;
}
