import { anOrg, aRecord } from './testing/org.ts';
import { aField, anObject } from './testing/schema.ts';

const value = (text: string, validFor: readonly string[] = [], active = true) => ({
  value: text,
  label: text,
  active,
  defaultValue: false,
  validFor
});

const cosell = anObject(
  'Cosell__c',
  [
    aField('Name', { length: 80 }),
    aField('RecordTypeId', { type: 'reference', referenceTo: ['RecordType'] }),
    aField('Cloud__c', {
      type: 'picklist',
      restrictedPicklist: true,
      picklistValues: [value('AWS'), value('Azure'), value('Old', [], false)]
    }),
    aField('Stage__c', {
      type: 'picklist',
      restrictedPicklist: true,
      controllingField: 'Cloud__c',
      picklistValues: [value('Prospect', ['AWS']), value('Submitted', ['AWS', 'Azure'])]
    }),
    aField('Tags__c', {
      type: 'multipicklist',
      restrictedPicklist: true,
      picklistValues: [value('a'), value('b'), value('c')]
    })
  ],
  {
    recordTypes: [
      {
        id: '012000000000001AAA',
        developerName: 'AWS',
        label: 'AWS',
        active: true,
        master: false,
        picklistValues: new Map([['Cloud__c', ['AWS']]])
      },
      {
        id: '012000000000002AAA',
        developerName: 'Azure',
        label: 'Azure',
        active: true,
        master: false,
        picklistValues: new Map([['Cloud__c', ['Azure']]])
      }
    ]
  }
);

const recordType = anObject('RecordType', [aField('Name')], { keyPrefix: '012' });

function insert(values: Record<string, string>) {
  const org = anOrg([cosell, recordType]);
  const [result] = org.dml({
    operation: 'insert',
    allOrNone: false,
    records: [aRecord('Cosell__c', values)]
  });
  return { org, result, row: org.row('Cosell__c', result?.id) };
}

test.each([
  [{ Cloud__c: 'GCP' }, 'Cloud: bad value for restricted picklist field: GCP'],
  [{ Cloud__c: 'Old' }, 'Cloud: bad value for restricted picklist field: Old'],
  [{ Tags__c: 'a;z' }, 'Tags: bad value for restricted picklist field: z'],
  [
    { Cloud__c: 'Azure', Stage__c: 'Prospect' },
    'Stage: bad value for restricted picklist field: Prospect'
  ],
  [
    { Cloud__c: 'Azure', RecordTypeId: '012000000000001AAA' },
    'Cloud: bad value for restricted picklist field: Azure'
  ]
])('should refuse %j', (values, message) => {
  const { result } = insert(values);

  expect(result?.errors).toEqual([
    expect.objectContaining({ statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message })
  ]);
});

test('should refuse a record type that the object does not have', () => {
  const { result } = insert({ RecordTypeId: '012000000000009AAA' });

  expect(result?.errors[0]?.statusCode).toBe('INVALID_CROSS_REFERENCE_KEY');
});

test('should store values as they are defined, several in the order of the picklist', () => {
  const { row } = insert({ Cloud__c: 'aws', Tags__c: 'c; A' });

  expect([row?.['Cloud__c'], row?.['Tags__c']]).toEqual(['AWS', 'a;c']);
});

test('should leave alone what a record has had before', () => {
  const { org, result } = insert({ Cloud__c: 'AWS' });
  org.store.update('Cosell__c', [{ Id: result?.id ?? null, Cloud__c: 'Old' }]);

  const [updated] = org.dml({
    operation: 'update',
    records: [aRecord('Cosell__c', { Id: result?.id ?? null, Cloud__c: 'Old', Name: 'New' })]
  });

  expect(updated?.success).toBe(true);
});
