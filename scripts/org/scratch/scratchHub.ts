import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretToken } from '../../shared/index.ts';
import type { Clock, Log } from '../../shared/index.ts';
import { namedId } from '../schema/index.ts';
import type { ScratchOrg, ScratchRequest } from './scratchPlan.ts';

/** Serves one scratch org. */
export interface ScratchServer {
  readonly port: number;
  /** A code by which a client gets its first session. */
  issueCode(clientId: string, callbackUrl: string): Promise<string>;
  close(): Promise<void>;
}

/** How scratch orgs are served; what listens is no matter of the hub. */
export type ServeScratchOrg = (
  org: Omit<ScratchOrg, 'port'>,
  port: number
) => Promise<ScratchServer>;

/** The scratch orgs of a Dev Hub: each has its own address, records, users and metadata. */
export interface ScratchHub {
  list(): readonly ScratchOrg[];
  create(userId: string, request: ScratchRequest): Promise<ScratchOrg>;
  /** The code that was given out for an org that has just been created. */
  authCode(id: string): string | undefined;
  /** Deletes an org with all its data. @returns whether there was one */
  remove(id: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface ScratchHubOptions {
  /** Where the hub keeps its data. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly serve: ServeScratchOrg;
}

const day = 24 * 60 * 60 * 1000;

/** Serves the scratch orgs of earlier runs again, and drops those that have expired. */
export async function openScratchHub(options: ScratchHubOptions): Promise<ScratchHub> {
  const { dataFolder, clock, log, serve } = options;
  const file = join(dataFolder, 'scratch-orgs.json');
  const servers = new Map<string, ScratchServer>();
  const codes = new Map<string, string>();
  let orgs = read(file);
  const write = (next: readonly ScratchOrg[]): void => {
    orgs = next;
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(next));
    renameSync(`${file}.new`, file);
  };
  const remove = async (id: string): Promise<boolean> => {
    const org = orgs.find((each) => each.id === id && each.status === 'Active');
    if (org === undefined) return false;
    await servers.get(id)?.close();
    servers.delete(id);
    rmSync(org.folder, { recursive: true, force: true });
    write(orgs.map((each) => (each === org ? { ...org, status: 'Deleted' } : each)));
    return true;
  };
  const hub: ScratchHub = {
    list: () => orgs,
    create: async (userId, request) => {
      const plan = planOf(request, { userId, folder: join(dataFolder, 'scratch'), clock });
      const server = await serve(plan, 0);
      servers.set(plan.id, server);
      codes.set(plan.id, await server.issueCode(request.consumerKey, request.callbackUrl));
      const org = { ...plan, port: server.port };
      write([...orgs, org]);
      return org;
    },
    authCode: (id) => codes.get(id),
    remove,
    close: async () => {
      await Promise.all([...servers.values()].map((server) => server.close()));
    }
  };
  for (const org of orgs.filter(({ status }) => status === 'Active')) {
    const isOver = Date.parse(org.expirationDate) < clock.now();
    if (isOver) await remove(org.id);
    else await reopen(org);
  }
  return hub;

  async function reopen(org: ScratchOrg): Promise<void> {
    try {
      servers.set(org.id, await serve(org, org.port));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn(`The scratch org ${org.signupUsername} cannot be served: ${reason}`);
    }
  }
}

function read(file: string): readonly ScratchOrg[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ScratchOrg[];
  } catch {
    return []; // No scratch org was created yet.
  }
}

interface PlanSource {
  readonly userId: string;
  readonly folder: string;
  readonly clock: Clock;
}

function planOf(
  request: ScratchRequest,
  { userId, folder, clock }: PlanSource
): Omit<ScratchOrg, 'port'> {
  const unique = secretToken(24).replace(/[._]/g, 'x');
  const organizationId = namedId('00D', unique);
  return {
    ...request,
    id: namedId('2SR', unique),
    organizationId,
    signupUsername: (request.username ?? `test-${unique.slice(0, 12)}@example.com`).toLowerCase(),
    folder: join(folder, organizationId),
    createdBy: userId,
    createdDate: new Date(clock.now()).toISOString(),
    expirationDate: new Date(clock.now() + request.durationDays * day).toISOString().slice(0, 10),
    status: 'Active'
  };
}
