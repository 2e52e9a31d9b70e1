import { ApexSObject } from './sobject.ts';

test('should give null for a field that a new record does not have', () => {
  expect(new ApexSObject('Account').get('Name')).toBeNull();
});

test('should give false for a checkbox that was never set', () => {
  expect(new ApexSObject('Contact').getCheckbox('DoNotCall')).toBe(false);
});

test('should refuse to read a field that was not queried', () => {
  const record = new ApexSObject('Account', { Id: '001000000000001AAA' });
  record.queried = true;

  expect(() => record.get('Name')).toThrow(
    'SObject row was retrieved via SOQL without querying the requested field: Account.Name'
  );
  expect(record.peek('Name')).toBeNull();
});

test('should refuse changes when it is read-only', () => {
  const record = new ApexSObject('Account');
  record.readOnly = true;

  expect(() => record.put('Name', 'x')).toThrow('Record is read-only');
});

test('should leave the id out of a clone unless it is to be kept', () => {
  const record = new ApexSObject('Contact', { Id: '003000000000001AAA', LastName: 'x' });

  expect(record.copy({ keepId: false, deep: false }).fields).toEqual({ LastName: 'x' });
  expect(record.copy({ keepId: true, deep: false }).id).toBe('003000000000001AAA');
});

test('should share parents with a shallow clone and copy them for a deep one', () => {
  const record = new ApexSObject('Contact');
  const parent = new ApexSObject('Account', { Name: 'x' });
  record.setParent('Account', parent);

  expect(record.copy({ keepId: false, deep: false }).getParent('Account')).toBe(parent);
  expect(record.copy({ keepId: false, deep: true }).getParent('Account')).not.toBe(parent);
});
