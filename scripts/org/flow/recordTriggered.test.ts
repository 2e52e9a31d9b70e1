import { aRecord } from '../dml/testing/org.ts';
import { aFlowOrg, assign, connector, recordFlow, ref, text } from './testing/flowOrg.ts';
import type { FlowOrg } from './testing/flowOrg.ts';

const offer = 'clazar__Offer__c';
const line = 'clazar__Line__c';

function insert(target: FlowOrg, rows: readonly Record<string, string>[]) {
  return target.dml({ operation: 'insert', records: rows.map((values) => aRecord(offer, values)) });
}

function row(target: FlowOrg, id: string | undefined) {
  return target.org.store.get(offer, [id ?? ''])[0];
}

const createLine = `<recordCreates><name>Add_Line</name><object>Line__c</object>
  <inputAssignments><field>Offer__c</field>${ref('$Record.Id')}</inputAssignments></recordCreates>`;

test('should set fields of the record before it is saved', () => {
  const target = aFlowOrg({
    'Flow:Before': recordFlow(
      { object: 'Offer__c', moment: 'RecordBeforeSave', on: 'Create', first: 'Set' },
      assign('Set', [['$Record.Note__c', 'Assign', text('Offer {!$Record.Name}')]])
    )
  });

  const [result] = insert(target, [{ Name: 'One' }]);

  expect(row(target, result?.id)?.['clazar__Note__c']).toBe('Offer One');
});

test('should let Update Records change the triggering record before the save', () => {
  const target = aFlowOrg({
    'Flow:Before': recordFlow(
      { object: 'Offer__c', moment: 'RecordBeforeSave', first: 'Update' },
      `<recordUpdates><name>Update</name><inputReference>$Record</inputReference>
        <inputAssignments><field>Note__c</field>${text('set')}</inputAssignments></recordUpdates>`
    )
  });

  const [result] = insert(target, [{ Name: 'One' }]);

  expect(row(target, result?.id)?.['clazar__Note__c']).toBe('set');
});

test('should create records after the save, for all records in one statement', () => {
  const target = aFlowOrg({
    'Flow:After': recordFlow({ object: 'Offer__c', first: 'Add_Line' }, createLine)
  });

  const results = insert(
    target,
    Array.from({ length: 150 }, (_, index) => ({ Name: `Offer ${index}` }))
  );

  const ids = results.map(({ id }) => id ?? '');
  expect(target.org.store.find(line, 'clazar__Offer__c', ids)).toHaveLength(150);
  expect(target.counted).toEqual([
    'dmlStatements 1',
    'dmlRows 150',
    'dmlStatements 1',
    'dmlRows 150'
  ]);
});

test('should run only for records that meet the entry conditions', () => {
  const more = `<filterLogic>and</filterLogic><filters><field>Note__c</field><operator>EqualTo</operator>${text('yes')}</filters>`;
  const target = aFlowOrg({
    'Flow:After': recordFlow({ object: 'Offer__c', first: 'Add_Line', more }, createLine)
  });

  const results = insert(target, [
    { Name: 'a', clazar__Note__c: 'yes' },
    { Name: 'b', clazar__Note__c: 'no' }
  ]);

  const counts = results.map(
    ({ id }) => target.org.store.find(line, 'clazar__Offer__c', [id ?? '']).length
  );
  expect(counts).toEqual([1, 0]);
});

test('should run once when it asks for the change that meets its conditions', () => {
  const more = `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>
    <filters><field>Note__c</field><operator>EqualTo</operator>${text('yes')}</filters>`;
  const target = aFlowOrg({
    'Flow:After': recordFlow(
      { object: 'Offer__c', on: 'Update', first: 'Add_Line', more },
      createLine
    )
  });
  const [inserted] = insert(target, [{ Name: 'a' }]);
  const id = inserted?.id ?? '';
  const update = (values: Record<string, string>) =>
    target.dml({ operation: 'update', records: [aRecord(offer, { Id: id, ...values })] });

  update({ clazar__Note__c: 'yes' });
  update({ Name: 'renamed' });

  expect(target.org.store.find(line, 'clazar__Offer__c', [id])).toHaveLength(1);
});

test('should understand an entry formula', () => {
  const more = `<filterFormula>ISNEW() &amp;&amp; LEN({!$Record.Note__c}) &gt; 2</filterFormula>`;
  const target = aFlowOrg({
    'Flow:After': recordFlow({ object: 'Offer__c', first: 'Add_Line', more }, createLine)
  });

  const results = insert(target, [
    { Name: 'a', clazar__Note__c: 'long' },
    { Name: 'b', clazar__Note__c: 'x' }
  ]);

  const counts = results.map(
    ({ id }) => target.org.store.find(line, 'clazar__Offer__c', [id ?? '']).length
  );
  expect(counts).toEqual([1, 0]);
});

