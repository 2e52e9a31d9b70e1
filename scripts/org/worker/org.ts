import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SchemaPort } from '../../apex/index.ts';
import { consoleLog, seededRandom, systemClock } from '../../shared/index.ts';
import type { Clock, Log, Random } from '../../shared/index.ts';
import { internalNames, storeSchema } from '../async/index.ts';
import { fileSecrets } from '../callouts/index.ts';
import type { SecretStore } from '../callouts/index.ts';
import type { DmlRequest, DmlResult } from '../dml/index.ts';
import { createOrgFormulas } from '../formula/index.ts';
import { unsupportedMetadata } from '../metadata/index.ts';
import type { Project, ProjectData } from '../metadata/index.ts';
import { namedId } from '../schema/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import { sharingCondition } from '../sharing/index.ts';
import { createQueryEngine } from '../soql/index.ts';
import type { QueryResult, SearchHits } from '../soql/index.ts';
import { openStore, readKeyPrefixes } from '../store/index.ts';
import type { FieldValue, SqliteStore, StoredRow } from '../store/index.ts';
import type { TestRun, TestSelection } from '../tests/index.ts';
import type { AuraRequest } from './aura.ts';
import type { ApexAction } from './apexActions.ts';
import type { AnonymousOutcome } from './calls.ts';
import { publishTime, shareTime } from './clock.ts';
import type { FlowRequest, FlowResult } from './flowCall.ts';
import type { InvocableRequest, InvocableResult } from './invocable.ts';
import { createTurns, transact } from './orgTransaction.ts';
import type { OrgTransaction } from './orgTransaction.ts';
import { startThread } from './orgThread.ts';
import type { OrgThread } from './orgThread.ts';
import { policies } from './policies.ts';
import { prepareProject } from './prepare.ts';
import type { PreparedProject } from './prepare.ts';
import type { ThreadData } from './protocol.ts';
import { runQueueIn } from './queueRunner.ts';
import type { QueueRunner } from './queueRunner.ts';
import type { RestRequestData, RestResponseData } from './restCall.ts';
import { runPreparedTests } from './testRun.ts';
import { seedRecords } from './seed.ts';
import { userNamed } from './users.ts';

export interface OrgOptions {
  /** Folder of an sfdx project. */
  readonly projectFolder: string;
  /** Where records, secrets and caches are kept; undefined: nowhere, everything ends with the org. */
  readonly dataFolder?: string | undefined;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Log;
  /** Base URL → where requests to it really go. */
  readonly calloutRewrites?: ReadonlyMap<string, string>;
  /** `http://localhost:4000` */
  readonly instanceUrl?: string;
  /** How long one call may compute, in milliseconds. */
  readonly patience?: number;
}

/** A query for `Org.query`. */
export interface OrgQuery {
  readonly soql: string;
  readonly binds?: ReadonlyMap<string, FieldValue | readonly FieldValue[]>;
  /** Deleted records too. */
  readonly allRows?: boolean;
}

/** A local Salesforce org. Every call runs as a user, with that user's permissions. */
export interface Org {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly clock: Clock;
  /** 18 characters. */
  readonly organizationId: string;
  /** @throws QueryError in the platform's words */
  query(userId: string, query: OrgQuery): Promise<QueryResult>;
  /** Searches by SOSL. @throws QueryError */
  search(userId: string, sosl: string): Promise<SearchHits[]>;
  /** How SQLite would find what a query asks for, one step a line. @throws QueryError */
  explain(userId: string, soql: string): Promise<string[]>;
  /** Saves records as the REST API does: user mode, triggers, rules. @throws DmlRequestError */
  save(userId: string, request: DmlRequest): Promise<DmlResult[]>;
  /**
   * One transaction for several calls: committed when `work` resolves, rolled back when it rejects. Other calls wait.
   */
  transaction<T>(userId: string, work: (transaction: OrgTransaction) => Promise<T>): Promise<T>;
  /** Calls an `@AuraEnabled` method with JSON values by parameter name. @throws ApexCallError */
  invokeAura(userId: string, call: AuraRequest): Promise<unknown>;
  /** Calls an `@InvocableMethod` once for all inputs. @throws ApexCallError */
  invokeAction(userId: string, call: InvocableRequest): Promise<InvocableResult[]>;
  /** Every `@InvocableMethod`. */
  actions(): Promise<ApexAction[]>;
  /** Runs an autolaunched flow once for all interviews. @throws ApexCallError */
  runFlow(userId: string, call: FlowRequest): Promise<FlowResult[]>;
  /** Answers a request to an Apex REST class. @throws ApexCallError */
  apexRest(userId: string, request: RestRequestData): Promise<RestResponseData>;
  executeAnonymous(userId: string, text: string): Promise<AnonymousOutcome>;
  /** Runs Apex tests; they see nothing of the org's records. */
  runTests(selection?: TestSelection & { readonly coverage?: boolean }): Promise<TestRun>;
  user(userId: string): Promise<UserContext>;
  policy(userId: string): Promise<AccessPolicy>;
  /** Authentication parameters of external credentials' principals: to be set, never shown. */
  readonly secrets: SecretStore;
  /** E-mails and notifications that Apex has sent; nothing of it leaves the machine. */
  messages(): readonly StoredRow[];
  /** Resolves when no asynchronous work is due any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const defaultPatience = 45_000;

/**
 * Starts an org for a project: reads metadata, compiles Apex, seeds users, starts the threads.
 * @throws UserError for metadata that cannot be, and data that do not fit it
 * @throws ApexCompileError with every mistake in the Apex; the data are untouched then
 */
export async function createOrg(options: OrgOptions): Promise<Org> {
  const { projectFolder, clock = systemClock, log = consoleLog } = options;
  const isTemporary = options.dataFolder === undefined;
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'org-'));
  const cleanUp = (): void => {
    if (isTemporary) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const file = join(folder, 'org.sqlite');
    const keyPrefixes = readKeyPrefixes(file);
    const cacheFolder = isTemporary ? undefined : join(folder, 'cache');
    const prepared = await prepareProject({ projectFolder, cacheFolder, keyPrefixes });
    for (const warning of unsupportedMetadata(prepared.project)) log.warn(warning);
    return await start({ ...options, clock, log }, { prepared, folder, file, cleanUp });
  } catch (error) {
    cleanUp();
    throw error;
  }
}

