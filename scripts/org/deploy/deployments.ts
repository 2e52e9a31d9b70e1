import { UserError } from '../../shared/index.ts';
import { namedId } from '../schema/index.ts';
import { DeployError } from './deployError.ts';
import type { DeployPorts } from './deployPorts.ts';
import { DeployRecord } from './deployRecord.ts';
import { CanceledError } from './deployRecord.ts';
import { runDeployment } from './runDeployment.ts';
import type { DeployOptions, DeployResult } from './types.ts';
import { ZipError } from './zip/index.ts';

/** The deployments of an org, one after the other. */
export interface Deployments {
  /** @returns the deployment's id, at once */
  start(userId: string, zip: Buffer, options: DeployOptions): string;
  /**
   * Deploys what was validated with tests before.
   * @throws DeployError for what was not
   */
  quick(userId: string, validationId: string): string;
  /** Stops a deployment before it changes anything. @throws DeployError for an unknown or finished one */
  cancel(userId: string, id: string): void;
  /** @throws DeployError for an unknown one */
  status(id: string): DeployResult;
  /** Resolves when it is done. */
  finished(id: string): Promise<void>;
}

/** How many finished deployments can still be asked for. */
const mostKept = 200;

export function createDeployments(ports: DeployPorts): Deployments {
  const records = new Map<string, DeployRecord>();
  let last: Promise<void> = Promise.resolve();
  const find = (id: string): DeployRecord => {
    const record = records.get(id) ?? [...records.values()].find((each) => each.id.startsWith(id));
    if (record !== undefined && id.length >= 15) return record;
    throw new DeployError('INVALID_CROSS_REFERENCE_KEY', `no deployment with the id ${id}`);
  };
  const start = (userId: string, zip: Buffer, options: DeployOptions): string => {
    const now = ports.org.clock.now();
    const id = namedId('0Af', `${String(now)} ${String(records.size)}`);
    const record = new DeployRecord({ id, userId, zip, options, clock: ports.org.clock });
    records.set(id, record);
    for (const old of [...records.keys()].slice(0, -mostKept)) records.delete(old);
    record.finished = last.then(() => run(record, ports));
    last = record.finished;
    return id;
  };
  return {
    start,
    quick: (userId, validationId) => {
      const { zip, options, result } = find(validationId);
      const isValidated = options.checkOnly && result.status === 'Succeeded';
      if (!isValidated || options.testLevel === 'NoTestRun') {
        throw new DeployError('INVALID_ID_FIELD', `${validationId} is no validation with tests`);
      }
      if (isOld(result, ports.org.clock.now())) {
        throw new DeployError('INVALID_ID_FIELD', `${validationId} was validated too long ago`);
      }
      const quick = { checkOnly: false, testLevel: 'NoTestRun', isValidated: true } as const;
      return start(userId, zip, { ...options, ...quick });
    },
    cancel: (userId, id) => find(id).cancel(userId),
    status: (id) => find(id).result,
    finished: (id) => find(id).finished
  };
}

/** A validation holds for ten days. */
const validity = 10 * 24 * 60 * 60 * 1000;

function isOld({ completedDate = '' }: DeployResult, now: number): boolean {
  return now - Date.parse(completedDate) > validity;
}

async function run(record: DeployRecord, ports: DeployPorts): Promise<void> {
  try {
    record.checkpoint();
    const user = await ports.org.user(record.userId);
    record.started(user.name);
    record.succeeded(await runDeployment(record, ports));
  } catch (error) {
    if (error instanceof CanceledError) record.canceled();
    else record.failed(refusalOf(error, ports));
  }
}

function refusalOf(error: unknown, { log }: DeployPorts): DeployError {
  if (error instanceof DeployError) return error;
  if (error instanceof ZipError) return new DeployError('INVALID_FILE_EXTENSION', error.message);
  if (error instanceof UserError) return new DeployError('INVALID_PACKAGE', error.describe());
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error(`A deployment ended with a fault of the local org: ${message}`);
  return new DeployError('UNKNOWN_EXCEPTION', message);
}
