import { failureOf } from '../runtime/index.ts';
import type { ApexFailure, OrgServices, TestState, Transaction } from '../runtime/index.ts';
import type { OrgCore } from '../worker/core.ts';
import type { TestClass } from './findTests.ts';
import type { TestOutcome } from './types.ts';

/** Where a class's tests run, and as whom. */
export interface TestPlace {
  readonly core: OrgCore;
  readonly userId: string;
  /** Real milliseconds, for durations. */
  readonly now: () => number;
}

/**
 * Runs the tests of one class. Each sees what @TestSetup made and nothing of the others; nothing is committed.
 * @param report told of each test as it ends
 */
export function runTestClass(
  place: TestPlace,
  test: TestClass,
  report: (outcome: TestOutcome) => void
): void {
  const { store } = place.core;
  const start = store.savepoint();
  try {
    const failure = runSetups(place, test);
    for (const method of test.methods) {
      report(
        failure === undefined ? runMethod(place, test, method) : setupFailed(test, method, failure)
      );
    }
  } finally {
    store.rollbackTo(start);
    store.release(start);
    store.rollback();
  }
}

function newState(test: TestClass, { cache }: OrgServices): TestState {
  return {
    phase: 'before',
    calloutMock: undefined,
    fixedSearchResults: [],
    seeAllData: test.seeAllData,
    cache: cache.isolated(),
    publishCallbacks: []
  };
}

interface Attempt {
  readonly failure: ApexFailure | undefined;
  readonly transaction: Transaction;
}

/** One transaction with fresh statics; nobody ends it. */
function attempt({ core, userId }: TestPlace, test: TestClass, method: string): Attempt {
  const { host, services } = core;
  services.forgetPolicies();
  const transaction = core.begin({ quiddity: 'RUNTEST_SYNC', userId }, newState(test, services));
  try {
    host.within(transaction, () => {
      services.program.resetStatics();
      services.context.sharing = 'none';
      services.program.invokeStatic(test.name, method, []);
    });
    return { failure: undefined, transaction };
  } catch (error) {
    return { failure: failureOf(services.describeError(error)), transaction };
  }
}

function runSetups(place: TestPlace, test: TestClass): ApexFailure | undefined {
  for (const setup of test.setups) {
    const { failure } = attempt(place, test, setup);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function runMethod(place: TestPlace, test: TestClass, method: string): TestOutcome {
  const { store } = place.core;
  const savepoint = store.savepoint();
  const started = place.now();
  try {
    const { failure, transaction } = attempt(place, test, method);
    const durationMs = Math.round(place.now() - started);
    const named = { class: test.name, method, durationMs };
    if (failure === undefined) return { ...named, ...passed };
    return { ...named, ...failedWith(failure), log: transaction.log.text() };
  } finally {
    store.rollbackTo(savepoint);
    store.release(savepoint);
  }
}

const passed = { outcome: 'Pass', message: null, stack: null, log: null } as const;

function failedWith({ type, message, stackTrace }: ApexFailure) {
  return { outcome: 'Fail', message: `${type}: ${message}`, stack: stackTrace } as const;
}

function setupFailed(test: TestClass, method: string, failure: ApexFailure): TestOutcome {
  const { message, ...rest } = failedWith(failure);
  const text = `@TestSetup failed: ${message}`;
  return { class: test.name, method, durationMs: 0, ...rest, message: text, log: null };
}
