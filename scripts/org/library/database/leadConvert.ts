import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexException, ApexList } from '../../../apex/runtime/index.ts';
import { convertLeads, DmlRequestError } from '../../dml/index.ts';
import type { LeadConversion, LeadConversionResult } from '../../dml/index.ts';
import { failedOperation, hostOf } from '../../runtime/index.ts';
import { isTrueIn, jsonOf, objectsIn, textIn } from '../jsonMembers.ts';
import type { Given } from '../jsonMembers.ts';
import { JsonObject, PlatformObject } from '../platformObject.ts';
import type { Properties, PropertyObject } from '../properties.ts';
import { getters } from '../schema/getters.ts';
import { modeOf } from './accessLevel.ts';
import type { ApexAccessLevel } from './accessLevel.ts';
import { databaseError, errorFromJson } from './results.ts';

const settings: Readonly<Record<string, string>> = {
  LeadId: 'Id',
  AccountId: 'Id',
  ContactId: 'Id',
  OpportunityId: 'Id',
  OwnerId: 'Id',
  ConvertedStatus: 'String',
  OpportunityName: 'String',
  DoNotCreateOpportunity: 'Boolean',
  OverwriteLeadSource: 'Boolean',
  SendNotificationEmail: 'Boolean'
};

function accessors(name: string, type: string): NativeMembers {
  const read = (_context: ApexContext, { data }: PropertyObject): unknown =>
    data[name] ?? (type === 'Boolean' ? false : null);
  const write = (_context: ApexContext, { data }: PropertyObject, value: unknown): void => {
    data[name] = value;
  };
  return {
    [`${type} ${type === 'Boolean' ? 'is' : 'get'}${name}()`]: read,
    [`void set${name}(${type} value)`]: write
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_leadConvert.htm */
const leadConvert = nativeClass('Database.LeadConvert', {
  'new()': () => new PlatformObject<Properties>('Database.LeadConvert', {}),
  ...Object.fromEntries(
    Object.entries(settings).flatMap(([name, type]) => Object.entries(accessors(name, type)))
  )
});

const leadConvertResult = nativeClass(
  'Database.LeadConvertResult',
  getters<LeadConversionResult>({
    'Id getLeadId()': ({ leadId }) => (leadId === '' ? null : leadId),
    'Id getAccountId()': ({ accountId }) => accountId ?? null,
    'Id getContactId()': ({ contactId }) => contactId ?? null,
    'Id getOpportunityId()': ({ opportunityId }) => opportunityId ?? null,
    'Boolean isSuccess()': ({ success }) => success,
    'List<Database.Error> getErrors()': ({ errors }) =>
      new ApexList('Database.Error', errors.map(databaseError))
  }),
  { fromJson: (given) => resultObject(resultFrom(given)) }
);

function resultFrom(given: Given): LeadConversionResult {
  return {
    leadId: textIn(given, 'leadId') ?? '',
    accountId: textIn(given, 'accountId'),
    contactId: textIn(given, 'contactId'),
    opportunityId: textIn(given, 'opportunityId'),
    success: isTrueIn(given, 'success'),
    errors: objectsIn(given, 'errors').map(errorFromJson)
  };
}

export const leadConvertTypes = [leadConvert, leadConvertResult];

function conversionOf({ data }: PropertyObject): LeadConversion {
  const text = (name: string): string | undefined => {
    const value = data[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    leadId: text('LeadId') ?? '',
    convertedStatus: text('ConvertedStatus') ?? '',
    accountId: text('AccountId'),
    contactId: text('ContactId'),
    opportunityId: text('OpportunityId'),
    opportunityName: text('OpportunityName'),
    ownerId: text('OwnerId'),
    withoutOpportunity: data['DoNotCreateOpportunity'] === true,
    overwritesLeadSource: data['OverwriteLeadSource'] === true
  };
}

interface Call {
  readonly allOrNone: boolean;
  readonly level: ApexAccessLevel | undefined;
}

function convert(
  context: ApexContext,
  given: readonly PropertyObject[],
  { allOrNone, level }: Call
): LeadConversionResult[] {
  const { services, transaction } = hostOf(context);
  transaction.callouts.workDone();
  const accessLevel = modeOf(context, level);
  const sharing = accessLevel === 'user' || context.sharing === 'with';
  const request = { conversions: given.map(conversionOf), allOrNone, accessLevel, sharing };
  const mappings = services.facts.leadMappings();
  try {
    const results = convertLeads(services.dmlContext(transaction), { ...request, mappings });
    if (allOrNone) throwFailures(results);
    return results;
  } catch (error) {
    if (!(error instanceof DmlRequestError)) throw error;
    throw new ApexException('System.DmlException', error.message);
  }
}

function throwFailures(results: readonly LeadConversionResult[]): void {
  const failures = results.flatMap(({ leadId, errors }, index) =>
    errors.map((error) => ({ index, id: leadId, ...error }))
  );
  if (failures.length > 0) throw failedOperation('ConvertLead', failures);
}

function resultObject(result: LeadConversionResult): PlatformObject<LeadConversionResult> {
  return new JsonObject('Database.LeadConvertResult', result, (data) =>
    jsonOf({
      leadId: data.leadId,
      accountId: data.accountId ?? null,
      contactId: data.contactId ?? null,
      opportunityId: data.opportunityId ?? null,
      success: data.success,
      errors: new ApexList('Database.Error', data.errors.map(databaseError))
    })
  );
}

const extras = [
  '',
  'Boolean allOrNone',
  'AccessLevel level',
  'Boolean allOrNone, AccessLevel level'
];

function callOf(extra: string, values: readonly unknown[]): Call {
  const isPartial = extra.startsWith('Boolean') && values[0] === false;
  const level = extra.endsWith('level') ? values.at(-1) : undefined;
  return { allOrNone: !isPartial, level: level as ApexAccessLevel | undefined };
}

const separated = (extra: string): string => (extra === '' ? '' : `, ${extra}`);

/** All forms of `Database.convertLead`. */
export const leadConvertMembers: NativeMembers = Object.fromEntries(
  extras.flatMap((extra): [string, NativeMembers[string]][] => [
    [
      `static Database.LeadConvertResult convertLead(Database.LeadConvert lead${separated(extra)})`,
      (context: ApexContext, lead: PropertyObject, ...rest: unknown[]): unknown =>
        convert(context, [lead], callOf(extra, rest)).map(resultObject)[0]
    ],
    [
      `static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leads${separated(extra)})`,
      (context: ApexContext, leads: ApexList, ...rest: unknown[]): unknown =>
        new ApexList(
          'Database.LeadConvertResult',
          convert(context, leads.items as PropertyObject[], callOf(extra, rest)).map(resultObject)
        )
    ]
  ])
);
