import { join } from 'node:path';
import { administrator, createOrg, localUserId } from '../../org/index.ts';
import type { Org } from '../../org/index.ts';
import { createSandbox, demoCredentials } from '../../sandbox/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { manualClock, recordingLog, seededRandom } from '../../shared/index.ts';
import type { ManualClock } from '../../shared/index.ts';
import { projectFolder } from '../tools/index.ts';

/** The package in an org in memory, against a sandbox of its own; both live by one clock that the test moves. */
export interface SyncedOrg {
  readonly org: Org;
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  /** Starts a sync as a person does, and lets time pass until nothing is left to do. */
  sync(kind: 'changes' | 'everything'): Promise<string>;
  /** Removes every synced record and what the sync remembers, so that the next one starts from nothing. */
  forget(): Promise<void>;
  /** As a new org and a new sandbox: nothing that a person, a Flow, the sync or Clazar has made is there any more. */
  startOver(): Promise<void>;
  /** How many seconds the package waits for an answer. */
  waitForAnswers(seconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface SyncedOrgOptions {
  readonly size?: 'small' | 'medium' | 'large';
  readonly start?: string;
  /** The package's folder; the project itself unless given. */
  readonly project?: string;
  /** Where the org keeps its data and caches; nowhere unless given. */
  readonly dataFolder?: string;
}

const minute = 60_000;

/** More than the longest chain of pauses that a sync makes. */
const mostMinutes = 24 * 60;

export async function aSyncedOrg(options: SyncedOrgOptions = {}): Promise<SyncedOrg> {
  const clock = manualClock(options.start ?? '2026-11-24T10:00:00Z');
  const log = recordingLog();
  const { size = 'small' } = options;
  const sandbox = createSandbox({ clock, seed: 7, size, log, control: true });
  const { url } = await sandbox.start({ port: 0 });
  const org = await createOrg({
    projectFolder: options.project ?? projectFolder,
    cacheFolder: join(options.project ?? projectFolder, '.local', 'cache'),
    dataFolder: options.dataFolder,
    clock,
    log,
    random: seededRandom(7),
    calloutRewrites: new Map([['https://api.clazar.io', url]])
  }).catch(async (error: unknown) => {
    await sandbox.stop();
    throw error;
  });
  const { clientId, clientSecret } = demoCredentials;
  const parameters = [['client_id', clientId] as const, ['client_secret', clientSecret] as const];
  org.secrets.set('Clazar', 'Clazar', new Map(parameters));
  const userId = localUserId(administrator.username);
  return {
    org,
    sandbox,
    clock,
    sync: (kind) => runSync({ org, clock, userId }, kind === 'everything'),
    forget: () => empty(org, userId, synced),
    startOver: async () => {
      sandbox.control.reset();
      await empty(org, userId, [...own, ...synced]);
    },
    waitForAnswers: (seconds) =>
      run(org, userId, timeoutSetting.replace('SECONDS', String(seconds))),
    close: async () => {
      await org.close();
      await sandbox.stop();
    }
  };
}

interface Running {
  readonly org: Org;
  readonly clock: ManualClock;
  readonly userId: string;
}

async function runSync({ org, clock, userId }: Running, isFull: boolean): Promise<string> {
  const start = { className: 'SyncController', methodName: 'start', parameters: { isFull } };
  await org.invokeAura(userId, start);
  for (let passed = 0; passed < mostMinutes; passed += 1) {
    await org.settled();
    const status = await lastStatus(org, userId);
    if (!['Queued', 'Running', 'Waiting'].includes(status)) return status;
    clock.advance(minute);
  }
  return lastStatus(org, userId);
}

async function lastStatus(org: Org, userId: string): Promise<string> {
  const soql = 'SELECT Status__c FROM Sync_Run__c ORDER BY CreatedDate DESC, Name DESC LIMIT 1';
  const { records } = await org.query(userId, { soql });
  const [status] = records[0]?.values.values() ?? [];
  return typeof status === 'string' ? status : '';
}

const timeoutSetting = `Clazar_Settings__c settings = Clazar_Settings__c.getOrgDefaults();
  settings.Timeout_Seconds__c = SECONDS;
  upsert settings;`;

const synced = [
  'Cosell_Opportunity__c',
  'Contract__c',
  'Private_Offer__c',
  'Buyer__c',
  'Listing__c',
  'Sync_Issue__c',
  'Sync_Cursor__c',
  'Sync_Run__c'
];

/** What people, Flows and jobs make. */
const own = ['Clazar_Request__c', 'Clazar_User__c', 'Task', 'Opportunity', 'Contact', 'Account'];

function empty(org: Org, userId: string, objects: readonly string[]): Promise<void> {
  const deletions = objects.map((object) => `delete [SELECT Id FROM ${object} LIMIT 9000];`);
  return run(org, userId, deletions.join('\n'));
}

async function run(org: Org, userId: string, apex: string): Promise<void> {
  const outcome = await org.executeAnonymous(userId, apex);
  if (outcome.success) return;
  throw new Error(outcome.compileProblem ?? outcome.exceptionMessage ?? 'The Apex failed.');
}
