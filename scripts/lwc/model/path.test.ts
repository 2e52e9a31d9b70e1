import { pathField, pathSteps } from './path.ts';

const values = ['Draft', 'Sent', 'Accepted', 'Expired'].map((value) => ({ label: value, value }));

test('should mark steps before the current one as done, and leave out dead ends', () => {
  expect(pathSteps(values, 'Sent')).toEqual([
    { label: 'Draft', state: 'complete' },
    { label: 'Sent', state: 'current' },
    { label: 'Accepted', state: 'incomplete' }
  ]);
});

test('should claim nothing about steps before a dead end', () => {
  expect(pathSteps(values, 'Expired')).toEqual([
    { label: 'Draft', state: 'incomplete' },
    { label: 'Sent', state: 'incomplete' },
    { label: 'Accepted', state: 'incomplete' },
    { label: 'Expired', state: 'lost' }
  ]);
});

test('should mark nothing as done for a status that is no value of the list', () => {
  expect(pathSteps(values, 'Odd').map(({ state }) => state)).toEqual(Array(3).fill('incomplete'));
});

test('should follow only a picklist', () => {
  expect(pathField({ Status__c: { dataType: 'Picklist' } })).toBe('Status__c');
  expect(pathField({ Status__c: { dataType: 'String' } })).toBeUndefined();
});

test('should know a status by its name whatever its namespace', () => {
  const fields = { clazar__Status__c: { dataType: 'Picklist' } };

  expect(pathField(fields)).toBe('clazar__Status__c');
});
