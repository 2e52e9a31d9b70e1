export { affectedBy } from './affected.ts';
export type { SourceText } from './affected.ts';
export { mergeCoverage, startCoverage } from './coverage.ts';
export type { CoveredLines, CoverageRecorder } from './coverage.ts';
export { findTests, isTestClass } from './findTests.ts';
export type { TestClass, TestSelection } from './findTests.ts';
export { jsonReport, junitReport, lineRanges, textReport } from './report.ts';
export { runTestClass } from './runClass.ts';
export type { TestPlace } from './runClass.ts';
export { coveredPercent, summarize } from './types.ts';
export type {
  ClassCoverage,
  CompileErrorInfo,
  TestOutcome,
  TestRun,
  TestSummary
} from './types.ts';
