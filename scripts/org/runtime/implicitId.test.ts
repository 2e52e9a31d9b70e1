import { withIds } from './implicitId.ts';

test.each([
  ['SELECT Name FROM Account', 'SELECT Id, Name FROM Account'],
  ['select Id, Name from Account', 'select Id, Name from Account'],
  [
    'SELECT (SELECT LastName FROM Contacts) FROM Account WHERE Id IN (SELECT AccountId FROM Contact)',
    'SELECT Id, (SELECT Id, LastName FROM Contacts) FROM Account WHERE Id IN (SELECT AccountId FROM Contact)'
  ],
  [
    'SELECT Account.Owner.Name, Account.Name FROM Contact',
    'SELECT Id, Account.Id, Account.Owner.Id, Account.Owner.Name, Account.Name FROM Contact'
  ],
  [
    'SELECT Id, toLabel(Status), (SELECT Owner.Name FROM Tasks) FROM Case',
    'SELECT Id, toLabel(Status), (SELECT Id, Owner.Id, Owner.Name FROM Tasks) FROM Case'
  ],
  [
    'SELECT Id,(SELECT Id FROM Contacts LIMIT 1) FROM Account',
    'SELECT Id,(SELECT Id FROM Contacts LIMIT 1) FROM Account'
  ]
])('should add the ids that are missing in %s', (soql, expected) => {
  expect(withIds(soql)).toBe(expected);
});

test('should add the lookups that lead to parents', () => {
  const lookups = (path: readonly string[]) => (path.length === 1 ? ['AccountId'] : []);

  expect(withIds('SELECT Account.Name FROM Contact', lookups)).toBe(
    'SELECT Id, Account.Id, AccountId, Account.Name FROM Contact'
  );
});
