import { objectXml, sample } from '../setup/testing/metadata.ts';
import { aRecord } from './testing/org.ts';
import { seededDml } from './testing/seededDml.ts';

const agent = 'agent@clazar.local';
const offer = 'clazar__Offer__c';
const line = 'clazar__Line__c';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm
test('should let a user in user mode write what the permission sets allow', () => {
  const { as } = seededDml(sample);

  const [result] = as(agent, {
    operation: 'insert',
    records: [aRecord(offer, { Name: 'One', clazar__Note__c: 'n' })]
  });

  expect(result?.errors).toEqual([]);
});

test('should name every field that the user may not write', () => {
  const { as } = seededDml(sample);

  const [result] = as(agent, {
    operation: 'insert',
    records: [aRecord(offer, { Name: 'One', clazar__Secret__c: 's', clazar__Code__c: 'c' })]
  });

  expect(result?.errors[0]).toEqual({
    statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message:
      'Operation failed due to fields being inaccessible on Sobject clazar__Offer__c, check errors on Exception or Result!',
    fields: ['clazar__Secret__c', 'clazar__Code__c']
  });
});

test('should word it for the API as the API does', () => {
  const { as } = seededDml(sample);
  const records = [aRecord(offer, { Name: 'One', clazar__Secret__c: 's' })];

  const [result] = as(agent, { operation: 'insert', records }, 'api');

  expect(result?.errors[0]?.message).toBe(
    'Unable to create/update fields: clazar__Secret__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.'
  );
});

test.each([
  ['apex', "Access to entity 'Account' denied"],
  ['api', 'entity type cannot be inserted: Account']
] as const)(
  'should refuse objects that the user may not create, to %s as: %s',
  (origin, message) => {
    const { as } = seededDml(sample);
    const records = [aRecord('Account', { Name: 'Acme' })];

    expect(() => as(agent, { operation: 'insert', records }, origin)).toThrow(message);
  }
);

test('should allow everything in system mode', () => {
  const { dml } = seededDml(sample);

  const results = dml({
    operation: 'insert',
    records: [aRecord(offer, { clazar__Secret__c: 's' }), aRecord('Account', { Name: 'Acme' })]
  });

  expect(results.map(({ success }) => success)).toEqual([true, true]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords_sharing.htm
test('should not let a user change a record that is not shared', () => {
  const { as, dml } = seededDml(sample);
  const [inserted] = dml({ operation: 'insert', records: [aRecord(offer, { Name: 'Mine' })] });

  const [result] = as(agent, {
    operation: 'update',
    records: [aRecord(offer, { Id: inserted?.id ?? null, Name: 'Yours' })]
  });

  expect(result?.errors).toEqual([
    {
      statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id',
      fields: []
    }
  ]);
});

test('should not let a user put a detail under a master of somebody else', () => {
  const { as, dml } = seededDml(sample);
  const [inserted] = dml({ operation: 'insert', records: [aRecord(offer, { Name: 'Mine' })] });

  const [result] = as(agent, {
    operation: 'insert',
    records: [aRecord(line, { clazar__Offer__c: inserted?.id ?? null })]
  });

  expect(result?.errors).toEqual([
    {
      statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      message: 'insufficient access rights on cross-reference id',
      fields: []
    }
  ]);
});

test('should let only the owner delete what everybody may edit', () => {
  const { as, dml } = seededDml({
    ...sample,
    'CustomObject:Offer__c': objectXml('Offer', 'ReadWrite')
  });
  const [inserted] = dml({ operation: 'insert', records: [aRecord(offer, { Name: 'Mine' })] });
  const record = aRecord(offer, { Id: inserted?.id ?? null, Name: 'Ours' });

  const [updated] = as(agent, { operation: 'update', records: [record] });

  expect(updated?.success).toBe(true);
  expect(() => as(agent, { operation: 'delete', records: [record] })).toThrow(
    "Access to entity 'clazar__Offer__c' denied"
  );
});

test('should take details back from the recycle bin with their master', () => {
  const { dml, org } = seededDml(sample);
  const [master] = dml({ operation: 'insert', records: [aRecord(offer, { Name: 'Mine' })] });
  const id = master?.id ?? '';
  dml({ operation: 'insert', records: [aRecord(line, { clazar__Offer__c: id })] });
  dml({ operation: 'delete', records: [aRecord(offer, { Id: id })] });
  const between = org.store.find(line, 'clazar__Offer__c', [id]).length;

  dml({ operation: 'undelete', records: [aRecord(offer, { Id: id })] });

  expect([between, org.store.find(line, 'clazar__Offer__c', [id]).length]).toEqual([0, 1]);
});

test('should work out what follows from the stage of an opportunity', () => {
  const { dml, org } = seededDml(sample);

  const [result] = dml({
    operation: 'insert',
    records: [
      aRecord('Opportunity', {
        Name: 'Deal',
        StageName: 'Closed Won',
        CloseDate: '2026-05-20',
        Amount: 200
      })
    ]
  });

  expect(org.store.get('Opportunity', [result?.id ?? ''])[0]).toMatchObject({
    IsClosed: true,
    IsWon: true,
    Probability: 100,
    ForecastCategoryName: 'Closed',
    ExpectedRevenue: 200,
    Fiscal: '2026 2'
  });
});

test('should put together the name of a person', () => {
  const { dml, org } = seededDml(sample);

  const [result] = dml({
    operation: 'insert',
    records: [aRecord('Contact', { FirstName: 'Ada', LastName: 'Lovelace' })]
  });

  expect(org.store.get('Contact', [result?.id ?? ''])[0]?.['Name']).toBe('Ada Lovelace');
});

test('should not let a parent given by external id slip past field-level security', () => {
  const { as, dml } = seededDml({
    ...sample,
    'CustomField:Offer__c.Twin__c':
      '<label>Twin</label><type>Lookup</type><referenceTo>Offer__c</referenceTo><relationshipName>Twins</relationshipName>'
  });
  dml({ operation: 'insert', records: [aRecord(offer, { clazar__Code__c: 'x' })] });

  const [result] = as(agent, {
    operation: 'insert',
    records: [aRecord(offer, { clazar__Twin__r: aRecord(offer, { clazar__Code__c: 'x' }) })]
  });

  expect(result?.errors[0]?.fields).toEqual(['clazar__Twin__c']);
});

test('should not give out a username twice', () => {
  const { dml, org } = seededDml(sample);
  const [row] = org.store.get('User', [org.user(agent).userId]);
  const values = { ...row, Id: null, CommunityNickname: 'other' };

  const [result] = dml({ operation: 'insert', records: [aRecord('User', values)] });

  expect(result?.errors).toEqual([
    expect.objectContaining({ statusCode: 'DUPLICATE_USERNAME', fields: ['Username'] })
  ]);
});
