import { withIds } from './implicitId.ts';

test.each([
  ['SELECT Name FROM Account', 'SELECT Id, Name FROM Account'],
  ['select Id, Name from Account', 'select Id, Name from Account'],
  [
    'SELECT (SELECT LastName FROM Contacts) FROM Account WHERE Id IN (SELECT AccountId FROM Contact)',
    'SELECT Id, (SELECT Id, LastName FROM Contacts) FROM Account WHERE Id IN (SELECT AccountId FROM Contact)'
  ],
  [
    'SELECT Id,(SELECT Id FROM Contacts LIMIT 1) FROM Account',
    'SELECT Id,(SELECT Id FROM Contacts LIMIT 1) FROM Account'
  ]
])('should add the ids that are missing in %s', (soql, expected) => {
  expect(withIds(soql)).toBe(expected);
});
