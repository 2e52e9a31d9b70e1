import { aRecord } from '../dml/testing/org.ts';
import { seededDml } from '../dml/testing/seededDml.ts';
import type { SeededDml } from '../dml/testing/seededDml.ts';
import { sample } from '../setup/testing/metadata.ts';
import type { Sources } from '../setup/testing/seededOrg.ts';

// https://help.salesforce.com/s/articleView?id=platform.users_profiles_record_types.htm

const offer = 'clazar__Offer__c';
const agent = 'agent@clazar.local';
const recordType = (name: string) => `<active>true</active><label>${name}</label>`;
const visibility = (name: string, isDefault = false) =>
  `<recordTypeVisibilities><default>${isDefault}</default><recordType>Offer__c.${name}</recordType>
   <visible>true</visible></recordTypeVisibilities>`;

const types: Sources = {
  ...sample,
  'RecordType:Offer__c.Private': recordType('Private'),
  'RecordType:Offer__c.Public': recordType('Public')
};

function typeId({ org }: SeededDml, name: string): string {
  const found = org.schema.object(offer)?.recordTypes.find((type) => type.developerName === name);
  return found?.id ?? '';
}

function insertAs(org: SeededDml, username: string | undefined, values: Record<string, string>) {
  const request = { operation: 'insert', records: [aRecord(offer, values)] } as const;
  const [result] = username === undefined ? org.dml(request) : org.as(username, request);
  return result;
}

test('should give a new record the default record type of the profile', () => {
  const org = seededDml({
    ...types,
    'Profile:Minimum Access - Salesforce': visibility('Private') + visibility('Public', true)
  });

  const result = insertAs(org, agent, { Name: 'One' });

  expect(result?.errors).toEqual([]);
  expect(org.org.store.get(offer, [result?.id ?? ''])[0]?.['RecordTypeId']).toBe(
    typeId(org, 'Public')
  );
});

test('should give none when no profile says which of several', () => {
  const org = seededDml(types);

  const result = insertAs(org, undefined, { Name: 'One' });

  expect(org.org.store.get(offer, [result?.id ?? ''])[0]?.['RecordTypeId'] ?? null).toBeNull();
});

test('should let a user choose a record type that a permission set opens', () => {
  const agentSet = `${types['PermissionSet:Agent'] ?? ''}${visibility('Private')}`;
  const org = seededDml({ ...types, 'PermissionSet:Agent': agentSet });

  expect(insertAs(org, agent, { RecordTypeId: typeId(org, 'Private') })?.errors).toEqual([]);
});

test('should refuse a record type that is not the user’s, in the words of the platform', () => {
  const org = seededDml(types);
  const id = typeId(org, 'Private');

  expect(insertAs(org, agent, { RecordTypeId: id })?.errors).toEqual([
    {
      statusCode: 'INVALID_CROSS_REFERENCE_KEY',
      message: `Record Type ID: this ID value isn't valid for the user: ${id}`,
      fields: ['RecordTypeId']
    }
  ]);
});

test('should say where a permission set names a record type that does not exist', () => {
  const broken = { ...types, 'PermissionSet:Broken': `\n${visibility('Gone')}` };

  expect(() => seededDml(broken)).toThrow(
    'The permission set Broken names the recordType Offer__c.Gone, which does not exist.'
  );
});
