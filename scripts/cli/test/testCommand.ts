import { join } from 'node:path';
import { runApexTests, textReport } from '../../org/index.ts';
import { exitCodes } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { localFolder, projectFolder } from '../tools/index.ts';
import { runJest } from './runJest.ts';
import { addTotals, describeTotals } from './totals.ts';
import type { TestTotals } from './totals.ts';

/**
 * Runs everything that needs neither Java nor a browser: Jest, then the Apex tests in the local org.
 * The last line on standard output is `N passed, N failed`.
 */
export async function test(log: Log): Promise<number> {
  const jest = await runJest([]);
  log.info('\nApex tests in the local org');
  const apex = await runApex(log);
  const totals = addTotals(jest, apex);
  process.stdout.write(`${describeTotals(totals)}\n`);
  return totals.failed === 0 ? exitCodes.success : exitCodes.failure;
}

async function runApex(log: Log): Promise<TestTotals> {
  const cacheFolder = join(localFolder, 'cache');
  const run = await runApexTests({ projectFolder, cacheFolder, log, coverage: true });
  log.info(textReport(run));
  const { passed, failed, skipped } = run.summary;
  return { passed, failed: failed + run.compileErrors.length, skipped };
}
