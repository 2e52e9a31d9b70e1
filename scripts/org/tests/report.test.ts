import { jsonReport, junitReport, lineRanges, textReport } from './report.ts';
import { summarize } from './types.ts';
import type { TestOutcome, TestRun } from './types.ts';

const passed: TestOutcome = {
  class: 'OrdersTest',
  method: 'shouldAdd',
  outcome: 'Pass',
  message: null,
  stack: null,
  durationMs: 12,
  log: null
};

const failed: TestOutcome = {
  ...passed,
  method: 'shouldFail',
  outcome: 'Fail',
  message: 'System.AssertException: Assertion Failed: Expected: 1, Actual: <2>',
  stack: 'Class.OrdersTest.shouldFail: line 3, column 1',
  log: 'USER_DEBUG|[2]|DEBUG|hello'
};

const run: TestRun = {
  summary: summarize([passed, failed], 1234),
  tests: [passed, failed],
  compileErrors: [],
  coverage: [{ name: 'Orders', path: 'Orders.cls', covered: [1, 2, 3], uncovered: [5, 6, 9] }],
  coverageByTest: new Map()
};

test('should give the JSON of the design', () => {
  const report: unknown = JSON.parse(jsonReport(run));

  expect(report).toMatchObject({
    summary: { passed: 1, failed: 1, skipped: 0, durationMs: 1234 },
    compileErrors: []
  });
  expect(report).not.toHaveProperty('tests.0.log');
});

test('should show line, message and log of a failure, coverage, and the totals last', () => {
  const lines = textReport(run).split('\n');

  expect(lines).toContain('    Class.OrdersTest.shouldFail: line 3, column 1');
  expect(lines).toContain('    USER_DEBUG|[2]|DEBUG|hello');
  expect(lines).toContain('Orders    50%  5-6, 9');
  expect(lines.at(-1)).toBe('1 passed, 1 failed (1.2 s)');
});

test('should escape what JUnit readers would trip over', () => {
  expect(junitReport(run)).toContain('Actual: &lt;2&gt;');
});

test('should join neighbouring lines', () => {
  expect(lineRanges([1, 2, 3, 7])).toBe('1-3, 7');
});
