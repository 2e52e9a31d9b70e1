import { join } from 'node:path';
import { jsonReport, junitReport, runApexTests, textReport } from '../../org/index.ts';
import type { TestRun } from '../../org/index.ts';
import { exitCodes } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { orgDataFile } from './withOrg.ts';
import { watchTests } from './watchCommand.ts';

export interface OrgTestOptions {
  /** Folder of an sfdx project. */
  readonly source: string;
  readonly class?: readonly string[];
  readonly method?: readonly string[];
  readonly coverage?: boolean;
  readonly json?: boolean;
  readonly junit?: boolean;
  readonly watch?: boolean;
}

/**
 * Runs the Apex tests of any sfdx project and prints the result on standard output.
 *
 * @returns 0 when all passed, 1 when one failed, 2 when the Apex does not compile
 * @throws UserError for a project that cannot be read
 */
export async function testOrg(options: OrgTestOptions, log: Log): Promise<number> {
  if (options.watch === true) return watchTests(options, log);
  const run = await runApexTests({
    projectFolder: options.source,
    cacheFolder: join(options.source, '.local', 'cache'),
    dataFile: orgDataFile(options.source),
    classes: options.class,
    methods: options.method,
    coverage: options.coverage === true,
    log
  });
  process.stdout.write(`${report(run, options)}\n`);
  return exitCodeOf(run);
}

function report(run: TestRun, { json, junit }: OrgTestOptions): string {
  if (json === true) return jsonReport(run);
  return junit === true ? junitReport(run) : textReport(run);
}

function exitCodeOf({ compileErrors, summary }: TestRun): number {
  if (compileErrors.length > 0) return exitCodes.cannotRun;
  return summary.failed === 0 ? exitCodes.success : exitCodes.failure;
}
