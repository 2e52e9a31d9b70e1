import type { ApexException, ApexList, ApexSObject } from '../../apex/runtime/index.ts';
import type { DmlTransaction } from '../dml/index.ts';
import type { CalloutRule, Limits } from '../limits/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { StoredRow } from '../store/types.ts';
import type { PlatformCache } from './cache.ts';
import type { DebugLog } from './debugLog.ts';

/** What started a transaction; https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_enum_System_Quiddity.htm */
export type Quiddity =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BATCH_APEX'
  | 'EVENT_SUBSCRIBED'
  | 'FUTURE'
  | 'INVOCABLE_ACTION'
  | 'POST_INSTALL_SCRIPT'
  | 'QUEUEABLE'
  | 'REST'
  | 'RUNTEST_SYNC'
  | 'SCHEDULED'
  | 'SYNCHRONOUS'
  | 'TRANSACTION_FINALIZER_QUEUEABLE'
  | 'UNDEFINED';

/** The job that a transaction runs for. */
export interface RunningJob {
  readonly id: string;
  /** How many jobs stand before it in its chain; 1 for the first. */
  readonly depth: number;
  readonly maximumDepth: number | undefined;
  /** Set by `System.attachFinalizer`. */
  finalizer: unknown;
}

/** What only an Apex test has. */
export interface TestState {
  phase: 'before' | 'started' | 'stopped';
  calloutMock: unknown;
  fixedSearchResults: readonly unknown[];
  readonly seeAllData: boolean;
  readonly cache: PlatformCache;
  /** Callbacks of `EventBus.publish` that have not been told yet. */
  readonly publishCallbacks: { readonly uuid: string; readonly callback: unknown }[];
}

export interface PublishedEvent {
  readonly object: string;
  readonly row: StoredRow;
}

/** What is let go after the commit. */
export interface AfterCommit {
  readonly events: PublishedEvent[];
  /** Let go whether or not the transaction commits. */
  readonly immediate: PublishedEvent[];
  readonly messages: OutgoingMessage[];
}

/** An e-mail or a notification; kept in the org, never sent. */
export interface OutgoingMessage {
  readonly kind: 'email' | 'notification';
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** A web request to an Apex REST class, and its answer. */
export interface RestExchange {
  readonly request: unknown;
  readonly response: unknown;
}

/** One Apex transaction: from its first statement to commit or rollback. */
export interface Transaction {
  readonly quiddity: Quiddity;
  /** `getRequestId` */
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  user: UserContext;
  policy: AccessPolicy;
  readonly limits: Limits;
  readonly callouts: CalloutRule;
  dml: DmlTransaction;
  readonly log: DebugLog;
  readonly job: RunningJob | undefined;
  readonly test: TestState | undefined;
  readonly afterCommit: AfterCommit;
  rest: RestExchange | undefined;
  /** Trigger contexts under way, innermost last. */
  readonly triggers: TriggerScope[];
}

export interface TriggerScope {
  readonly object: string;
  readonly records: readonly ApexSObject[];
}

export type { ApexException, ApexList };
