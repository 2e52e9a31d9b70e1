import type { SchemaPort } from '../../apex/index.ts';
import {
  storeSchema,
  orgJobs,
  finishTransaction,
  abandonTransaction,
  jobWorker
} from '../async/index.ts';
import type { JobWorker, UnitOptions } from '../async/index.ts';
import type { CalloutTransport, SecretStore } from '../callouts/index.ts';
import { createObjectPlans } from '../dml/index.ts';
import { failureOf, OrgHost, recordBridge } from '../runtime/index.ts';
import type { ApexFailure, OrgServices, TestState, Transaction } from '../runtime/index.ts';
import type { Project } from '../metadata/index.ts';
import { createOrgFormulas } from '../formula/index.ts';
import { sharingCondition } from '../sharing/index.ts';
import { createQueryEngine } from '../soql/index.ts';
import type { QueryEngine } from '../soql/index.ts';
import { openStore } from '../store/index.ts';
import type { SqliteStore } from '../store/index.ts';
import type { Clock, Log, Random } from '../../shared/index.ts';
import { dmlContexts } from './dmlContexts.ts';
import { calloutMetadata, orgFacts } from './facts.ts';
import { orgFlows } from './flows.ts';
import { invokeApexAction } from './invocable.ts';
import { policies } from './policies.ts';
import { loadInto } from './program.ts';
import type { LoadedApex } from './program.ts';
import type { CompiledProgram } from '../../apex/load/index.ts';
import { calloutSettingsFor } from './settings.ts';
import { sharedCache } from './sharedCache.ts';
import { transactionFactory } from './transactions.ts';
import { userNamed, userOfRecord } from './users.ts';

export interface CoreOptions {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly compiled: CompiledProgram;
  /** SQLite file; in memory when there is none. */
  readonly file: string | undefined;
  /** How long a write waits for another transaction, in milliseconds; 10 seconds when it is not said. */
  readonly lockWait?: number | undefined;
  readonly clock: Clock;
  /** Real time, for CPU limits. */
  readonly stopwatch: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly transport: CalloutTransport;
  readonly secrets: SecretStore;
  /** Base URL → where requests really go. */
  readonly rewrites: ReadonlyMap<string, string>;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly instanceUrl: string;
}

/** How a transaction ended; its debug log in either case. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly log: string }
  | {
      readonly kind: 'failed';
      readonly failure: ApexFailure;
      readonly error: unknown;
      readonly log: string;
    };

/** An org in one thread: records, Apex and jobs. */
export interface OrgCore {
  readonly host: OrgHost;
  readonly services: OrgServices;
  readonly store: SqliteStore;
  readonly engine: QueryEngine;
  readonly apex: LoadedApex;
  readonly jobs: JobWorker;
  /** Runs `work` as one transaction that is committed, or rolled back when it throws. */
  transact<T>(options: UnitOptions, work: (transaction: Transaction) => T): Outcome<T>;
  /** A transaction that nobody ends; for tests. */
  begin(options: UnitOptions, test?: TestState): Transaction;
  close(): void;
}

/**
 * Opens an org over its records.
 * @throws UserError when the records cannot be opened
 */
export function openCore(options: CoreOptions): OrgCore {
  const { schema, clock, log, file, lockWait } = options;
  const store = openStore({ schema: storeSchema(schema), file, lockWait });
  const parts = wire(options, store);
  const { host, create } = parts;
  return {
    ...parts,
    store,
    services: host.services,
    jobs: jobWorker(host, create, log),
    begin: create,
    transact: (unit, work) => transact({ host, create, clock }, unit, work),
    close: () => store.close()
  };
}

function wire(options: CoreOptions, store: SqliteStore) {
  const { project, schema, clock, random } = options;
  const known = policies({ schema, store, clock });
  const formulas = createOrgFormulas({ schema, project });
  const engine = createQueryEngine({
    schema,
    store,
    formulas,
    sharing: (question) => sharingCondition({ schema, store }, question)
  });
  const host: OrgHost = new OrgHost(() => services);
  const user = userNamed(store);
  const create = transactionFactory({ ...options, user, policy: known.of });
  const apex = loadInto(options, host);
  const services: OrgServices = {
    schema,
    store,
    clock,
    random,
    plans: createObjectPlans(schema),
    bridge: recordBridge(schema),
    facts: orgFacts(options),
    cache: sharedCache(() => services, options.file),
    program: apex.program,
    context: apex.context,
    createStub: apex.createStub,
    invokeAction: (type, name, invocations) =>
      type.toLowerCase() === 'flow'
        ? services.flows.autolaunched(name, invocations)
        : invokeApexAction(apex.context, name, invocations),
    currentLine: apex.currentLine,
    describeError: (error) => apex.program.describeError(error),
    callouts: options.transport,
    calloutSettings: calloutSettingsFor(calloutMetadata(project), { ...options, store }),
    query: engine.executeQuery,
    search: (request) => engine.executeSearch(request),
    user,
    userFrom: userOfRecord(store),
    policy: known.of,
    jobs: orgJobs(host, create),
    flows: orgFlows(project, schema, host),
    ...dmlContexts(host, { policies: known, formulas })
  };
  return { host, create, engine, apex };
}

interface TransactSource {
  readonly host: OrgHost;
  readonly create: (options: UnitOptions) => Transaction;
  readonly clock: Clock;
}

function transact<T>(
  { host, create }: TransactSource,
  options: UnitOptions,
  work: (transaction: Transaction) => T
): Outcome<T> {
  const { services } = host;
  const transaction = create(options);
  try {
    services.program.resetStatics();
    services.context.sharing = 'with';
    const value = host.within(transaction, () => work(transaction));
    finishTransaction(host, transaction);
    return { kind: 'done', value, log: transaction.log.text() };
  } catch (error) {
    abandonTransaction(host, transaction);
    const failure = failureOf(services.describeError(error));
    transaction.log.event('FATAL_ERROR', `${failure.type}: ${failure.message}`, failure.stackTrace);
    return { kind: 'failed', failure, error, log: transaction.log.text() };
  }
}
