import type { RollUpDefinition } from '../../apex/index.ts';
import type { DmlResult } from './index.ts';
import { anOrg, aRecord } from './testing/org.ts';
import type { TestOrg } from './testing/org.ts';
import { aField, anObject } from './testing/schema.ts';

const readOnly = { calculated: true, createable: false, updateable: false } as const;

function rollUp(parts: Partial<RollUpDefinition>): RollUpDefinition {
  return {
    operation: 'COUNT',
    childObject: 'Line__c',
    childReferenceField: 'Order__c',
    summarizedField: undefined,
    filters: [],
    ...parts
  };
}

const order = anObject(
  'Order__c',
  [
    aField('Name', { length: 80 }),
    aField('Lines__c', { type: 'double', ...readOnly, rollUp: rollUp({}) }),
    aField('Total__c', {
      type: 'currency',
      ...readOnly,
      rollUp: rollUp({ operation: 'SUM', summarizedField: 'Price__c' })
    }),
    aField('Highest__c', {
      type: 'currency',
      ...readOnly,
      rollUp: rollUp({
        operation: 'MAX',
        summarizedField: 'Price__c',
        filters: [{ field: 'Kind__c', operation: 'equals', value: 'Product, Service' }]
      })
    })
  ],
  { keyPrefix: 'a01' }
);

const line = anObject(
  'Line__c',
  [
    aField('Order__c', {
      type: 'reference',
      referenceTo: ['Order__c'],
      masterDetail: true,
      nillable: false
    }),
    aField('Price__c', { type: 'currency', precision: 10, scale: 2 }),
    aField('Kind__c', { length: 20 })
  ],
  { keyPrefix: 'a02' }
);

const note = anObject(
  'Remark__c',
  [
    aField('About__c', { type: 'reference', referenceTo: ['Order__c'] }),
    aField('Guard__c', {
      type: 'reference',
      referenceTo: ['Order__c'],
      deleteConstraint: 'Restrict'
    })
  ],
  { keyPrefix: 'a03' }
);

type Values = Record<string, string | number | null>;

function setUp() {
  const org = anOrg([order, line, note]);
  const [orderResult] = org.dml({
    operation: 'insert',
    records: [aRecord('Order__c', { Name: 'First' })]
  });
  const orderId = orderResult?.id ?? '';
  return { org, orderId };
}

function insert(org: TestOrg, object: string, rows: readonly Values[], allOrNone = true) {
  return org.dml({
    operation: 'insert',
    allOrNone,
    records: rows.map((values) => aRecord(object, values))
  });
}

function remove(org: TestOrg, object: string, id: string | undefined) {
  return org.dml({
    operation: 'delete',
    allOrNone: false,
    records: [aRecord(object, { Id: id ?? null })]
  });
}

test('should start roll-ups at nothing', () => {
  const { org, orderId } = setUp();

  expect(org.row('Order__c', orderId)).toMatchObject({
    Lines__c: 0,
    Total__c: 0,
    Highest__c: null
  });
});

test('should count, add and compare children as they come, change and go', () => {
  const { org, orderId } = setUp();
  const [first, second] = insert(org, 'Line__c', [
    { Order__c: orderId, Price__c: 0.1, Kind__c: 'Product' },
    { Order__c: orderId, Price__c: 0.2, Kind__c: 'service' },
    { Order__c: orderId, Price__c: 9, Kind__c: 'Freight' }
  ]);
  const afterInsert = org.row('Order__c', orderId);

  org.dml({
    operation: 'update',
    records: [aRecord('Line__c', { Id: first?.id ?? null, Price__c: 5 })]
  });
  remove(org, 'Line__c', second?.id);

  expect(afterInsert).toMatchObject({ Lines__c: 3, Total__c: 9.3, Highest__c: 0.2 });
  expect(org.row('Order__c', orderId)).toMatchObject({ Lines__c: 2, Total__c: 14, Highest__c: 5 });
});

test('should take a parent whose roll-up changes through its triggers', () => {
  const { org, orderId } = setUp();
  org.on('Order__c', 'before update', () => undefined);
  org.on('Order__c', 'after update', () => undefined);

  insert(org, 'Line__c', [{ Order__c: orderId }]);

  expect(org.triggerLog).toEqual(['Order__c before update 1', 'Order__c after update 1']);
});

test('should refuse a child whose parent cannot be saved', () => {
  const { org, orderId } = setUp();
  org.on('Order__c', 'before update', ([record]) => record?.addError('Order is closed'));

  const [result] = insert(org, 'Line__c', [{ Order__c: orderId }], false);

  expect(result?.errors[0]?.message).toBe('Order is closed');
  expect(org.store.find('Line__c', 'Order__c', [orderId])).toEqual([]);
});

