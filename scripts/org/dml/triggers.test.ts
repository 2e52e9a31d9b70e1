import { TriggerFailure } from './index.ts';
import { anOrg, aRecord } from './testing/org.ts';
import type { TestOrg } from './testing/org.ts';
import { aField, anObject } from './testing/schema.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
const deal = anObject('Deal__c', [
  aField('Name', { length: 80 }),
  aField('Stage__c', { length: 10, nillable: false }),
  aField('Amount__c', { type: 'double', precision: 10, scale: 0 })
]);

function orgWithLog(): { org: TestOrg; steps: string[] } {
  const org = anOrg([deal]);
  const steps: string[] = [];
  org.context = {
    ...org.context,
    flows: {
      handles: () => true,
      run: (moment, kind) => void steps.push(`${moment} flow ${kind}`)
    },
    rules: {
      validationRules: () => [
        {
          name: 'Positive',
          message: 'Not negative',
          field: 'Amount__c',
          fails: ({ Amount__c }) => {
            steps.push('rule');
            return Number(Amount__c ?? 0) < 0;
          }
        }
      ],
      defaultValue: () => null
    }
  };
  org.on('Deal__c', 'before insert', () => steps.push('before trigger'));
  org.on('Deal__c', 'after insert', () => steps.push('after trigger'));
  return { org, steps };
}

const insert = (org: TestOrg, rows: Record<string, string | number | null>[], allOrNone = false) =>
  org.dml({
    operation: 'insert',
    allOrNone,
    records: rows.map((values) => aRecord('Deal__c', values))
  });

test('should go through before flows, before triggers, rules, save, after triggers and after flows', () => {
  const { org, steps } = orgWithLog();

  insert(org, [{ Stage__c: 'New' }]);

  expect(steps).toEqual([
    'before flow insert',
    'before trigger',
    'rule',
    'after trigger',
    'after flow insert'
  ]);
});

test('should refuse what a validation rule refuses, at its field', () => {
  const { org } = orgWithLog();

  const [result] = insert(org, [{ Stage__c: 'New', Amount__c: -1 }]);

  expect(result?.errors).toEqual([
    {
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Not negative',
      fields: ['Amount__c']
    }
  ]);
});

test('should save what a before trigger sets, checked again', () => {
  const org = anOrg([deal]);
  org.on('Deal__c', 'before insert', ([record]) => {
    if (record !== undefined) record.values['Stage__c'] = 'Far too long a stage';
  });

  const [result] = insert(org, [{ Stage__c: 'New' }]);

  expect(result?.errors[0]?.message).toBe(
    'Stage: data value too large: Far too long a stage (max length=10)'
  );
});

test('should ask for required fields only after before triggers', () => {
  const org = anOrg([deal]);
  org.on('Deal__c', 'before insert', (records) => {
    for (const record of records) record.values['Stage__c'] = 'Set';
  });

  const [result] = insert(org, [{}]);

  expect(org.row('Deal__c', result?.id)?.['Stage__c']).toBe('Set');
});

test('should give triggers no id before an insert, and one after it', () => {
  const org = anOrg([deal]);
  const ids: (string | undefined)[] = [];
  org.on('Deal__c', 'before insert', (records) => records.forEach(({ id }) => ids.push(id)));
  org.on('Deal__c', 'after insert', (records) => records.forEach(({ id }) => ids.push(id)));

  const [result] = insert(org, [{ Stage__c: 'New' }]);

  expect(ids).toEqual([undefined, result?.id]);
});

