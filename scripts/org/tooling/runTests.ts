import { summarize } from '../tests/index.ts';
import type { TestRun } from '../tests/index.ts';
import type { Org } from '../worker/index.ts';
import type { TestRequest } from './testRequest.ts';

/** Runs what a client asked for: whole classes, and of some classes only some methods. */
export async function runTests(
  org: Pick<Org, 'runTests'>,
  { classes, methods, coverage }: TestRequest
): Promise<TestRun> {
  if (methods.length === 0) return org.runTests({ classes, coverage });
  const partly = new Set(methods.map((name) => name.split('.')[0]));
  const whole = (classes ?? []).filter((name) => !partly.has(name));
  const some = await org.runTests({ methods, coverage });
  if (whole.length === 0) return some;
  const rest = await org.runTests({ classes: whole, coverage });
  return joined(some, rest);
}

function joined(one: TestRun, other: TestRun): TestRun {
  const tests = [...one.tests, ...other.tests];
  const byName = new Map(one.coverage.map((each) => [each.path, each]));
  const coverage = other.coverage.map((each) => {
    const before = new Set(byName.get(each.path)?.covered ?? []);
    const covered = [...new Set([...before, ...each.covered])].sort((a, b) => a - b);
    return { ...each, covered, uncovered: each.uncovered.filter((line) => !before.has(line)) };
  });
  const durationMs = one.summary.durationMs + other.summary.durationMs;
  const coverageByTest = new Map([...one.coverageByTest, ...other.coverageByTest]);
  return {
    summary: summarize(tests, durationMs),
    tests,
    compileErrors: [],
    coverage,
    coverageByTest
  };
}