test('should refuse a record with a custom error at its field', () => {
  const target = aFlowOrg({
    'Flow:Guard': recordFlow(
      { object: 'Offer__c', moment: 'RecordBeforeSave', first: 'Refuse' },
      `<customErrors><name>Refuse</name><customErrorMessages><errorMessage>Not {!$Record.Name}</errorMessage>
        <fieldSelection>Note__c</fieldSelection><isFieldError>true</isFieldError></customErrorMessages></customErrors>`
    )
  });

  const [result] = insert(target, [{ Name: 'now' }]);

  expect(result?.errors).toEqual([
    {
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Not now',
      fields: ['clazar__Note__c']
    }
  ]);
});

test('should fail the record when an element fails and has no fault path', () => {
  const failing = '<recordCreates><name>Fail</name><object>Line__c</object></recordCreates>';
  const target = aFlowOrg({
    'Flow:After': recordFlow({ object: 'Offer__c', first: 'Fail' }, failing)
  });

  const [result] = insert(target, [{ Name: 'a' }]);

  expect(result?.errors).toEqual([
    {
      statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
      message:
        "We can't save this record because the “Test Flow” process failed. Give your Salesforce admin these details. " +
        'This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: [clazar__Offer__c]. ' +
        'You can look up ExceptionCode values in the SOAP API Developer Guide.',
      fields: []
    }
  ]);
});

test('should take the fault path where there is one', () => {
  const target = aFlowOrg({
    'Flow:After': recordFlow(
      { object: 'Offer__c', on: 'Create', first: 'Fail' },
      `<recordCreates><name>Fail</name><object>Line__c</object>${connector('Note', 'faultConnector')}</recordCreates>
       <recordUpdates><name>Note</name><inputReference>$Record</inputReference>
        <inputAssignments><field>Note__c</field>${text('failed')}</inputAssignments></recordUpdates>`
    )
  });

  const [result] = insert(target, [{ Name: 'a' }]);

  expect(result?.success).toBe(true);
  expect(row(target, result?.id)?.['clazar__Note__c']).toBe('failed');
});

test('should keep asynchronous and scheduled paths for later', () => {
  const more = `<scheduledPaths>${connector('Add_Line')}<pathType>AsyncAfterCommit</pathType></scheduledPaths>
    <scheduledPaths><name>In_Two_Days</name>${connector('Add_Line')}<offsetNumber>2</offsetNumber><offsetUnit>Days</offsetUnit>
    <timeSource>RecordTriggerEvent</timeSource></scheduledPaths>`;
  const target = aFlowOrg({
    'Flow:After': recordFlow(
      { object: 'Offer__c', on: 'Create', first: 'Add_Line', more },
      createLine
    )
  });

  const [result] = insert(target, [{ Name: 'a' }]);

  const common = { flow: 'After', object: offer, recordIds: [result?.id] };
  expect(target.later).toEqual([
    { ...common, path: 'Run_Asynchronously', at: undefined },
    { ...common, path: 'In_Two_Days', at: target.org.clock.now() + 2 * 86_400_000 }
  ]);
});

test('should run flows of one object in their trigger order', () => {
  const appends = (suffix: string, order: string) =>
    recordFlow(
      { object: 'Offer__c', moment: 'RecordBeforeSave', first: 'Set' },
      `${assign('Set', [['$Record.Note__c', 'Add', text(suffix)]])}${order}`
    );
  const target = aFlowOrg({
    'Flow:A_Last': appends('c', ''),
    'Flow:B_Second': appends('b', '<triggerOrder>20</triggerOrder>'),
    'Flow:C_First': appends('a', '<triggerOrder>10</triggerOrder>')
  });

  const [result] = insert(target, [{ Name: 'x' }]);

  expect(row(target, result?.id)?.['clazar__Note__c']).toBe('abc');
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
test('should not run again over a record that the flow itself saves', () => {
  const target = aFlowOrg({
    'Flow:After': recordFlow(
      { object: 'Offer__c', first: 'Note' },
      `<recordUpdates><name>Note</name><inputReference>$Record</inputReference>
        <inputAssignments><field>Note__c</field>${text('{!$Record.Note__c}x')}</inputAssignments></recordUpdates>`
    )
  });

  const [result] = insert(target, [{ Name: 'a' }]);

  expect(row(target, result?.id)?.['clazar__Note__c']).toBe('x');
});
