/** How many tests ended how. */
export interface TestTotals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTests: TestTotals = { passed: 0, failed: 0, skipped: 0 };

export function addTotals(left: TestTotals, right: TestTotals): TestTotals {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped
  };
}

/** `12 passed, 0 failed`, with skipped ones where there are any. */
export function describeTotals({ passed, failed, skipped }: TestTotals): string {
  const counts = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? counts : `${counts}, ${String(skipped)} skipped`;
}
