import { nativeClass, nativeEnum, nativeInterface } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexEnumValue } from '../../../apex/runtime/index.ts';
import type { ApexException } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';

interface JobContext {
  readonly jobId: string;
  /** The batch's chunk, where there is one. */
  readonly childJobId: string;
}

interface FinalizerContextData {
  readonly jobId: string;
  readonly error: ApexException | null;
}

const parentJobResults = ['SUCCESS', 'UNHANDLED_EXCEPTION'];

/** The implementations that the platform passes to jobs; each interface is open to tests. */
const names = {
  queueable: 'QueueableContextImplementation',
  batch: 'Database.BatchableContextImplementation',
  scheduled: 'SchedulableContextImplementation',
  finalizer: 'FinalizerContextImplementation'
} as const;

/** What `execute` of a Queueable, a Batchable or a Schedulable receives. */
export function jobContext(
  kind: 'queueable' | 'batch' | 'scheduled',
  jobId: string
): PlatformObject<JobContext> {
  return new PlatformObject(names[kind], { jobId, childJobId: jobId });
}

/** What `execute` of a Finalizer receives. */
export function finalizerContext(data: FinalizerContextData): PlatformObject<FinalizerContextData> {
  return new PlatformObject(names.finalizer, data);
}

function parentJobResult({ error }: FinalizerContextData): ApexEnumValue {
  const name = error === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION';
  return new ApexEnumValue('ParentJobResult', name, parentJobResults.indexOf(name));
}

export const contextTypes = [
  nativeInterface('Queueable', ['void execute(QueueableContext context)']),
  nativeInterface('QueueableContext', ['Id getJobId()']),
  nativeClass(names.queueable, getters<JobContext>({ 'Id getJobId()': ({ jobId }) => jobId }), {
    interfaces: ['QueueableContext']
  }),
  nativeInterface('Database.BatchableContext', ['Id getJobId()', 'Id getChildJobId()']),
  nativeClass(
    names.batch,
    getters<JobContext>({
      'Id getJobId()': ({ jobId }) => jobId,
      'Id getChildJobId()': ({ childJobId }) => childJobId
    }),
    { interfaces: ['Database.BatchableContext'] }
  ),
  nativeInterface('Schedulable', ['void execute(SchedulableContext context)']),
  nativeInterface('SchedulableContext', ['Id getTriggerId()']),
  nativeClass(names.scheduled, getters<JobContext>({ 'Id getTriggerId()': ({ jobId }) => jobId }), {
    interfaces: ['SchedulableContext']
  }),
  nativeInterface('Finalizer', ['void execute(FinalizerContext context)']),
  nativeInterface('FinalizerContext', [
    ...['Id getAsyncApexJobId()', 'Exception getException()', 'ParentJobResult getResult()'],
    'String getRequestId()'
  ]),
  nativeClass(
    names.finalizer,
    getters<FinalizerContextData>({
      'Id getAsyncApexJobId()': ({ jobId }) => jobId,
      'Exception getException()': ({ error }) => error,
      'ParentJobResult getResult()': parentJobResult,
      'String getRequestId()': (_data, context) => hostOf(context).transaction.requestId
    }),
    { interfaces: ['FinalizerContext'] }
  ),
  nativeEnum('ParentJobResult', parentJobResults),
  nativeClass('AsyncInfo', {
    'static Boolean hasMaxStackDepth()': (context: ApexContext) =>
      hostOf(context).transaction.job?.maximumDepth !== undefined,
    'static Integer getCurrentQueueableStackDepth()': (context: ApexContext) =>
      hostOf(context).transaction.job?.depth ?? 0,
    'static Integer getMaximumQueueableStackDepth()': (context: ApexContext) =>
      hostOf(context).transaction.job?.maximumDepth ?? null,
    'static Integer getMinimumQueueableDelayInMinutes()': () => 0
  }),
  nativeInterface('InstallHandler', ['void onInstall(InstallContext context)']),
  nativeInterface('UninstallHandler', ['void onUninstall(UninstallContext context)']),
  nativeInterface('UninstallContext', ['Id uninstallerId()', 'Id organizationId()']),
  nativeClass(
    'UninstallContextImplementation',
    {
      'Id uninstallerId()': (context: ApexContext) => hostOf(context).transaction.user.userId,
      'Id organizationId()': (context: ApexContext) => hostOf(context).services.facts.organizationId
    },
    { interfaces: ['UninstallContext'] }
  )
];