interface StartParts {
  readonly prepared: PreparedProject;
  readonly folder: string;
  readonly file: string;
  cleanUp(): void;
}

type StartOptions = OrgOptions & { readonly clock: Clock; readonly log: Log };

async function start(options: StartOptions, parts: StartParts): Promise<Org> {
  const { clock, log, patience = defaultPatience } = options;
  const { project, schema } = parts.prepared;
  const store = openStore({ schema: storeSchema(schema), file: parts.file });
  const data = threadData(options, parts);
  seedRecords({ ...data, schema, store, project, clock });
  const interactive = startThread({ data, log, patience });
  const background = startThread({
    data: { ...data, role: 'background', seed: data.seed + 1 },
    log,
    patience
  });
  await Promise.all([interactive.ready, background.ready]);
  const queue = runQueueIn(background, { clock, log });
  queue.wake();
  return orgFace({ options, parts, store, data, interactive, background, queue });
}

function threadData(
  options: StartOptions,
  { prepared, folder, file }: StartParts
): Omit<ThreadData, 'channel'> {
  const { random = seededRandom(options.clock.now()), clock } = options;
  return {
    role: 'interactive',
    project: projectData(prepared.project),
    keyPrefixes: readKeyPrefixes(file),
    compiled: prepared.compiled,
    file,
    secretsFolder: folder,
    rewrites: options.calloutRewrites ?? new Map(),
    organizationId: namedId('00D', 'local org'),
    organizationName: 'Local Org',
    instanceUrl: options.instanceUrl ?? 'http://localhost:4000',
    time: shareTime(clock),
    seed: random.integer(0, 2 ** 31),
    coverage: false
  };
}

/** What of a project can be sent to a thread. */
export function projectData(project: Project): ProjectData {
  const { folder, namespace, apiVersion, packageDirectories, fingerprint, types } = project;
  const components = types.flatMap((type) => [...project.components(type)]);
  return { folder, namespace, apiVersion, packageDirectories, fingerprint, components };
}

interface FaceParts {
  readonly options: StartOptions;
  readonly parts: StartParts;
  readonly store: SqliteStore;
  readonly data: Omit<ThreadData, 'channel'>;
  readonly interactive: OrgThread;
  readonly background: OrgThread;
  readonly queue: QueueRunner;
}

function orgFace(face: FaceParts): Org {
  const { store, interactive, data, queue } = face;
  const { clock, log } = face.options;
  const { prepared, folder } = face.parts;
  const turns = createTurns({
    started: () => publishTime(data.time, clock),
    finished: queue.wake
  });
  const { working } = turns;
  return {
    ...reading(face),
    project: prepared.project,
    schema: prepared.schema,
    clock,
    organizationId: data.organizationId,
    save: (userId, request) => working(() => interactive.call('save', userId, request)),
    transaction: (userId, work) => turns.alone(() => transact(interactive, userId, work)),
    invokeAura: (userId, call) => working(() => interactive.call('invokeAura', userId, call)),
    invokeAction: (userId, call) => working(() => interactive.call('invokeAction', userId, call)),
    actions: () => working(() => interactive.call('actions')),
    runFlow: (userId, call) => working(() => interactive.call('runFlow', userId, call)),
    apexRest: (userId, request) => working(() => interactive.call('apexRest', userId, request)),
    executeAnonymous: (userId, text) =>
      working(() => interactive.call('executeAnonymous', userId, text)),
    runTests: (selection = {}) =>
      runPreparedTests({ data: { ...data, role: 'test', file: undefined }, log, selection }),
    secrets: fileSecrets(folder),
    messages: () => store.all(`SELECT * FROM "${internalNames.message}" ORDER BY "Id"`, []),
    settled: () => {
      publishTime(data.time, clock);
      return queue.settled();
    },
    close: async () => {
      await queue.stop();
      await Promise.all([interactive.close(), face.background.close()]);
      store.close();
      face.parts.cleanUp();
    }
  };
}

/** Queries and permissions are answered in this thread: they need no Apex. */
function reading({
  store,
  options,
  parts
}: FaceParts): Pick<Org, 'query' | 'search' | 'explain' | 'user' | 'policy'> {
  const { project, schema } = parts.prepared;
  const { clock } = options;
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
