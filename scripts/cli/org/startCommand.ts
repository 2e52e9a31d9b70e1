import { join } from 'node:path';
import {
  administrator,
  createDeployableOrg,
  emptyProject,
  localUserId,
  namedId,
  openScratchHub
} from '../../org/index.ts';
import type { OrganizationPlan } from '../../org/index.ts';
import { exitCodes, systemClock } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { createOrgServer, listen, listenSecurely, scratchServers } from '../start/index.ts';
import { untilInterrupted } from '../tools/index.ts';
import { orgDataFolder } from './withOrg.ts';

export interface OrgStartOptions {
  readonly source: string;
  readonly port: number;
  /** The folder of an org that starts with nothing in it and is only deployed to. */
  readonly empty?: string;
  /** What kind of org it says it is; to an `Enterprise Edition` Apex goes only with tests. */
  readonly edition?: string;
  /** A second port, with TLS, for clients that insist on it. */
  readonly securePort?: number;
}

function organizationOf(edition: string): OrganizationPlan {
  const id = namedId('00D', `local org, ${edition}`);
  return { id, name: 'Local Org', traits: { OrganizationType: edition } };
}

/** Serves a project's local org to clients (REST, SOAP, Bulk, UI API) until it is interrupted. */
export async function startOrg(
  { source, port, empty, edition, securePort }: OrgStartOptions,
  log: Log
): Promise<number> {
  const projectFolder = empty === undefined ? source : emptyProject(join(empty, 'project'));
  const dataFolder = empty === undefined ? orgDataFolder(source) : join(empty, 'org');
  const instanceUrl = `http://localhost:${String(port)}`;
  const organization = edition === undefined ? undefined : organizationOf(edition);
  const options = { projectFolder, dataFolder, log, instanceUrl, organization };
  const service = await createDeployableOrg(options);
  const userId = localUserId(administrator.username);
  const serve = scratchServers({ clock: systemClock, log });
  const hub = await openScratchHub({ dataFolder, clock: systemClock, log, serve });
  const server = createOrgServer({ service, lwc: undefined, userId, dataFolder, hub });
  const { app, session, password } = server;
  const url = await listen(app, port);
  const place = empty ?? source;
  log.info(`Local org of ${place} at ${url} as ${administrator.username}. Ctrl+C stops it.`);
  const secure =
    securePort === undefined
      ? undefined
      : await listenSecurely(app, { port: securePort, folder: dataFolder, clock: systemClock });
  if (secure !== undefined)
    log.info(`Also at ${secure.url}: NODE_EXTRA_CA_CERTS=${secure.certificateFile}`);
  const accessToken = session.token;
  process.stdout.write(`${JSON.stringify({ instanceUrl: url, accessToken, password })}\n`);
  await untilInterrupted();
  secure?.close();
  await app.close();
  await hub.close();
  await service.org.close();
  return exitCodes.success;
}
