import { anOrg, aRecord, aUser } from './testing/org.ts';
import type { TestOrg } from './testing/org.ts';
import { aField, anObject, ownerField } from './testing/schema.ts';

const broker = anObject(
  'Broker__c',
  [
    aField('Name', { label: 'Broker Name', length: 80 }),
    ownerField(),
    aField('Code__c', { length: 10, unique: true, externalId: true }),
    aField('City__c', { length: 20, nillable: false }),
    aField('Email__c', { type: 'email', length: 80 }),
    aField('Fee__c', { type: 'currency', precision: 8, scale: 2 }),
    aField('Active__c', { type: 'boolean', defaultValueFormula: 'true' }),
    aField('Number__c', { autoNumber: true, autoNumberFormat: 'B-{0000}' }),
    aField('Partner__c', { type: 'reference', referenceTo: ['Broker__c'] })
  ],
  { keyPrefix: 'a01' }
);

function org(): TestOrg {
  return anOrg([broker]);
}

function insertOne(values: Record<string, string | number | boolean | null>, on = org()) {
  const [result] = on.dml({
    operation: 'insert',
    allOrNone: false,
    records: [aRecord('Broker__c', values)]
  });
  return { row: on.row('Broker__c', result?.id), result, error: result?.errors[0] };
}

test('should store a new record with id, owner, defaults and system fields', () => {
  const { row, result } = insertOne({ City__c: ' Boston ', Code__c: 'x' });

  expect(result).toMatchObject({ success: true, created: true, errors: [] });
  expect(row).toMatchObject({
    Id: result?.id,
    Name: result?.id,
    City__c: 'Boston',
    Active__c: true,
    Number__c: 'B-0001',
    OwnerId: aUser.userId,
    CreatedById: aUser.userId,
    CreatedDate: '2026-03-01T10:20:30.000Z',
    SystemModstamp: '2026-03-01T10:20:30.000Z',
    IsDeleted: false
  });
});

