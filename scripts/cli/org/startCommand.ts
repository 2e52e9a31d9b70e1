import { administrator, createOrg, localUserId } from '../../org/index.ts';
import { exitCodes } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { createOrgServer, listen } from '../start/index.ts';
import { untilInterrupted } from '../tools/index.ts';
import { orgDataFolder } from './withOrg.ts';

export interface OrgStartOptions {
  readonly source: string;
  readonly port: number;
}

/** Serves a project's local org to clients (REST, Bulk, UI API) until it is interrupted. */
export async function startOrg({ source, port }: OrgStartOptions, log: Log): Promise<number> {
  const org = await createOrg({ projectFolder: source, dataFolder: orgDataFolder(source), log });
  const userId = localUserId(administrator.username);
  const { app, session } = createOrgServer({
    org,
    lwc: undefined,
    userId,
    dataFolder: orgDataFolder(source)
  });
  const url = await listen(app, port);
  log.info(`Local org of ${source} at ${url} as ${administrator.username}. Ctrl+C stops it.`);
  process.stdout.write(`${JSON.stringify({ instanceUrl: url, accessToken: session.token })}\n`);
  await untilInterrupted();
  await app.close();
  await org.close();
  return exitCodes.success;
}