test('should delete details with their master, without their triggers', () => {
  const { org, orderId } = setUp();
  const [detail] = insert(org, 'Line__c', [{ Order__c: orderId }]);
  org.on('Line__c', 'before delete', () => undefined);

  const [result] = remove(org, 'Order__c', orderId);

  expect(result).toMatchObject({ success: true, id: orderId });
  expect(org.row('Line__c', detail?.id)?.['IsDeleted']).toBe(true);
  expect(org.triggerLog).toEqual([]);
});

test('should empty lookups to what is deleted', () => {
  const { org, orderId } = setUp();
  const [remark] = insert(org, 'Remark__c', [{ About__c: orderId }]);

  remove(org, 'Order__c', orderId);

  expect(org.row('Remark__c', remark?.id)?.['About__c']).toBeNull();
});

test('should not delete what a lookup protects', () => {
  const { org, orderId } = setUp();
  const [remark] = insert(org, 'Remark__c', [{ Guard__c: orderId }]);

  const [result] = remove(org, 'Order__c', orderId);

  expect(result?.errors[0]).toEqual({
    statusCode: 'DELETE_FAILED',
    message: `Your attempt to delete First could not be completed because it is associated with the following remarks.: ${remark?.id}\n`,
    fields: []
  });
});

test.each([
  ['a01000000000999AAA', 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
  ['nonsense', 'MALFORMED_ID', 'Record ID: id value of incorrect type: nonsense']
])('should not delete %s', (id, statusCode, message) => {
  const { org } = setUp();

  const [result] = remove(org, 'Order__c', id);

  expect(result?.errors[0]).toMatchObject({ statusCode, message });
});

test('should not delete twice', () => {
  const { org, orderId } = setUp();
  remove(org, 'Order__c', orderId);

  const [result] = remove(org, 'Order__c', orderId);

  expect(result?.errors[0]).toMatchObject({
    statusCode: 'ENTITY_IS_DELETED',
    message: 'entity is deleted'
  });
});

test('should run delete triggers around a delete, and stop when one objects', () => {
  const { org, orderId } = setUp();
  org.on('Order__c', 'before delete', ([record]) => record?.addError('Keep it'));

  const [result] = remove(org, 'Order__c', orderId);

  expect(result?.errors[0]?.message).toBe('Keep it');
  expect(org.row('Order__c', orderId)?.['IsDeleted']).toBe(false);
});

test('should bring a record back from the recycle bin', () => {
  const { org, orderId } = setUp();
  remove(org, 'Order__c', orderId);
  org.on('Order__c', 'after undelete', () => undefined);

  const [result] = org.dml({
    operation: 'undelete',
    records: [aRecord('Order__c', { Id: orderId })]
  });

  expect(result?.success).toBe(true);
  expect(org.row('Order__c', orderId)?.['IsDeleted']).toBe(false);
  expect(org.triggerLog).toEqual(['Order__c after undelete 1']);
});

test('should not undelete what is not deleted', () => {
  const { org, orderId } = setUp();

  const [result] = org.dml({
    operation: 'undelete',
    allOrNone: false,
    records: [aRecord('Order__c', { Id: orderId })]
  });

  expect(result?.errors[0]).toMatchObject({
    statusCode: 'UNDELETE_FAILED',
    message: 'Entity is not in the recycle bin'
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_merge_statements.htm
test('should merge duplicates into a master', () => {
  const org = anOrg([{ ...order, mergeable: true }, line, note]);
  const [masterId, copyId] = idsOf(insert(org, 'Order__c', [{ Name: 'Master' }, { Name: 'Copy' }]));
  const [remarkId] = idsOf(insert(org, 'Remark__c', [{ About__c: copyId }]));
  for (const event of ['before delete', 'after delete', 'before update', 'after update'] as const) {
    org.on('Order__c', event, () => undefined);
  }

  org.dml({
    operation: 'merge',
    records: [
      aRecord('Order__c', { Id: masterId, Name: 'Merged' }),
      aRecord('Order__c', { Id: copyId })
    ]
  });

  expect(org.row('Order__c', masterId)?.['Name']).toBe('Merged');
  expect(org.row('Order__c', copyId)?.['IsDeleted']).toBe(true);
  expect(org.row('Remark__c', remarkId)?.['About__c']).toBe(masterId);
  expect(org.triggerLog).toEqual([
    'Order__c before delete 1',
    'Order__c after delete 1',
    'Order__c before update 1',
    'Order__c after update 1'
  ]);
});

function idsOf(results: readonly DmlResult[]): [string, string] {
  const [first = '', second = ''] = results.map(({ id }) => id ?? '');
  return [first, second];
}
