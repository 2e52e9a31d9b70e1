import type { Clock } from '../../shared/index.ts';
import { DeployError } from './deployError.ts';
import type { DeploymentJob, DeploymentOutcome } from './runDeployment.ts';
import { noTests } from './testResult.ts';
import type { DeployDetails, DeployOptions, DeployResult } from './types.ts';

/** Somebody has canceled the deployment. */
export class CanceledError extends Error {}

interface RecordSource {
  readonly id: string;
  readonly userId: string;
  readonly zip: Buffer;
  readonly options: DeployOptions;
  readonly clock: Clock;
}

/** One deployment and what is known of it. */
export class DeployRecord implements DeploymentJob {
  readonly id: string;
  readonly userId: string;
  readonly zip: Buffer;
  readonly options: DeployOptions;
  finished: Promise<void> = Promise.resolve();
  result: DeployResult;
  readonly #clock: Clock;
  #canceledBy: string | undefined;

  constructor({ id, userId, zip, options, clock }: RecordSource) {
    this.id = id;
    this.userId = userId;
    this.zip = zip;
    this.options = options;
    this.#clock = clock;
    this.result = firstResult({ id, userId, options }, this.#now());
  }

  progress(details: DeployDetails, stateDetail: string): void {
    this.#update({ ...countsOf(details), details, stateDetail });
  }

  checkpoint(): void {
    if (this.#canceledBy !== undefined) throw new CanceledError();
  }

  started(userName: string): void {
    this.#update({ status: 'InProgress', createdByName: userName, startDate: this.#now() });
  }

  succeeded({ status, details }: DeploymentOutcome): void {
    this.#done({ status, success: status !== 'Failed', ...countsOf(details), details });
  }

  failed({ statusCode, message }: DeployError): void {
    this.#done({ status: 'Failed', errorStatusCode: statusCode, errorMessage: message });
  }

  /** @throws DeployError when it is too late */
  cancel(userId: string): void {
    if (this.result.done) {
      throw new DeployError('INVALID_ID_FIELD', 'Deployment already completed');
    }
    this.#canceledBy = userId;
  }

  canceled(): void {
    const { createdByName } = this.result;
    this.#done({
      status: 'Canceled',
      ...(this.#canceledBy !== undefined && { canceledBy: this.#canceledBy }),
      canceledByName: createdByName
    });
  }

  #done(change: Partial<DeployResult>): void {
    this.#update({ stateDetail: undefined, ...change, done: true, completedDate: this.#now() });
  }

  #update(change: Partial<DeployResult>): void {
    this.result = { ...this.result, ...change, lastModifiedDate: this.#now() };
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}

function firstResult(
  { id, userId, options }: Pick<RecordSource, 'id' | 'userId' | 'options'>,
  now: string
): DeployResult {
  const details = { componentSuccesses: [], componentFailures: [], runTestResult: noTests };
  return {
    id,
    done: false,
    status: 'Pending',
    success: false,
    checkOnly: options.checkOnly,
    ignoreWarnings: false,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: options.testLevel !== 'NoTestRun',
    createdBy: userId,
    createdByName: '',
    createdDate: now,
    startDate: now,
    lastModifiedDate: now,
    ...countsOf(details),
    details
  };
}

type Counts = Pick<
  DeployResult,
  | 'numberComponentsTotal'
  | 'numberComponentsDeployed'
  | 'numberComponentErrors'
  | 'numberTestsTotal'
  | 'numberTestsCompleted'
  | 'numberTestErrors'
>;

function countsOf({ componentSuccesses, componentFailures, runTestResult }: DeployDetails): Counts {
  const deployed = componentSuccesses.filter(({ componentType }) => componentType !== '').length;
  const { numTestsRun, numFailures } = runTestResult;
  return {
    numberComponentsTotal: deployed + componentFailures.length,
    numberComponentsDeployed: deployed,
    numberComponentErrors: componentFailures.length,
    numberTestsTotal: numTestsRun,
    numberTestsCompleted: numTestsRun - numFailures,
    numberTestErrors: numFailures
  };
}
