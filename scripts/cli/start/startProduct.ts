import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLwc } from '../../lwc/index.ts';
import {
  administrator,
  createDeployableOrg,
  localUserId,
  openScratchHub
} from '../../org/index.ts';
import type { MetadataService, Org, ScratchHub } from '../../org/index.ts';
import { createSandbox, demoCredentials } from '../../sandbox/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { UserError } from '../../shared/index.ts';
import type { Clock, Log } from '../../shared/index.ts';
import { addDemoCustomers, associateDemoOffers, linkDemoOpportunities } from './demoData.ts';
import { linkDemoUsers } from './demoUsers.ts';
import { syncOnce } from './firstSync.ts';
import { createOrgServer, listen } from './orgServer.ts';
import { sandboxClient, sandboxPages } from './sandboxPages.ts';
import { scratchServers } from './scratchServer.ts';
import { removeSessionFile, writeSessionFile } from './sessionFile.ts';

export interface StartOptions {
  readonly projectFolder: string;
  /** Holds databases, bundles and the session file: `.local`. */
  readonly localFolder: string;
  readonly port: number;
  readonly sandboxPort: number;
  /** Forget all data of earlier runs. */
  readonly fresh: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Names the app of a real org for the sandbox's pages (`SALESFORCE_CLIENT_ID` and so on). */
  readonly environment?: NodeJS.ProcessEnv;
}

export interface RunningProduct {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly username: string;
  readonly org: Org;
  readonly sandbox: Sandbox;
  stop(): Promise<void>;
}

/** Where requests to Clazar's API really go. */
const clazarApi = 'https://api.clazar.io';

/** The sandbox's data are the same for everyone who starts it. */
const seed = 2026;

/**
 * Starts the whole product: sandbox, local org, pages, and the first sync.
 *
 * @throws UserError for a taken port, an unwritable folder, metadata or components that cannot be
 */
export async function startProduct(options: StartOptions): Promise<RunningProduct> {
  prepareFolder(options);
  const sandbox = await startSandbox(options);
  try {
    return await startOrg(options, sandbox);
  } catch (error) {
    await sandbox.sandbox.stop();
    throw error;
  }
}

function prepareFolder({ localFolder, fresh }: StartOptions): void {
  try {
    if (fresh) rmSync(dataFolder(localFolder), { recursive: true, force: true });
    mkdirSync(dataFolder(localFolder), { recursive: true });
    writeFileSync(join(localFolder, '.gitignore'), '*\n');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The folder ${localFolder} cannot be written to: ${reason}.`,
      'Make it writable for you, or move the project.'
    );
  }
}

function dataFolder(localFolder: string): string {
  return join(localFolder, 'org');
}

interface StartedSandbox {
  readonly sandbox: Sandbox;
  readonly url: string;
}

async function startSandbox({
  localFolder,
  sandboxPort,
  clock,
  log,
  environment = {}
}: StartOptions): Promise<StartedSandbox> {
  const seededAt = rememberedTime(join(dataFolder(localFolder), 'seeded-at'), clock);
  const pages = sandboxPages(dataFolder(localFolder), environment);
  const sandbox = createSandbox({ clock, seed, seededAt, log, control: true, pages });
  const { url } = await sandbox.start({ port: sandboxPort });
  return { sandbox, url };
}

/** The sandbox lives in memory; starting it from the same moment brings the same data again. */
function rememberedTime(file: string, clock: Clock): number {
  try {
    const remembered = Number(readFileSync(file, 'utf8'));
    if (Number.isFinite(remembered) && remembered > 0) return remembered;
  } catch {
    // The first start: nothing is remembered yet.
  }
  writeFileSync(file, String(clock.now()));
  return clock.now();
}

async function startOrg(options: StartOptions, sandbox: StartedSandbox): Promise<RunningProduct> {
  const { projectFolder, localFolder, port, log } = options;
  const [lwc, service] = await Promise.all([
    buildLwc({ projectFolder, cacheFolder: join(localFolder, 'lwc'), production: true, log }),
    openOrg(options, sandbox.url)
  ]);
  const { org } = service;
  const userId = localUserId(administrator.username);
  const hub = await openHub(options);
  const { app, session, password } = createOrgServer({
    service,
    lwc,
    userId,
    dataFolder: dataFolder(localFolder),
    clients: [sandboxClient(sandbox.url)],
    hub
  });
  const stop = async (): Promise<void> => {
    removeSessionFile(sessionFile(localFolder));
    await app.close();
    await hub.close();
    await org.close();
    await sandbox.sandbox.stop();
  };
  try {
    const isDemo = await addDemoCustomers(org, userId, sandbox.sandbox);
    // The sandbox forgets with each stop what it was told.
    await associateDemoOffers(org, userId, sandbox.sandbox);
    await syncOnce(org, userId, log);
    if (isDemo) {
      await linkDemoOpportunities(org, userId);
      await linkDemoUsers(org, userId);
    }
    const url = await listen(app, port);
    writeSessionFile(sessionFile(localFolder), {
      instanceUrl: url,
      sandboxUrl: sandbox.url,
      username: administrator.username,
      password,
      accessToken: session.token,
      orgId: org.organizationId
    });
    const { username } = administrator;
    return { url, sandboxUrl: sandbox.url, username, org, sandbox: sandbox.sandbox, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openHub({ localFolder, clock, log }: StartOptions): Promise<ScratchHub> {
  const serve = scratchServers({ clock, log });
  return openScratchHub({ dataFolder: dataFolder(localFolder), clock, log, serve });
}

async function openOrg(options: StartOptions, sandboxUrl: string): Promise<MetadataService> {
  const { projectFolder, localFolder, port, clock, log } = options;
  const service = await createDeployableOrg({
    projectFolder,
    dataFolder: dataFolder(localFolder),
    clock,
    log,
    calloutRewrites: new Map([[clazarApi, sandboxUrl]]),
    instanceUrl: `http://localhost:${String(port)}`
  });
  const { clientId, clientSecret } = demoCredentials;
  const parameters = new Map([
    ['client_id', clientId],
    ['client_secret', clientSecret]
  ]);
  service.org.secrets.set('Clazar', 'Clazar', parameters);
  return service;
}

function sessionFile(localFolder: string): string {
  return join(localFolder, 'session.json');
}
