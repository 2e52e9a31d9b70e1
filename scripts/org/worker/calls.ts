import { executeDml } from '../dml/index.ts';
import type { DmlRequest, DmlResult } from '../dml/index.ts';
import { newRestRequest, newRestResponse } from '../library/index.ts';
import { failureOf } from '../runtime/index.ts';
import type { ApexFailure, Quiddity, Transaction } from '../runtime/index.ts';
import { apexActions } from './apexActions.ts';
import type { ApexAction } from './apexActions.ts';
import { callAura } from './aura.ts';
import type { AuraRequest } from './aura.ts';
import type { OrgCore } from './core.ts';
import { ApexCallError } from './errors.ts';
import { callFlow } from './flowCall.ts';
import type { FlowRequest, FlowResult } from './flowCall.ts';
import { heldTransactionCalls } from './heldTransaction.ts';
import type { HeldTransactionCalls } from './heldTransaction.ts';
import { callInvocable } from './invocable.ts';
import type { InvocableRequest, InvocableResult } from './invocable.ts';
import { answerRest } from './restCall.ts';
import type { RestRequestData, RestResponseData } from './restCall.ts';
import { callStandardAction } from './standardAction.ts';
import type { StandardActionRequest } from './standardAction.ts';

/** What `executeAnonymous` of the APIs tells. */
export interface AnonymousOutcome {
  readonly compiled: boolean;
  readonly compileProblem: string | null;
  readonly success: boolean;
  /** Of the problem or exception; -1 without one. */
  readonly line: number;
  readonly column: number;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
  readonly log: string;
}

/** How far the queue of asynchronous work has come. */
export interface QueueState {
  /** Was anything done? */
  readonly worked: boolean;
  /** When the next work is due, in milliseconds since 1970. */
  readonly nextDue: number | undefined;
}

/** Everything that another thread may ask of an org. Each is a transaction of its own, unless one is held open. */
export interface CoreCalls extends HeldTransactionCalls {
  save(userId: string, request: DmlRequest): DmlResult[];
  /** Deletes records for good, past the recycle bin. */
  hardDelete(userId: string, request: DmlRequest): DmlResult[];
  invokeAura(userId: string, request: AuraRequest): unknown;
  invokeAction(userId: string, request: InvocableRequest): InvocableResult[];
  actions(): ApexAction[];
  runFlow(userId: string, request: FlowRequest): FlowResult[];
  standardAction(userId: string, request: StandardActionRequest): FlowResult[];
  apexRest(userId: string, request: RestRequestData): RestResponseData;
  executeAnonymous(userId: string, text: string): AnonymousOutcome;
  /** Runs queued work for about `milliseconds`. */
  runQueue(milliseconds: number): QueueState;
}

/** The calls over an org in this thread. */
export function coreCalls(core: OrgCore): CoreCalls {
  return {
    ...heldTransactionCalls(core),
    save: (userId, request) =>
      inTransaction(core, { quiddity: 'SYNCHRONOUS', userId }, saving(core, request)),
    hardDelete: (userId, request) =>
      inTransaction(core, { quiddity: 'SYNCHRONOUS', userId }, (transaction) => {
        const results = saving(core, { ...request, operation: 'delete' })(transaction);
        purge(core, request, results);
        return results;
      }),
    invokeAura: (userId, request) =>
      inTransaction(core, { quiddity: 'AURA', userId }, () =>
        callAura(core.services.context, request)
      ),
    invokeAction: (userId, request) =>
      inTransaction(core, { quiddity: 'INVOCABLE_ACTION', userId }, () =>
        callInvocable(core.services.context, request)
      ),
    actions: () => apexActions(core.services.context),
    runFlow: (userId, request) =>
      inTransaction(core, { quiddity: 'INVOCABLE_ACTION', userId }, () =>
        callFlow(core.services.context, request)
      ),
    standardAction: (userId, request) =>
      inTransaction(core, { quiddity: 'INVOCABLE_ACTION', userId }, () =>
        callStandardAction(core.services.context, request)
      ),
    apexRest: (userId, request) =>
      inTransaction(core, { quiddity: 'REST', userId }, (transaction) => {
        transaction.rest = { request: newRestRequest(), response: newRestResponse() };
        return answerRest(core.services.context, request);
      }),
    executeAnonymous: (userId, text) => executeAnonymous(core, userId, text),
    runQueue: (milliseconds) => runQueue(core, milliseconds)
  };
}

interface CallUser {
  readonly quiddity: Quiddity;
  readonly userId: string;
}

function inTransaction<T>(core: OrgCore, user: CallUser, work: (transaction: Transaction) => T): T {
  const outcome = core.transact(user, work);
  if (outcome.kind === 'done') return outcome.value;
  throw outcome.error instanceof Error && !isApex(outcome.error)
    ? outcome.error
    : new ApexCallError(outcome.failure);
}

function isApex(error: Error): boolean {
  return failureOf(error).type !== 'System.UnexpectedException';
}

function saving(core: OrgCore, request: DmlRequest): (transaction: Transaction) => DmlResult[] {
  return (transaction) => {
    const context = core.services.dmlContext(transaction);
    const results = executeDml({ ...context, origin: 'api' }, request);
    if (transaction.dml.firstSetupObject !== undefined) core.services.forgetPolicies();
    return results;
  };
}

function purge({ store }: OrgCore, { records }: DmlRequest, results: readonly DmlResult[]): void {
  for (const [object, group] of Map.groupBy(results, (_result, at) => records[at]?.object ?? '')) {
    const ids = group.flatMap(({ success, id }) => (success && id !== undefined ? [id] : []));
    if (ids.length > 0) store.purge(object, ids);
  }
}

const nothing = {
  compiled: true,
  compileProblem: null,
  success: true,
  line: -1,
  column: -1,
  exceptionMessage: null,
  exceptionStackTrace: null,
  log: ''
};

function executeAnonymous(core: OrgCore, userId: string, text: string): AnonymousOutcome {
  const { errors, run } = core.apex.anonymous(text);
  const [problem] = errors;
  if (run === undefined) {
    const { line = 1, column = 1, message = null } = problem ?? {};
    const failed = { compiled: false, success: false, compileProblem: message };
    return { ...nothing, ...failed, line, column };
  }
  const outcome = core.transact({ quiddity: 'ANONYMOUS', userId }, run);
  if (outcome.kind === 'done') return { ...nothing, log: outcome.log };
  return { ...nothing, ...exceptionOf(outcome.failure), success: false, log: outcome.log };
}

function exceptionOf({ type, message, stackTrace }: ApexFailure) {
  const [, line = '-1', column = '-1'] = /line (\d+), column (\d+)/.exec(stackTrace) ?? [];
  return {
    exceptionMessage: `${type}: ${message}`,
    exceptionStackTrace: stackTrace,
    line: Number(line),
    column: Number(column)
  };
}

function runQueue(core: OrgCore, milliseconds: number): QueueState {
  const { clock } = core.services;
  const end = clock.now() + milliseconds;
  let worked = false;
  while (core.jobs.runNext()) {
    worked = true;
    if (clock.now() > end) break;
  }
  return { worked, nextDue: core.jobs.nextDue() };
}
