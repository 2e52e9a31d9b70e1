import { failureOf } from '../runtime/index.ts';
import type { OrgHost } from '../runtime/index.ts';
import type { Log } from '../../shared/index.ts';
import { executeJob } from './execute.ts';
import type { JobMachine } from './machine.ts';
import { jobQueue } from './queue.ts';
import { committingUnits } from './unit.ts';
import type { TransactionFactory } from './unit.ts';

/** Works through an org's queue. */
export interface JobWorker {
  /** Runs the first piece of work that is due. False when there is none. */
  runNext(): boolean;
  /** When the next piece of work is due, in milliseconds since 1970; undefined when the queue is empty. */
  nextDue(): number | undefined;
}

/** A worker that commits each piece of work by itself. */
export function jobWorker(host: OrgHost, create: TransactionFactory, log: Log): JobWorker {
  const machine: JobMachine = {
    host,
    units: committingUnits(host, create),
    failed: (what, error) => {
      const { type, message } = failureOf(error);
      log.warn(`${what} failed: ${type}: ${message}`);
    }
  };
  return {
    runNext() {
      const { store, clock } = host.services;
      const first = jobQueue(store).firstDue(clock.now());
      if (first === undefined) return false;
      executeJob(machine, first);
      return true;
    },
    nextDue: () => jobQueue(host.services.store).nextTime()
  };
}