test.each([
  [{}, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [City__c]', ['City__c']],
  [
    { City__c: 'x'.repeat(21) },
    'STRING_TOO_LONG',
    `City: data value too large: ${'x'.repeat(21)} (max length=20)`,
    ['City__c']
  ],
  [
    { City__c: 'a', Email__c: 'nobody' },
    'INVALID_EMAIL_ADDRESS',
    'Email: invalid email address: nobody',
    ['Email__c']
  ],
  [
    { City__c: 'a', Fee__c: 1000000 },
    'NUMBER_OUTSIDE_VALID_RANGE',
    'Fee: value outside of valid range on numeric field: 1000000',
    ['Fee__c']
  ],
  [
    { City__c: 'a', Fee__c: 'much' },
    'INVALID_TYPE_ON_FIELD_IN_RECORD',
    'Fee: value not of required type: much',
    ['Fee__c']
  ],
  [
    { City__c: 'a', Nothing__c: 1 },
    'INVALID_FIELD',
    "No such column 'Nothing__c' on sobject of type Broker__c",
    []
  ],
  [
    { City__c: 'a', Partner__c: 'a01000000000999AAA' },
    'INVALID_CROSS_REFERENCE_KEY',
    'invalid cross reference id',
    []
  ],
  [
    { City__c: 'a', Partner__c: '005000000000001AAA' },
    'FIELD_INTEGRITY_EXCEPTION',
    'Partner: id value of incorrect type: 005000000000001AAA',
    ['Partner__c']
  ],
  [
    { City__c: 'a', Partner__c: 'nobody' },
    'MALFORMED_ID',
    'Partner: id value of incorrect type: nobody',
    ['Partner__c']
  ],
  [
    { City__c: 'a', Id: 'a01000000000999AAA' },
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'cannot specify Id in an insert call',
    ['Id']
  ]
])('should refuse to insert %j', (values, statusCode, message, fields) => {
  const { result, error } = insertOne(values);

  expect(result?.success).toBe(false);
  expect(error).toEqual({ statusCode, message, fields });
});

test('should name the record that already has a unique value', () => {
  const target = org();
  const first = insertOne({ City__c: 'a', Code__c: 'abc' }, target);

  const { error } = insertOne({ City__c: 'b', Code__c: 'ABC' }, target);

  expect(error).toEqual({
    statusCode: 'DUPLICATE_VALUE',
    message: `duplicate value found: Code__c duplicates value on record with id: ${first.result?.id?.slice(0, 15)}`,
    fields: []
  });
});

test('should find duplicates of a unique value within one call', () => {
  const results = org().dml({
    operation: 'insert',
    allOrNone: false,
    records: ['x', 'X'].map((code) => aRecord('Broker__c', { City__c: 'a', Code__c: code }))
  });

  expect(results.map(({ success }) => success)).toEqual([true, false]);
});

test('should update what changes, and say who did it', () => {
  const target = org();
  const { result } = insertOne({ City__c: 'a', Fee__c: 1 }, target);
  target.clock.advance(60_000);

  const [updated] = target.dml({
    operation: 'update',
    records: [aRecord('Broker__c', { Id: result?.id ?? null, Fee__c: 2.005 })]
  });

  expect(updated).toMatchObject({ success: true, created: false, id: result?.id });
  expect(target.row('Broker__c', result?.id)).toMatchObject({
    City__c: 'a',
    Fee__c: 2.01,
    CreatedDate: '2026-03-01T10:20:30.000Z',
    LastModifiedDate: '2026-03-01T10:21:30.000Z'
  });
});

test.each([
  [{}, 'MISSING_ARGUMENT', 'Id not specified in an update call'],
  [{ Id: 'a01000000000999AAA' }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
  [{ Id: '001' }, 'MALFORMED_ID', 'Record ID: id value of incorrect type: 001']
])('should refuse to update %j', (values, statusCode, message) => {
  const [result] = org().dml({
    operation: 'update',
    allOrNone: false,
    records: [aRecord('Broker__c', values)]
  });

  expect(result?.errors[0]).toMatchObject({ statusCode, message });
});

test('should take everything back when one record fails and all or none was asked for', () => {
  const target = org();

  const results = target.dml({
    operation: 'insert',
    records: [aRecord('Broker__c', { City__c: 'a' }), aRecord('Broker__c', {})]
  });

  expect(results.map(({ errors }) => errors[0]?.statusCode)).toEqual([
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'REQUIRED_FIELD_MISSING'
  ]);
  expect(target.store.find('Broker__c', 'City__c', ['a'])).toEqual([]);
});

test('should upsert by external id', () => {
  const target = org();
  insertOne({ City__c: 'a', Code__c: 'one' }, target);

  const results = target.dml({
    operation: 'upsert',
    externalIdField: 'Code__c',
    records: ['one', 'two'].map((code) => aRecord('Broker__c', { City__c: 'b', Code__c: code }))
  });

  expect(results.map(({ success, created }) => [success, created])).toEqual([
    [true, false],
    [true, true]
  ]);
  expect(target.store.find('Broker__c', 'City__c', ['b'])).toHaveLength(2);
});

test('should fill a lookup by the external id of its record', () => {
  const target = org();
  const { result } = insertOne({ City__c: 'a', Code__c: 'one' }, target);

  const [child] = target.dml({
    operation: 'insert',
    records: [
      aRecord('Broker__c', { City__c: 'b', Partner__r: aRecord('Broker__c', { Code__c: 'one' }) })
    ]
  });

  expect(target.row('Broker__c', child?.id)?.['Partner__c']).toBe(result?.id);
});

test('should say which external id leads nowhere', () => {
  const [result] = org().dml({
    operation: 'insert',
    allOrNone: false,
    records: [
      aRecord('Broker__c', { City__c: 'b', Partner__r: aRecord('Broker__c', { Code__c: 'one' }) })
    ]
  });

  expect(result?.errors[0]).toEqual({
    statusCode: 'INVALID_FIELD',
    message: 'Foreign key external ID: one not found for field Code__c in entity Broker__c',
    fields: []
  });
});

test('should refuse one id twice in a list', () => {
  const target = org();
  const { result } = insertOne({ City__c: 'a' }, target);
  const record = aRecord('Broker__c', { Id: result?.id ?? null });

  expect(() => target.dml({ operation: 'update', records: [record, record] })).toThrow(
    `Duplicate id in list: ${result?.id}`
  );
});
