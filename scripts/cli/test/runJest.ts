import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/index.ts';
import { localFolder, projectFolder, runShown } from '../tools/index.ts';
import type { TestTotals } from './totals.ts';

/**
 * Runs the Jest tests of LWC and scripts, shows what Jest prints, and counts.
 *
 * @param parameters handed on to Jest
 * @throws UserError when Jest could not run
 */
export async function runJest(parameters: readonly string[]): Promise<TestTotals> {
  const folder = join(localFolder, 'test');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, 'jest.json');
  const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
  const node = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', jest];
  const options = ['--json', `--outputFile=${report}`, '--reporters=default', ...parameters];
  const exitCode = await runShown(process.execPath, [...node, ...options], { cwd: projectFolder });
  return readTotals(report, exitCode);
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

function readTotals(report: string, exitCode: number): TestTotals {
  const totals = parseReport(report);
  if (totals === undefined) {
    throw new UserError(`Jest ended with code ${String(exitCode)}.`, 'Its messages stand above.');
  }
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = totals;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

function parseReport(report: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  } catch {
    return undefined; // No report, or half of one: the caller says so.
  }
}
