import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { administrator, createDeployableOrg, emptyProject, localUserId } from '../../org/index.ts';
import type { MetadataService, ScratchServer, ServeScratchOrg } from '../../org/index.ts';
import type { Clock, Log } from '../../shared/index.ts';
import { createOrgServer } from './orgServer.ts';
import type { OrgServer, UnknownRequest } from './orgServer.ts';

export interface ScratchServerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly onUnknown?: ((request: UnknownRequest) => void) | undefined;
}

type PlannedOrg = Parameters<ServeScratchOrg>[0];

interface OpenOrg {
  readonly service: MetadataService;
  readonly server: OrgServer;
}

/** Serves scratch orgs, each at a port of its own; an org is opened by the first request to it. */
export function scratchServers(options: ScratchServerOptions): ServeScratchOrg {
  return async (plan, port) => {
    let opened: Promise<OpenOrg> | undefined;
    const http = createServer((request, response) => {
      void open().then(({ server }) => server.app.routing(request, response));
    });
    const actual = await listenOn(http, port);
    const open = (): Promise<OpenOrg> => (opened ??= openOrg(plan, actual, options));
    return serverOf(http, actual, { open, opened: () => opened });
  };
}

function listenOn(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen({ host: '127.0.0.1', port }, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

interface Opening {
  open(): Promise<OpenOrg>;
  opened(): Promise<OpenOrg> | undefined;
}

function serverOf(http: Server, port: number, { open, opened }: Opening): ScratchServer {
  return {
    port,
    issueCode: async (clientId, callbackUrl) => {
      const { server } = await open();
      return server.issueCode(clientId, callbackUrl);
    },
    close: async () => {
      http.closeAllConnections();
      http.close();
      const org = await opened();
      await org?.server.app.close();
      await org?.service.org.close();
    }
  };
}

async function openOrg(
  plan: PlannedOrg,
  port: number,
  { clock, log, onUnknown }: ScratchServerOptions
): Promise<OpenOrg> {
  const dataFolder = join(plan.folder, 'org');
  const service = await createDeployableOrg({
    projectFolder: emptyProject(join(plan.folder, 'project'), plan.namespace ?? undefined),
    dataFolder,
    clock,
    log,
    instanceUrl: `http://localhost:${String(port)}`,
    isTracked: true,
    organization: {
      id: plan.organizationId,
      name: plan.orgName,
      adminUsername: plan.signupUsername,
      traits: {
        IsSandbox: true,
        TrialExpirationDate: `${plan.expirationDate}T00:00:00.000Z`,
        NamespacePrefix: plan.namespace
      }
    }
  });
  const userId = localUserId(administrator.username);
  const server = createOrgServer({ service, lwc: undefined, userId, dataFolder, onUnknown });
  await server.app.ready();
  return { service, server };
}
