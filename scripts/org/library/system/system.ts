import { nativeClass, nativeEnum } from '../../../apex/index.ts';
import {
  ApexVersion,
  assertEquals,
  assertNotEquals,
  assertTrue
} from '../../../apex/library/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexDate, ApexDatetime, ApexEnumValue } from '../../../apex/runtime/index.ts';
import { fieldsIn } from '../../../shared/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { debugMembers } from './debug.ts';
import { jobMembers } from './jobs.ts';

const quiddities = [
  ...['ANONYMOUS', 'AURA', 'BATCH_ACS', 'BATCH_APEX', 'BATCH_CHUNK_PARALLEL'],
  ...['BATCH_CHUNK_SERIAL', 'BULK_API', 'COMMERCE_INTEGRATION', 'DISCOVERABLE_LOGIN'],
  ...['FUNCTION_CALLBACK', 'FUTURE', 'INBOUND_EMAIL_SERVICE', 'INVOCABLE_ACTION', 'IOT'],
  ...['PLATFORM_EVENT_PUBLISH_CALLBACK', 'POST_INSTALL_SCRIPT', 'QUEUEABLE', 'QUICK_ACTION'],
  ...['REMOTE_ACTION', 'REST', 'RUNTEST_ASYNC', 'RUNTEST_DEPLOY', 'RUNTEST_SYNC', 'SCHEDULED'],
  ...[
    'SOAP',
    'SYNCHRONOUS',
    'TRANSACTION_FINALIZER_QUEUEABLE',
    'UNDEFINED',
    'VF',
    'EVENT_SUBSCRIBED'
  ]
];

const triggerOperations = [
  ...['BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE', 'AFTER_INSERT', 'AFTER_UPDATE'],
  ...['AFTER_DELETE', 'AFTER_UNDELETE']
];

const readWriteModes = ['DEFAULT', 'READ_ONLY'];

function today(context: ApexContext): ApexDate {
  const { services, transaction } = hostOf(context);
  const { year, month, day } = fieldsIn(transaction.user.timeZone, services.clock.now());
  return ApexDate.of(year, month, day);
}

const timeMembers: NativeMembers = {
  'static Datetime now()': ({ clock }: ApexContext) => new ApexDatetime(clock.now()),
  'static Date today()': today,
  'static Long currentTimeMillis()': ({ clock }: ApexContext) => BigInt(clock.now())
};

const contextMembers: NativeMembers = {
  'static Version requestVersion()': () => new ApexVersion([0, 0, 0]),
  'static ApplicationReadWriteMode getApplicationReadWriteMode()': () =>
    new ApexEnumValue('ApplicationReadWriteMode', 'DEFAULT', 0),
  'static Integer purgeOldAsyncJobs(Date before)': (context: ApexContext, before: ApexDate) =>
    purgeJobs(context, before),
  'static Boolean isRunningElasticCompute()': () => false
};

function purgeJobs(context: ApexContext, before: ApexDate): number {
  const { store } = hostOf(context).services;
  const done = ['Completed', 'Failed', 'Aborted'];
  const rows = store.find('AsyncApexJob', 'Status', done);
  const old = rows.filter((row) => String(row['CompletedDate'] ?? '') < before.toIso());
  store.purge(
    'AsyncApexJob',
    old.map((row) => String(row['Id']))
  );
  return old.length;
}

/** Each with and without a message. */
function assertion(head: string, check: (...values: never[]) => void): NativeMembers {
  const body = (_context: ApexContext, ...values: never[]): void => check(...values);
  return { [`static void ${head})`]: body, [`static void ${head}, Object message)`]: body };
}

const assertMembers: NativeMembers = {
  ...assertion('assert(Boolean condition', assertTrue),
  ...assertion('assertEquals(Object expected, Object actual', assertEquals),
  ...assertion('assertNotEquals(Object expected, Object actual', assertNotEquals)
};

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_system.htm */
const system = nativeClass('System', {
  ...debugMembers,
  ...assertMembers,
  ...timeMembers,
  ...jobMembers,
  ...contextMembers
});

const requestType = nativeClass('Request', {
  'static Request getCurrent()': () => new PlatformObject('Request', {}),
  'String getRequestId()': (context: ApexContext) => hostOf(context).transaction.requestId,
  'Quiddity getQuiddity()': (context: ApexContext) => {
    const { quiddity } = hostOf(context).transaction;
    return new ApexEnumValue('Quiddity', quiddity, quiddities.indexOf(quiddity));
  }
});

const installContext = nativeClass('InstallContext', {
  'Id installerId()': (context: ApexContext) => hostOf(context).transaction.user.userId,
  'Id organizationId()': (context: ApexContext) => hostOf(context).services.facts.organizationId,
  'Boolean isPush()': (_context: ApexContext, self: PlatformObject<InstallData>) =>
    self.data.isPush,
  'Boolean isUpgrade()': (_context: ApexContext, self: PlatformObject<InstallData>) =>
    self.data.previous !== null,
  'Version previousVersion()': (_context: ApexContext, self: PlatformObject<InstallData>) =>
    self.data.previous
});

interface InstallData {
  readonly isPush: boolean;
  readonly previous: ApexVersion | null;
}

/** What `InstallHandler.onInstall` receives. */
export function newInstallContext(data: InstallData): PlatformObject<InstallData> {
  return new PlatformObject('InstallContext', data);
}

export const systemTypes = [
  system,
  requestType,
  installContext,
  nativeEnum('Quiddity', quiddities),
  nativeEnum('ApplicationReadWriteMode', readWriteModes),
  nativeEnum('TriggerOperation', triggerOperations)
];
