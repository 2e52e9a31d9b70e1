import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexMap } from '../../../apex/runtime/index.ts';
import type { LimitName } from '../../limits/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';

/** Names in the `Limits` class where they are not the counter's own name. */
const apexNames: Readonly<Record<string, LimitName>> = {
  AggregateQueries: 'aggregateQueries',
  ApexCursorRows: 'apexCursorRows',
  AsyncCalls: 'asyncCalls',
  Callouts: 'callouts',
  CpuTime: 'cpuTime',
  DmlRows: 'dmlRows',
  DmlStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FetchCallsOnApexCursor: 'fetchCallsOnApexCursor',
  FutureCalls: 'futureCalls',
  HeapSize: 'heapSize',
  MobilePushApexCalls: 'mobilePushCalls',
  PublishImmediateDML: 'publishImmediateDml',
  Queries: 'queries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'queryRows',
  QueueableJobs: 'queueableJobs',
  SoslQueries: 'soslQueries'
};

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_limits.htm */
const limits = nativeClass(
  'Limits',
  Object.fromEntries(
    Object.entries(apexNames).flatMap(([name, limit]) => [
      [
        `static Integer get${name}()`,
        (context: ApexContext) => hostOf(context).transaction.limits.used(limit)
      ],
      [
        `static Integer getLimit${name}()`,
        (context: ApexContext) => hostOf(context).transaction.limits.maximum(limit)
      ]
    ])
  )
);

interface OrgLimit {
  readonly name: string;
  readonly limit: number;
}

/** Limits of a Developer Edition org, for code that shows them. The local org does not count them. */
const orgLimits: readonly OrgLimit[] = [
  { name: 'DailyApiRequests', limit: 15_000 },
  { name: 'DailyAsyncApexExecutions', limit: 250_000 },
  { name: 'DailyWorkflowEmails', limit: 385 },
  { name: 'DataStorageMB', limit: 5 },
  { name: 'FileStorageMB', limit: 20 },
  { name: 'SingleEmail', limit: 15 }
];

export const limitTypes = [
  limits,
  nativeClass('OrgLimits', {
    'static Map<String, OrgLimit> getMap()': () =>
      new ApexMap(
        'String',
        'OrgLimit',
        orgLimits.map((each) => [each.name, new PlatformObject('OrgLimit', each)])
      )
  }),
  nativeClass(
    'OrgLimit',
    getters<OrgLimit>({
      'String getName()': ({ name }) => name,
      'Integer getLimit()': ({ limit }) => limit,
      'Integer getValue()': () => 0
    })
  )
];
