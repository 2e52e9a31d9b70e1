import { ApexException } from '../../apex/runtime/index.ts';
import type { OrgServices } from '../runtime/index.ts';
import type { StoredRow } from '../store/types.ts';
import { CronError, nextFireTime, parseCron } from './cron.ts';
import type { JobMachine } from './machine.ts';
import { instant } from './jobRecords.ts';
import { jobQueue } from './queue.ts';
import type { QueuedJob } from './queue.ts';

interface NewTrigger {
  readonly name: string;
  readonly cron: string;
  readonly userId: string;
  readonly timeZone: string;
}

/**
 * Creates the CronTrigger and CronJobDetail of a scheduled job.
 * @throws ApexException for an expression that is none, never fires, or a name that is taken
 */
export function createTrigger(
  services: OrgServices,
  trigger: NewTrigger
): { readonly id: string; readonly runAt: number } {
  const { store } = services;
  const { name, cron, userId, timeZone } = trigger;
  checkName(services, name);
  const runAt = firstTime(services, cron, timeZone);
  const detail = store.nextId('CronJobDetail');
  store.insert('CronJobDetail', [{ Id: detail, Name: name, JobType: '7' }]);
  const id = store.nextId('CronTrigger');
  store.insert('CronTrigger', [
    {
      Id: id,
      CronJobDetailId: detail,
      CronExpression: cron,
      NextFireTime: new Date(runAt).toISOString(),
      StartTime: instant(services),
      State: 'WAITING',
      TimesTriggered: 0,
      TimeZoneSidKey: timeZone,
      OwnerId: userId,
      CreatedById: userId,
      CreatedDate: instant(services),
      LastModifiedById: userId
    }
  ]);
  return { id, runAt };
}

function checkName({ store }: OrgServices, name: string): void {
  const details = store.find('CronJobDetail', 'Name', [name]).map((row) => String(row['Id']));
  const triggers = store.find('CronTrigger', 'CronJobDetailId', details);
  if (triggers.every((row) => row['State'] === 'DELETED')) return;
  const text = `The Apex job named "${name}" is already scheduled for execution.`;
  throw new ApexException('System.AsyncException', text);
}

function firstTime({ clock }: OrgServices, cron: string, timeZone: string): number {
  try {
    const next = nextFireTime(parseCron(cron), clock.now(), timeZone);
    if (next !== undefined) return next;
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    throw new ApexException('System.StringException', error.message);
  }
  const text = `Based on configured schedule, the given trigger '${cron}' will never fire.`;
  throw new ApexException('System.AsyncException', text);
}

/** Sets the next time of a trigger that fires now; a trigger that never fires again ends. */
export function rescheduleTrigger({ host, units }: JobMachine, job: QueuedJob): void {
  const { services } = host;
  units.run({ quiddity: 'UNDEFINED', userId: job.userId }, () => {
    const { store } = services;
    const id = job.triggerId ?? '';
    const [row] = store.get('CronTrigger', [id]);
    if (row === undefined) return jobQueue(store).remove(job.id);
    const next = nextTimeOf(row, services.clock.now());
    const times = Number(row['TimesTriggered'] ?? 0) + 1;
    const fired = { Id: id, TimesTriggered: times, PreviousFireTime: instant(services) };
    if (next === undefined) {
      jobQueue(store).remove(job.id);
      store.update('CronTrigger', [{ ...fired, State: 'COMPLETE', NextFireTime: null }]);
    } else {
      jobQueue(store).update(job.id, { runAt: next });
      const nextTime = new Date(next).toISOString();
      store.update('CronTrigger', [{ ...fired, State: 'WAITING', NextFireTime: nextTime }]);
    }
  });
}

function nextTimeOf(trigger: StoredRow, now: number): number | undefined {
  const { CronExpression: cron, TimeZoneSidKey: zone } = trigger;
  return nextFireTime(parseCron(String(cron)), now, typeof zone === 'string' ? zone : 'UTC');
}

/** A cron expression for one moment, in UTC. */
export function cronAt(time: number): string {
  const date = new Date(time);
  const parts = [date.getUTCSeconds(), date.getUTCMinutes(), date.getUTCHours()];
  return `${parts.join(' ')} ${date.getUTCDate()} ${date.getUTCMonth() + 1} ? ${date.getUTCFullYear()}`;
}