test('should run triggers over at most 200 records at a time', () => {
  const org = anOrg([deal]);
  org.on('Deal__c', 'before insert', () => undefined);

  insert(
    org,
    Array.from({ length: 450 }, () => ({ Stage__c: 'New' }))
  );

  expect(org.triggerLog).toEqual([
    'Deal__c before insert 200',
    'Deal__c before insert 200',
    'Deal__c before insert 50'
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_bulk_exceptions.htm
test('should run triggers again over the good records when some fail', () => {
  const org = anOrg([deal]);
  org.on('Deal__c', 'after insert', (records) => {
    for (const record of records) {
      if (record.values['Stage__c'] === 'Bad') record.addError('No bad deals', 'Stage__c');
    }
  });

  const results = insert(org, [{ Stage__c: 'Good' }, { Stage__c: 'Bad' }]);

  expect(results.map(({ success }) => success)).toEqual([true, false]);
  expect(results[1]?.errors).toEqual([
    {
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'No bad deals',
      fields: ['Stage__c']
    }
  ]);
  expect(org.triggerLog).toEqual(['Deal__c after insert 2', 'Deal__c after insert 1']);
  expect(org.store.find('Deal__c', 'Stage__c', ['Good'])).toHaveLength(1);
});

test('should give up after three attempts', () => {
  const org = anOrg([deal]);
  org.on('Deal__c', 'after insert', ([record]) => record?.addError('Always the first'));

  const results = insert(
    org,
    Array.from({ length: 4 }, () => ({ Stage__c: 'New' }))
  );

  expect(results.map(({ errors }) => errors[0]?.message)).toEqual([
    'Always the first',
    'Always the first',
    'Always the first',
    'Too many batch retries in the presence of Apex triggers and partial failures.'
  ]);
  expect(org.triggerLog).toHaveLength(3);
});

test('should put the limits back before a retry', () => {
  const org = anOrg([deal]);
  const restored: unknown[] = [];
  org.context = {
    ...org.context,
    limits: {
      count: () => undefined,
      snapshot: () => 'before',
      restore: (snapshot) => void restored.push(snapshot)
    }
  };
  org.on('Deal__c', 'after insert', (records) => {
    if (records.length === 2) records[0]?.addError('No');
  });

  insert(org, [{ Stage__c: 'a' }, { Stage__c: 'b' }]);

  expect(restored).toEqual(['before']);
});

test('should fail all records of a chunk when a trigger throws', () => {
  const org = anOrg([deal]);
  const text =
    'DealTrigger: execution of BeforeInsert\n\ncaused by: System.NullPointerException: …';
  org.on('Deal__c', 'before insert', () => {
    throw new TriggerFailure(text);
  });

  const results = insert(org, [{ Stage__c: 'a' }, { Stage__c: 'b' }]);

  expect(results.map(({ errors }) => errors)).toEqual(
    [1, 2].map(() => [
      { statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message: text, fields: [] }
    ])
  );
});

test('should save nothing when something else goes wrong in a trigger', () => {
  const org = anOrg([deal]);
  org.on('Deal__c', 'after insert', () => {
    throw new RangeError('Too many SOQL queries: 101');
  });

  expect(() => insert(org, [{ Stage__c: 'a' }])).toThrow('Too many SOQL queries: 101');
  expect(org.store.find('Deal__c', 'Stage__c', ['a'])).toEqual([]);
});

test('should stop triggers that call each other without end', () => {
  const org = anOrg([deal]);
  org.on('Deal__c', 'after insert', () => {
    const [result] = insert(org, [{ Stage__c: 'Next' }]);
    if (result?.success === false) throw new TriggerFailure(result.errors[0]?.message ?? '');
  });

  const [result] = insert(org, [{ Stage__c: 'First' }]);

  expect(result?.errors[0]?.message).toMatch(
    /^maximum trigger depth exceeded\n(Deal__c trigger event AfterInsert for \[001[^\]]+\]\n?){17}$/
  );
});

test('should show an update trigger the record before and after', () => {
  const org = anOrg([deal]);
  const [inserted] = insert(org, [{ Stage__c: 'New', Amount__c: 5 }]);
  const seen: unknown[] = [];
  org.on('Deal__c', 'before update', ([record]) =>
    seen.push([record?.old?.['Stage__c'], record?.values['Stage__c'], record?.values['Amount__c']])
  );

  org.dml({
    operation: 'update',
    records: [aRecord('Deal__c', { Id: inserted?.id ?? null, Stage__c: 'Won' })]
  });

  expect(seen).toEqual([['New', 'Won', 5]]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm
test('should not mix setup objects with others in one transaction', () => {
  const org = anOrg([deal, anObject('UserRole', [aField('Name')], { keyPrefix: '00E' })]);
  insert(org, [{ Stage__c: 'New' }]);

  const addRole = () =>
    org.dml({ operation: 'insert', records: [aRecord('UserRole', { Name: 'CEO' })] });

  expect(addRole).toThrow(
    'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): UserRole, original object: Deal__c'
  );
});
