import { join } from 'node:path';
import {
  administrator,
  createDeployableOrg,
  emptyProject,
  localUserId,
  openScratchHub
} from '../../org/index.ts';
import { exitCodes, systemClock } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { createOrgServer, listen, scratchServers } from '../start/index.ts';
import { untilInterrupted } from '../tools/index.ts';
import { orgDataFolder } from './withOrg.ts';

export interface OrgStartOptions {
  readonly source: string;
  readonly port: number;
  /** The folder of an org that starts with nothing in it and is only deployed to. */
  readonly empty?: string;
}

/** Serves a project's local org to clients (REST, SOAP, Bulk, UI API) until it is interrupted. */
export async function startOrg(
  { source, port, empty }: OrgStartOptions,
  log: Log
): Promise<number> {
  const projectFolder = empty === undefined ? source : emptyProject(join(empty, 'project'));
  const dataFolder = empty === undefined ? orgDataFolder(source) : join(empty, 'org');
  const instanceUrl = `http://localhost:${String(port)}`;
  const service = await createDeployableOrg({ projectFolder, dataFolder, log, instanceUrl });
  const userId = localUserId(administrator.username);
  const serve = scratchServers({ clock: systemClock, log });
  const hub = await openScratchHub({ dataFolder, clock: systemClock, log, serve });
  const { app, session } = createOrgServer({ service, lwc: undefined, userId, dataFolder, hub });
  const url = await listen(app, port);
  const place = empty ?? source;
  log.info(`Local org of ${place} at ${url} as ${administrator.username}. Ctrl+C stops it.`);
  process.stdout.write(`${JSON.stringify({ instanceUrl: url, accessToken: session.token })}\n`);
  await untilInterrupted();
  await app.close();
  await hub.close();
  await service.org.close();
  return exitCodes.success;
}
