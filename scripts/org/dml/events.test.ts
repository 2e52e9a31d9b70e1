import type { StoredRow } from '../store/types.ts';
import { anOrg, aRecord } from './testing/org.ts';
import { aField, anObject } from './testing/schema.ts';

const event = anObject('Changed__e', [aField('Payload__c', { length: 5, nillable: false })], {
  kind: 'platformEvent',
  keyPrefix: 'e01',
  updateable: false,
  deletable: false
});

function setUp() {
  const org = anOrg([event]);
  const published: StoredRow[] = [];
  org.context = {
    ...org.context,
    events: { publish: (_object, row) => void published.push(row) }
  };
  return { org, published };
}

test('should publish a platform event instead of storing it', () => {
  const { org, published } = setUp();

  const [result] = org.dml({
    operation: 'insert',
    records: [aRecord('Changed__e', { Payload__c: 'x' })]
  });

  expect(result?.success).toBe(true);
  expect(published).toEqual([expect.objectContaining({ Payload__c: 'x' })]);
  expect(org.store.find('Changed__e', 'Payload__c', ['x'])).toEqual([]);
});

test.each([
  [{}, 'REQUIRED_FIELD_MISSING'],
  [{ Payload__c: 'too long' }, 'STRING_TOO_LONG']
])('should not publish %j', (values, statusCode) => {
  const { org, published } = setUp();

  const [result] = org.dml({
    operation: 'insert',
    allOrNone: false,
    records: [aRecord('Changed__e', values)]
  });

  expect(result?.errors[0]?.statusCode).toBe(statusCode);
  expect(published).toEqual([]);
});

test('should not update an event', () => {
  const { org } = setUp();
  const records = [aRecord('Changed__e', { Id: 'e01000000000001AAA' })];

  expect(() => org.dml({ operation: 'update', records })).toThrow(
    'DML operation UPDATE not allowed on Changed__e'
  );
});
