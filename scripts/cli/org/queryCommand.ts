import { queryJson } from '../../org/index.ts';
import { exitCodes } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { withOrg } from './withOrg.ts';

export interface OrgQueryOptions {
  readonly source: string;
}

/** Runs a SOQL query in a project's local org and prints the result as REST answers it. */
export async function queryOrg(soql: string, options: OrgQueryOptions, log: Log): Promise<number> {
  const result = await withOrg(options, log, (org, userId) => org.query(userId, { soql }));
  process.stdout.write(`${JSON.stringify(queryJson(result, '66.0'), undefined, 2)}\n`);
  return exitCodes.success;
}
