import { readFileSync } from 'node:fs';
import { exitCodes, UserError } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { withOrg } from './withOrg.ts';

export interface OrgRunOptions {
  readonly source: string;
}

/** Runs anonymous Apex from a file in a project's local org and prints its debug log. */
export async function runInOrg(file: string, options: OrgRunOptions, log: Log): Promise<number> {
  const text = readText(file);
  const outcome = await withOrg(options, log, async (org, userId) => {
    const result = await org.executeAnonymous(userId, text);
    await org.settled();
    return result;
  });
  if (!outcome.compiled) {
    const place = { file, line: outcome.line, column: outcome.column };
    throw new UserError(outcome.compileProblem ?? 'The Apex does not compile.', '', place);
  }
  process.stdout.write(outcome.log);
  if (outcome.success) return exitCodes.success;
  log.error([outcome.exceptionMessage, outcome.exceptionStackTrace].join('\n'));
  return exitCodes.failure;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`The file ${file} cannot be read.`, 'Name a file with Apex statements.');
  }
}
