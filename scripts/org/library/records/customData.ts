import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { ApexMap, ApexSObject } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { requireObject } from '../schema/tokens.ts';
import { allRecords } from './allRecords.ts';

function recordsOf(context: ApexContext, object: string): ApexSObject[] {
  return allRecords(context, requireObject(context, object));
}

function textIn(record: ApexSObject, field: string): string {
  const value = record.peek(field);
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function byKey(context: ApexContext, object: string, key: 'DeveloperName' | 'Name'): ApexMap {
  const records = recordsOf(context, object);
  return new ApexMap(
    'String',
    object,
    records.map((record) => [record.peek(key), record])
  );
}

function metadataRecord(context: ApexContext, object: string, name: string): ApexSObject | null {
  const wanted = name.toLowerCase();
  const matches = (record: ApexSObject): boolean =>
    ['DeveloperName', 'QualifiedApiName', 'Id'].some((field) => textIn(record, field) === wanted);
  return recordsOf(context, object).find(matches) ?? null;
}

/** Static methods of custom metadata types: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_metadata_types.htm */
export const customMetadata = nativeClass('$CustomMetadata', {
  'static Map<String, SObject> getAll(String object)': (context: ApexContext, object: string) =>
    byKey(context, object, 'DeveloperName'),
  'static SObject getInstance(String object, String name)': (
    context: ApexContext,
    object: string,
    name: string
  ) => metadataRecord(context, object, name)
});

function settingOf(context: ApexContext, object: string, owner: string): ApexSObject | null {
  const match = (record: ApexSObject): boolean => record.peek('SetupOwnerId') === owner;
  return recordsOf(context, object).find(match) ?? null;
}

/** The setting of user, profile and organization, the nearer one winning field by field. */
function merged(context: ApexContext, object: string, userId?: string): ApexSObject {
  const { services, transaction } = hostOf(context);
  const user = userId === undefined ? transaction.user : services.user(userId);
  const owners = [services.facts.organizationId, user.profileId, user.userId];
  const result = new ApexSObject(object);
  for (const owner of owners) {
    const setting = settingOf(context, object, owner);
    for (const [name, value] of Object.entries(setting?.fields ?? {})) {
      if (value !== null) result.fields[name] = value;
    }
  }
  return result;
}

function getInstance(context: ApexContext, object: string, key: string): ApexSObject | null {
  const definition = requireObject(context, object);
  if (definition.customSettingType === 'List') return named(context, object, key);
  return key.startsWith('005') ? merged(context, object, key) : settingOf(context, object, key);
}

function named(context: ApexContext, object: string, name: string): ApexSObject | null {
  const wanted = name.toLowerCase();
  return recordsOf(context, object).find((each) => textIn(each, 'Name') === wanted) ?? null;
}

function getValues(context: ApexContext, object: string, key: string): ApexSObject | null {
  const definition = requireObject(context, object);
  const list = definition.customSettingType === 'List';
  return list ? named(context, object, key) : settingOf(context, object, key);
}

/** Static methods of custom settings: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_settings.htm */
export const customSetting = nativeClass('$CustomSetting', {
  'static Map<String, SObject> getAll(String object)': (context: ApexContext, object: string) =>
    byKey(context, object, 'Name'),
  'static SObject getInstance(String object)': (context: ApexContext, object: string) =>
    merged(context, object),
  'static SObject getInstance(String object, String key)': getInstance,
  'static SObject getInstance(String object, Id key)': getInstance,
  'static SObject getValues(String object, String key)': getValues,
  'static SObject getValues(String object, Id key)': getValues,
  'static SObject getOrgDefaults(String object)': (context: ApexContext, object: string) =>
    settingOf(context, object, hostOf(context).services.facts.organizationId) ??
    new ApexSObject(object)
});
