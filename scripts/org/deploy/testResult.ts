import { apexClassId } from '../security/index.ts';
import type { ClassCoverage, TestOutcome, TestRun } from '../tests/index.ts';
import { apexTriggerId } from './messages.ts';
import type { CodeCoverage, RunTestResult, TestFailure, TestSuccess } from './types.ts';

export const noTests: RunTestResult = {
  numTestsRun: 0,
  numFailures: 0,
  totalTime: 0,
  successes: [],
  failures: [],
  codeCoverage: [],
  codeCoverageWarnings: []
};

/** A test run as the Metadata and Tooling API tell it. */
export function runTestResult(run: TestRun, namespace: string | undefined): RunTestResult {
  const passed = run.tests.filter(({ outcome }) => outcome === 'Pass');
  const failed = run.tests.filter(({ outcome }) => outcome === 'Fail' || outcome === 'CompileFail');
  return {
    numTestsRun: passed.length + failed.length,
    numFailures: failed.length,
    totalTime: Math.round(run.summary.durationMs),
    successes: passed.map((test) => success(test, namespace)),
    failures: failed.map((test) => failure(test, namespace)),
    codeCoverage: run.coverage.map((coverage) => codeCoverage(coverage, namespace)),
    codeCoverageWarnings: []
  };
}

function success(test: TestOutcome, namespace: string | undefined): TestSuccess {
  return {
    id: apexClassId(test.class, namespace),
    methodName: test.method,
    name: test.class,
    namespace: namespace ?? null,
    time: Math.round(test.durationMs)
  };
}

function failure(test: TestOutcome, namespace: string | undefined): TestFailure {
  return {
    ...success(test, namespace),
    message: test.message ?? '',
    stackTrace: test.stack,
    type: 'Class',
    packageName: test.class
  };
}

function codeCoverage(coverage: ClassCoverage, namespace: string | undefined): CodeCoverage {
  const { name, path, covered, uncovered } = coverage;
  const isTrigger = path.endsWith('.trigger');
  return {
    id: isTrigger ? apexTriggerId(name) : apexClassId(name, namespace),
    name,
    namespace: namespace ?? null,
    numLocations: covered.length + uncovered.length,
    numLocationsNotCovered: uncovered.length,
    type: isTrigger ? 'Trigger' : 'Class',
    locationsNotCovered: uncovered.map((line) => ({ line, column: 1, numExecutions: 0, time: 0 }))
  };
}
