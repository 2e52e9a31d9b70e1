import type { ApexContext, ProgramPort, SchemaPort } from '../../apex/index.ts';
import type { Clock, Random } from '../../shared/index.ts';
import type { CalloutSettings, CalloutTransport } from '../callouts/index.ts';
import type { DmlContext, ObjectPlans, RecordAccessPort, RecordFlowPort } from '../dml/index.ts';
import type { QueryRequest, QueryResult, SearchHits } from '../soql/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { Store, StoredRow } from '../store/types.ts';
import type { FlowSchedule, LaterPath } from '../flow/index.ts';
import type { RecordFormulas } from '../formula/index.ts';
import type { PlatformCache } from './cache.ts';
import type { RecordBridge } from './records.ts';
import type { Transaction } from './transaction.ts';

/** A field set as the project declares it. */
export interface FieldSetFacts {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly fields: readonly { readonly path: string; readonly required: boolean }[];
}

/** What `Test.loadData`, `PageReference` and the credential resolver read of the project. */
export interface OrgFacts {
  readonly namespace: string | undefined;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly instanceUrl: string;
  /** Static resources by name in lower case. */
  staticResource(name: string): Uint8Array | undefined;
  /** A field set of an object (canonical name), by name in any case. */
  fieldSet(object: string, name: string): FieldSetFacts | undefined;
  fieldSetNames(object: string): readonly string[];
  /** Fields of Lead and what they become, by the object that a lead is converted into. */
  leadMappings(): ReadonlyMap<string, readonly (readonly [string, string])[]>;
  /** The id of a component that `Organization`-like queries name, such as an Apex class. */
  apexClassId(name: string): string | null;
}

/** Asynchronous Apex, as the library asks for it. Works on the current transaction. */
export interface JobsPort {
  /** `System.enqueueJob`; the job's id. */
  enqueue(target: unknown, options: EnqueueOptions): string;
  /** A call of a `@future` method. */
  future(className: string, method: string, values: readonly unknown[]): void;
  /** `Database.executeBatch`; the job's id. */
  executeBatch(target: unknown, scopeSize: number): string;
  /** `System.scheduleBatch`; the id of the CronTrigger. */
  scheduleBatch(target: unknown, name: string, timing: { minutes: number; scope: number }): string;
  /** `System.schedule`; the id of the CronTrigger. */
  schedule(name: string, cron: string, target: unknown): string;
  /** `System.abortJob` */
  abort(id: string): void;
  /** Queues a path of a record-triggered flow. */
  flowPath(path: LaterPath): void;
  /** Queues a platform event for its subscribers. */
  publish(object: string, row: StoredRow): void;
  /** `Test.stopTest`: runs what the test has enqueued. */
  runForTest(): void;
  /** `Test.getEventBus().deliver()` */
  deliverEvents(): void;
}

/** The project's flows; all work on the current transaction. */
export interface FlowsPort {
  /** Undefined when there are none. */
  readonly records: RecordFlowPort | undefined;
  /** Runs the flows that subscribe to an event. */
  events(object: string, rows: readonly StoredRow[]): void;
  /** Active flows that their start elements schedule. */
  readonly scheduled: readonly { readonly name: string; readonly schedule: FlowSchedule }[];
  /** Runs one of them. */
  runScheduled(name: string): void;
  /** Runs a path that was kept for later. */
  later(path: LaterPath): void;
  /** Runs an autolaunched flow once for each input; undefined when there is no such flow. */
  autolaunched(
    name: string,
    inputs: readonly ReadonlyMap<string, unknown>[]
  ): readonly ActionOutcome[] | undefined;
}

/** What one invocation of an action gave. */
export interface ActionOutcome {
  readonly outputs: ReadonlyMap<string, unknown>;
  readonly errors: readonly string[];
}

export interface EnqueueOptions {
  readonly delayMinutes: number;
  readonly maximumDepth: number | undefined;
  readonly signature: string | undefined;
}

/** Everything beneath Apex in one thread. Made once; transactions come and go. */
export interface OrgServices {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** The user that event triggers run as. */
  readonly automatedProcessId: string | undefined;
  readonly plans: ObjectPlans;
  readonly bridge: RecordBridge;
  readonly facts: OrgFacts;
  readonly program: ProgramPort;
  readonly context: ApexContext;
  readonly callouts: CalloutTransport;
  readonly jobs: JobsPort;
  readonly cache: PlatformCache;
  /** `Invocable.Action.invoke`: `apex` or `flow`; undefined when there is no such action. */
  invokeAction(
    type: string,
    name: string,
    invocations: readonly ReadonlyMap<string, unknown>[]
  ): readonly ActionOutcome[] | undefined;
  /** `Test.createStub` */
  createStub(typeName: string, provider: unknown): unknown;
  /** Gives an error that left Apex its Apex frames. */
  describeError(error: unknown): unknown;
  /** The Apex line that runs now, for logs; 0 when it is not known. */
  currentLine(): number;
  calloutSettings(transaction: Transaction): CalloutSettings;
  query(request: QueryRequest): QueryResult;
  /** Runs SOSL: what was found of each object. @throws QueryError */
  search(request: QueryRequest): readonly SearchHits[];
  readonly flows: FlowsPort;
  rules(transaction: Transaction): RecordFormulas;
  access(transaction: Transaction): RecordAccessPort | undefined;
  /** The user that `System.runAs` was given; undefined for a package version. */
  userFrom(value: unknown): UserContext | undefined;
  /** @throws UserError when there is no such user */
  user(userId: string): UserContext;
  policy(user: UserContext): AccessPolicy;
  /** Users' permissions may have changed. */
  forgetPolicies(): void;
  /** The DML context of a transaction for its user at this moment. */
  dmlContext(transaction: Transaction): DmlContext;
}
