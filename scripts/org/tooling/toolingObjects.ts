import type { SchemaPort } from '../../apex/index.ts';
import { schemaOver, standardObject } from '../schema/index.ts';

/** Key prefix, label and fields (as in the catalogue of standard objects) of an object of the Tooling API. */
export type ToolingObject = readonly [prefix: string, label: string, fields: string];

const stamps = 'CreatedDate:datetime LastModifiedDate:datetime';

/** https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/reference_objects_list.htm */
const objects: Readonly<Record<string, ToolingObject>> = {
  ApexClass: [
    '01p',
    'Apex Class',
    `Id:id Name:string NamespacePrefix:string? ApiVersion:double Status:string IsValid:boolean Body:textarea? LengthWithoutComments:int ManageableState:string ${stamps}`
  ],
  ApexTrigger: [
    '01q',
    'Apex Trigger',
    `Id:id Name:string NamespacePrefix:string? ApiVersion:double Status:string IsValid:boolean Body:textarea? TableEnumOrId:string? LengthWithoutComments:int ManageableState:string ${stamps}`
  ],
  ApexClassOrTrigger: ['01z', 'Apex Class or Trigger', 'Id:id Name:string'],
  ApexTestRunResult: [
    '05m',
    'Apex Test Run Result',
    'Id:id AsyncApexJobId:string Status:string ClassesCompleted:int ClassesEnqueued:int MethodsCompleted:int MethodsEnqueued:int MethodsFailed:int StartTime:datetime EndTime:datetime? TestTime:int TestSetupTime:int IsAllTests:boolean JobName:string? Source:string? UserId:string CreatedDate:datetime'
  ],
  ApexTestQueueItem: [
    '709',
    'Apex Test Queue Item',
    'Id:id ApexClassId:reference?:ApexClass:ApexClass Status:string ExtendedStatus:string? ParentJobId:string TestRunResultId:reference?:ApexTestRunResult:TestRunResult ShouldSkipCodeCoverage:boolean CreatedDate:datetime'
  ],
  ApexTestResult: [
    '07M',
    'Apex Test Result',
    'Id:id ApexClassId:reference?:ApexClass:ApexClass ApexLogId:reference?:ApexLog:ApexLog ApexTestRunResultId:reference?:ApexTestRunResult:ApexTestRunResult AsyncApexJobId:string QueueItemId:reference?:ApexTestQueueItem:QueueItem IsTestSetup:boolean Message:textarea? MethodName:string Outcome:string RunTime:int StackTrace:textarea? TestTimestamp:datetime'
  ],
  ApexCodeCoverage: [
    '714',
    'Apex Code Coverage',
    'Id:id ApexTestClassId:reference?:ApexClass:ApexTestClass ApexClassOrTriggerId:reference?:ApexClassOrTrigger:ApexClassOrTrigger TestMethodName:string? NumLinesCovered:int NumLinesUncovered:int Coverage:textarea?'
  ],
  ApexCodeCoverageAggregate: [
    '715',
    'Apex Code Coverage Aggregate',
    'Id:id ApexClassOrTriggerId:reference?:ApexClassOrTrigger:ApexClassOrTrigger NumLinesCovered:int NumLinesUncovered:int Coverage:textarea?'
  ],
  ApexOrgWideCoverage: ['716', 'Apex Org Wide Coverage', 'Id:id PercentCovered:int'],
  ApexLog: [
    '07L',
    'Apex Debug Log',
    'Id:id Application:string DurationMilliseconds:int Location:string LogLength:int LogUserId:reference?:User:LogUser Operation:string Request:string StartTime:datetime Status:string Body:textarea? SystemModstamp:datetime LastModifiedDate:datetime'
  ],
  TraceFlag: [
    '7tf',
    'Trace Flag',
    'Id:id LogType:string? DebugLevelId:reference?:DebugLevel:DebugLevel TracedEntityId:string? StartDate:datetime? ExpirationDate:datetime?'
  ],
  DebugLevel: [
    '7dl',
    'Debug Level',
    'Id:id DeveloperName:string? MasterLabel:string? Language:string? ApexCode:string? ApexProfiling:string? Callout:string? Database:string? System:string? Validation:string? Visualforce:string? Workflow:string? Wave:string? Nba:string?'
  ],
  User: ['005', 'User', 'Id:id Name:string Username:string'],
  SourceMember: [
    '0MZ',
    'Source Member',
    'Id:id MemberIdOrName:string MemberId:string? MemberType:string MemberName:string IsNameObsolete:boolean IsNewMember:boolean RevisionCounter:int ChangedBy:string LastModifiedDate:datetime SystemModstamp:datetime'
  ]
};

/** The schema of what the Tooling API adds to an org's own objects. */
export function toolingSchema(): SchemaPort {
  return schemaOf(objects);
}

/** A schema of objects that are given as text. */
export function schemaOf(given: Readonly<Record<string, ToolingObject>>): SchemaPort {
  const known = new Set(Object.keys(given));
  const definitions = Object.entries(given).map(([name, [prefix, label, fields]]) =>
    standardObject({
      name,
      entry: { fields, children: '' },
      details: { label, plural: `${label}s`, prefix },
      known,
      customised: new Set(),
      activityObjects: []
    })
  );
  return schemaOver(definitions, undefined);
}
