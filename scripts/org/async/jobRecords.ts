import { ApexDatetime } from '../../apex/runtime/index.ts';
import type { OrgServices } from '../runtime/index.ts';
import type { StoredRow } from '../store/types.ts';

/** `AsyncApexJob.JobType` */
export type JobType = 'BatchApex' | 'Future' | 'Queueable' | 'ScheduledApex' | 'BatchApexWorker';

export interface NewJobRecord {
  readonly type: JobType;
  readonly className: string;
  readonly methodName: string | undefined;
  readonly userId: string;
  readonly triggerId?: string | undefined;
}

/** Creates an AsyncApexJob, queued; gives its id. */
export function createJobRecord(services: OrgServices, job: NewJobRecord): string {
  const { store } = services;
  const id = store.nextId('AsyncApexJob');
  store.insert('AsyncApexJob', [
    {
      Id: id,
      JobType: job.type,
      ApexClassId: services.facts.apexClassId(job.className),
      MethodName: job.methodName ?? null,
      Status: 'Queued',
      JobItemsProcessed: 0,
      TotalJobItems: 0,
      NumberOfErrors: 0,
      CronTriggerId: job.triggerId ?? null,
      CreatedById: job.userId,
      CreatedDate: instant(services)
    }
  ]);
  return id;
}

/** Changes an AsyncApexJob; a final status also sets its end. */
export function updateJobRecord(
  services: OrgServices,
  id: string | undefined,
  changes: StoredRow
): void {
  if (id === undefined) return;
  const ended = ['Completed', 'Failed', 'Aborted'].includes(String(changes['Status']));
  const end: StoredRow = ended ? { CompletedDate: instant(services) } : {};
  services.store.update('AsyncApexJob', [{ Id: id, ...changes, ...end }]);
}

/** Now, as it is stored. */
export function instant({ clock }: OrgServices): string {
  return new ApexDatetime(clock.now()).toIso();
}
