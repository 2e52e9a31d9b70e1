/** One test method, as the JSON of `npm run org -- test --json` has it. */
export interface TestOutcome {
  readonly class: string;
  readonly method: string;
  readonly outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip';
  readonly message: string | null;
  /** `Class.OrdersTest.shouldAdd: line 12, column 1`, one a line. */
  readonly stack: string | null;
  readonly durationMs: number;
  /** Debug log of a failed test; not part of the JSON. */
  readonly log: string | null;
}

export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly durationMs: number;
}

export interface CompileErrorInfo {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Lines of one class or trigger that tests have run. */
export interface ClassCoverage {
  readonly name: string;
  readonly path: string;
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

export interface TestRun {
  readonly summary: TestSummary;
  readonly tests: readonly TestOutcome[];
  readonly compileErrors: readonly CompileErrorInfo[];
  readonly coverage: readonly ClassCoverage[];
  /** The same by test class: what each has run itself. */
  readonly coverageByTest: ReadonlyMap<string, readonly ClassCoverage[]>;
}

/** Counts outcomes. @param durationMs of the whole run, in milliseconds */
export function summarize(tests: readonly TestOutcome[], durationMs: number): TestSummary {
  const count = (...kinds: readonly TestOutcome['outcome'][]): number =>
    tests.filter(({ outcome }) => kinds.includes(outcome)).length;
  return {
    passed: count('Pass'),
    failed: count('Fail', 'CompileFail'),
    skipped: count('Skip'),
    durationMs: Math.round(durationMs)
  };
}

/** Percent of lines covered, over all of them; 100 when there are none. */
export function coveredPercent(coverage: readonly ClassCoverage[]): number {
  const covered = coverage.reduce((sum, each) => sum + each.covered.length, 0);
  const all = coverage.reduce((sum, each) => sum + each.uncovered.length, covered);
  return all === 0 ? 100 : Math.round((covered / all) * 1000) / 10;
}
