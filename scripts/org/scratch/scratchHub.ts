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
  const { clock } = options;
  const hub = createHub(options);
  for (const org of hub.list().filter(({ status }) => status === 'Active')) {
    const isOver = Date.parse(org.expirationDate) < clock.now();
    if (isOver) await hub.remove(org.id);
    else await hub.reopen(org);
  }
  return hub;
}

interface Hub extends ScratchHub {
  /** Serves an org of an earlier run, where it was. */
  reopen(org: ScratchOrg): Promise<void>;
}

function createHub({ dataFolder, clock, log, serve }: ScratchHubOptions): Hub {
  const register = orgRegister(dataFolder);
  const servers = new Map<string, ScratchServer>();
  const codes = new Map<string, string>();
  return {
    list: register.list,
    create: async (userId, request) => {
      const plan = planOf(request, { userId, folder: join(dataFolder, 'scratch'), clock });
      const server = await serve(plan, 0);
      servers.set(plan.id, server);
      codes.set(plan.id, await server.issueCode(request.consumerKey, request.callbackUrl));
      const org = { ...plan, port: server.port };
      register.write([...register.list(), org]);
      return org;
    },
    authCode: (id) => codes.get(id),
    remove: async (id) => {
      const org = register.list().find((each) => each.id === id && each.status === 'Active');
      if (org === undefined) return false;
      await servers.get(id)?.close();
      servers.delete(id);
      rmSync(org.folder, { recursive: true, force: true });
      const deleted: ScratchOrg = { ...org, status: 'Deleted' };
      register.write(register.list().map((each) => (each === org ? deleted : each)));
      return true;
    },
    reopen: async (org) => {
      try {
        servers.set(org.id, await serve(org, org.port));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log.warn(`The scratch org ${org.signupUsername} cannot be served: ${reason}`);
      }
    },
    close: async () => {
      await Promise.all([...servers.values()].map((server) => server.close()));
    }
  };
}

interface OrgRegister {
  list(): readonly ScratchOrg[];
  write(orgs: readonly ScratchOrg[]): void;
}

/** The orgs of a hub, on disk. */
function orgRegister(dataFolder: string): OrgRegister {
  const file = join(dataFolder, 'scratch-orgs.json');
  let orgs = read(file);
  return {
    list: () => orgs,
    write: (next) => {
      orgs = next;
      mkdirSync(dataFolder, { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(next));
      renameSync(`${file}.new`, file);
    }
  };
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
