import { queryJson, QueryError } from '../../org/index.ts';
import { exitCodes, UserError } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { withOrg } from './withOrg.ts';

export interface OrgQueryOptions {
  readonly source: string;
  /** Print how the records are found instead of the records. */
  readonly explain?: boolean;
}

/**
 * Runs a SOQL query in a project's local org and prints the result as REST answers it.
 *
 * @throws UserError for a query that the platform would refuse, in its words
 */
export async function queryOrg(soql: string, options: OrgQueryOptions, log: Log): Promise<number> {
  const output = await withOrg(options, log, async (org, userId) => {
    try {
      if (options.explain === true) return (await org.explain(userId, soql)).join('\n');
      return JSON.stringify(queryJson(await org.query(userId, { soql }), '66.0'), undefined, 2);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      throw new UserError(error.explain(soql), 'Correct the query.');
    }
  });
  process.stdout.write(`${output}\n`);
  return exitCodes.success;
}
