import type { SchemaPort } from '../../apex/index.ts';
import { seededRandom } from '../../shared/index.ts';
import type { Clock, Log, Random } from '../../shared/index.ts';
import { storeSchema } from '../async/index.ts';
import { createOrgFormulas } from '../formula/index.ts';
import type { Project } from '../metadata/index.ts';
import { sharingCondition } from '../sharing/index.ts';
import { createQueryEngine } from '../soql/index.ts';
import { openStore, readKeyPrefixes } from '../store/index.ts';
import type { SqliteStore } from '../store/index.ts';
import { shareTime } from './clock.ts';
import type { Org, OrgQuery } from './org.ts';
import type { OrganizationPlan } from './organization.ts';
import { startThread } from './orgThread.ts';
import type { OrgThread } from './orgThread.ts';
import { policies } from './policies.ts';
import type { PreparedProject } from './prepare.ts';
import { projectData } from './projectData.ts';
import type { ThreadData } from './protocol.ts';
import { runQueueIn } from './queueRunner.ts';
import type { QueueRunner } from './queueRunner.ts';
import { seedRecords } from './seed.ts';
import { userNamed } from './users.ts';

/** What stays when an org gets another project. */
export interface RunningOptions {
  readonly clock: Clock;
  readonly random: Random | undefined;
  readonly log: Log;
  readonly patience: number;
  readonly rewrites: ReadonlyMap<string, string>;
  readonly instanceUrl: string;
  readonly organization: OrganizationPlan;
  /** Where secrets and the records are. */
  readonly folder: string;
  readonly file: string;
}

type Reading = Pick<Org, 'query' | 'search' | 'explain' | 'user' | 'policy'>;

/** An org at work with one state of its project. */
export interface RunningOrg {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly prepared: PreparedProject;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly store: SqliteStore;
  readonly data: Omit<ThreadData, 'channel'>;
  readonly interactive: OrgThread;
  readonly queue: QueueRunner;
  /** Queries and permissions, answered in this thread: they need no Apex. */
  readonly reading: Reading;
  stop(): Promise<void>;
}

/**
 * Opens the records and starts the threads.
 * @throws UserError when the data do not fit the project
 */
export async function startRunning(
  options: RunningOptions,
  prepared: PreparedProject
): Promise<RunningOrg> {
  const { clock, log, patience, file } = options;
  const { project, schema } = prepared;
  const store = openStore({ schema: storeSchema(schema), file });
  const data = threadData(options, prepared);
  const { organization } = options;
  seedRecords({ ...data, schema, store, project, clock, organization });
  const interactive = startThread({ data, log, patience });
  const background = startThread({
    data: { ...data, role: 'background', seed: data.seed + 1 },
    log,
    patience
  });
  const queue = runQueueIn(background, { clock, log });
  const stop = async (): Promise<void> => {
    await queue.stop();
    await Promise.all([interactive.close(), background.close()]);
    store.close();
  };
  try {
    await Promise.all([interactive.ready, background.ready]);
  } catch (error) {
    await stop();
    throw error;
  }
  queue.wake();
  const reading = readingOf({ prepared, store, clock });
  const startedAt = clock.now();
  return { project, schema, prepared, startedAt, store, data, interactive, queue, reading, stop };
}

function threadData(
  { random, clock, file, folder, rewrites, instanceUrl, organization }: RunningOptions,
  prepared: PreparedProject
): Omit<ThreadData, 'channel'> {
  return {
    role: 'interactive',
    project: projectData(prepared.project),
    keyPrefixes: readKeyPrefixes(file),
    compiled: prepared.compiled,
    file,
    secretsFolder: folder,
    rewrites,
    organizationId: organization.id,
    organizationName: organization.name,
    instanceUrl,
    time: shareTime(clock),
    seed: (random ?? seededRandom(clock.now())).integer(0, 2 ** 31),
    coverage: false
  };
}

interface ReadingParts {
  readonly prepared: PreparedProject;
  readonly store: SqliteStore;
  readonly clock: Clock;
}

function readingOf({ prepared: { project, schema }, store, clock }: ReadingParts): Reading {
  const engine = createQueryEngine({
    schema,
    store,
    formulas: createOrgFormulas({ schema, project }),
    sharing: (question) => sharingCondition({ schema, store }, question)
  });
  const known = policies({ schema, store, clock });
  const userOf = userNamed(store);
  const requestOf = (userId: string, { soql, binds = new Map(), allRows = false }: OrgQuery) => {
    const user = userOf(userId);
    const access = { accessLevel: 'user', sharing: true } as const;
    return { soql, binds, allRows, user, policy: known.of(user), now: clock.now(), ...access };
  };
  return {
    user: (userId) => attempt(() => userOf(userId)),
    policy: (userId) => attempt(() => known.of(userOf(userId))),
    query: (userId, query) => attempt(() => engine.executeQuery(requestOf(userId, query))),
    search: (userId, sosl) =>
      attempt(() => engine.executeSearch(requestOf(userId, { soql: sosl }))),
    explain: (userId, soql) => attempt(() => engine.explainQuery(requestOf(userId, { soql })))
  };
}

/** Work of this thread as a promise, whose errors reject it. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
