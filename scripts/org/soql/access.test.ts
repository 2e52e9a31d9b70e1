import type { AccessPolicy } from '../session/types.ts';
import { openPolicy, testOrg } from './testing/org.ts';

const org = testOrg(
  {},
  {
    sharing: ({ object, alias, user }) =>
      object === 'Account'
        ? { sql: `${alias}."OwnerId" = ?`, parameters: [user.userId] }
        : undefined
  }
);
const mine = org.put('Account', { Name: 'Mine', Industry: 'Media', OwnerId: '005000000000001AAA' });
const other = org.put('Account', { Name: 'Other', OwnerId: '005000000000002AAA' });
org.put('Contact', { LastName: 'A', AccountId: mine });
org.put('Contact', { LastName: 'B', AccountId: other });

const blind: AccessPolicy = {
  ...openPolicy,
  canRead: (object) => object !== 'Contact',
  canReadField: (_, field) => field !== 'Industry'
};

describe('user mode', () => {
  test.each([
    ['SELECT Industry FROM Account', `No such column 'Industry' on entity 'Account'`],
    [
      `SELECT Id FROM Account WHERE Industry = 'x'`,
      `No such column 'Industry' on entity 'Account'`
    ],
    ['SELECT Id FROM Account ORDER BY Industry', `No such column 'Industry' on entity 'Account'`],
    ['SELECT Id FROM Contact', `sObject type 'Contact' is not supported`],
    ['SELECT (SELECT Id FROM Contacts) FROM Account', `sObject type 'Contact' is not supported`],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)',
      `sObject type 'Contact' is not supported`
    ]
  ])('should hide what cannot be read: %s', (soql, message) => {
    expect(() => org.query(soql, { policy: blind, accessLevel: 'user' })).toThrow(message);
    expect(() => org.query(`${soql} `, { policy: blind, accessLevel: 'system' })).not.toThrow();
  });

  test('should name all that is hidden', () => {
    const soql = 'SELECT Industry, (SELECT Id FROM Contacts) FROM Account';

    expect(() => org.query(soql, { policy: blind, accessLevel: 'user' })).toThrow(
      expect.objectContaining({
        hidden: new Map([
          ['Account', new Set(['Industry'])],
          ['Contact', new Set()]
        ])
      }) as Error
    );
  });

  test('should be asked for, or left, in the text', () => {
    const soql = 'SELECT Industry FROM Account';

    expect(() => org.query(`${soql} WITH USER_MODE`, { policy: blind })).toThrow('No such column');
    expect(() =>
      org.query(`${soql} WITH SYSTEM_MODE`, { policy: blind, accessLevel: 'user' })
    ).not.toThrow();
  });
});

describe('WITH SECURITY_ENFORCED', () => {
  test('should look at SELECT and FROM only', () => {
    const enforced = (soql: string) => (): unknown =>
      org.query(`${soql} WITH SECURITY_ENFORCED`, { policy: blind });

    expect(enforced('SELECT Industry FROM Account')).toThrow(
      'Insufficient permissions: secure query included inaccessible field'
    );
    expect(enforced(`SELECT Id FROM Account WHERE Industry = 'Media'`)).not.toThrow();
  });
});

describe('sharing', () => {
  test('should leave out rows, in subqueries too', () => {
    const sharing = { sharing: true };

    expect(org.values('SELECT Name FROM Account', sharing)).toEqual(['Mine']);
    expect(
      org.values(
        'SELECT LastName FROM Contact WHERE AccountId IN (SELECT Id FROM Account)',
        sharing
      )
    ).toEqual(['A']);
    expect(org.values('SELECT COUNT(Id) FROM Account', sharing)).toEqual([1]);
  });

  test('should be off when it is not asked for', () => {
    expect(org.values('SELECT Name FROM Account ORDER BY Name')).toEqual(['Mine', 'Other']);
  });

  test('should come with user mode', () => {
    expect(org.values('SELECT Name FROM Account WITH USER_MODE')).toEqual(['Mine']);
  });
});
