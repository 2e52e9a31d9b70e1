import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SchemaPort } from '../../apex/index.ts';
import { consoleLog, systemClock } from '../../shared/index.ts';
import type { Clock, Log, Random } from '../../shared/index.ts';
import type { SecretStore } from '../callouts/index.ts';
import type { DmlRequest, DmlResult } from '../dml/index.ts';
import type { Project } from '../metadata/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { QueryResult, SearchHits } from '../soql/index.ts';
import { readKeyPrefixes } from '../store/index.ts';
import type { FieldValue, StoredRow } from '../store/index.ts';
import type { TestRun, TestSelection } from '../tests/index.ts';
import type { AuraRequest } from './aura.ts';
import type { ApexAction } from './apexActions.ts';
import type { AnonymousOutcome } from './calls.ts';
import type { FlowRequest, FlowResult } from './flowCall.ts';
import type { InvocableRequest, InvocableResult } from './invocable.ts';
import { localOrganization } from './organization.ts';
import type { OrganizationPlan } from './organization.ts';
import { orgFace } from './orgFace.ts';
import type { OrgTransaction } from './orgTransaction.ts';
import { prepareProject } from './prepare.ts';
import type { PreparedProject } from './prepare.ts';
import type { RestRequestData, RestResponseData } from './restCall.ts';
import type { StandardActionRequest } from './standardAction.ts';
import { startRunning } from './runningOrg.ts';

export interface OrgOptions {
  /** Folder of an sfdx project. */
  readonly projectFolder: string;
  /** Where records, secrets and caches are kept; undefined: nowhere, everything ends with the org. */
  readonly dataFolder?: string | undefined;
  /** Where compiled Apex is kept for the next start; below the data folder unless given. */
  readonly cacheFolder?: string | undefined;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Log;
  /** Base URL → where requests to it really go. */
  readonly calloutRewrites?: ReadonlyMap<string, string>;
  /** `http://localhost:4000` */
  readonly instanceUrl?: string;
  /** How long one call may compute, in milliseconds. */
  readonly patience?: number;
  /** What was deployed on top of the project's folder: applied at the start and at each reload from a folder. */
  readonly change?: ((project: Project) => Project) | undefined;
  /** What kind of org it is; a Developer Edition by default. */
  readonly organization?: OrganizationPlan | undefined;
}

/** A query for `Org.query`. */
export interface OrgQuery {
  readonly soql: string;
  readonly binds?: ReadonlyMap<string, FieldValue | readonly FieldValue[]>;
  /** Deleted records too. */
  readonly allRows?: boolean;
}

/**
 * A local Salesforce org. Every call runs as a user, with that user's permissions. `project` and `schema` are those of
 * the moment: `reload` changes them.
 */
export interface Org {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly clock: Clock;
  /** 18 characters. */
  readonly organizationId: string;
  /** When the present project was taken up, in milliseconds since 1970. */
  readonly changedAt: number;
  /** @throws QueryError in the platform's words */
  query(userId: string, query: OrgQuery): Promise<QueryResult>;
  /** Searches by SOSL. @throws QueryError */
  search(userId: string, sosl: string): Promise<SearchHits[]>;
  /** How SQLite would find what a query asks for, one step a line. @throws QueryError */
  explain(userId: string, soql: string): Promise<string[]>;
  /** Saves records as the REST API does: user mode, triggers, rules. @throws DmlRequestError */
  save(userId: string, request: DmlRequest): Promise<DmlResult[]>;
  /** Deletes records as `save` does, and leaves nothing in the recycle bin. @throws DmlRequestError */
  hardDelete(userId: string, request: DmlRequest): Promise<DmlResult[]>;
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
  /** Runs `emailSimple` or `customNotificationAction`: what they send is kept, see `messages`. @throws ApexCallError */
  standardAction(userId: string, call: StandardActionRequest): Promise<FlowResult[]>;
  /** Answers a request to an Apex REST class. @throws ApexCallError */
  apexRest(userId: string, request: RestRequestData): Promise<RestResponseData>;
  executeAnonymous(userId: string, text: string): Promise<AnonymousOutcome>;
  /** Runs Apex tests; they see nothing of the org's records. */
  runTests(selection?: TestSelection & { readonly coverage?: boolean }): Promise<TestRun>;
  /**
   * Takes up a changed project, or another one, and keeps the records: waits for running calls, lets new ones wait.
   * When it cannot be, the org goes on as before.
   * @param next a folder or what `prepareProject` made of one; the present folder unless given
   * @throws UserError for metadata that cannot be, and data that do not fit it
   * @throws ApexCompileError with every mistake in the Apex
   */
  reload(next?: string | PreparedProject): Promise<void>;
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
  const { clock = systemClock, log = consoleLog } = options;
  const isTemporary = options.dataFolder === undefined;
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'org-'));
  const file = join(folder, 'org.sqlite');
  const cleanUp = (): void => {
    if (isTemporary) rmSync(folder, { recursive: true, force: true });
  };
  const prepare = async (projectFolder: string): Promise<PreparedProject> => {
    const keyPrefixes = readKeyPrefixes(file);
    const cacheFolder = options.cacheFolder ?? (isTemporary ? undefined : join(folder, 'cache'));
    const { change } = options;
    const prepared = await prepareProject({ projectFolder, cacheFolder, keyPrefixes, change });
    return prepared;
  };
  const running = { ...withDefaults(options), clock, log, folder, file };
  try {
    const first = await startRunning(running, await prepare(options.projectFolder));
    return orgFace({ options: running, first, prepare, cleanUp });
  } catch (error) {
    cleanUp();
    throw error;
  }
}

function withDefaults(options: OrgOptions) {
  const { random, patience = defaultPatience, instanceUrl = 'http://localhost:4000' } = options;
  const { calloutRewrites = new Map<string, string>(), organization = localOrganization } = options;
  return { random, patience, instanceUrl, rewrites: calloutRewrites, organization };
}
