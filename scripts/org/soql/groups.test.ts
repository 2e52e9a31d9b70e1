import { testOrg } from './testing/org.ts';

const org = testOrg();
const acme = org.put('Account', { Name: 'Acme', Industry: 'Banking', NumberOfEmployees: 10 });
org.put('Account', { Name: 'beta', NumberOfEmployees: 20 });
org.put('Account', { Name: 'Cache', Industry: 'Media' });
org.put('Contact', { LastName: 'One', AccountId: acme, Email: 'one@acme.example' });
org.put('Contact', { LastName: 'Two', AccountId: acme });
org.put('Contact', { LastName: 'Three' });

describe('groups', () => {
  test('should count', () => {
    const { totalSize, isCount, records } = org.engine.executeQuery(
      org.request('SELECT COUNT() FROM Account')
    );

    expect({ totalSize, isCount, records }).toEqual({ totalSize: 3, isCount: true, records: [] });
  });

  test('should name aggregates expr0, expr1, and grouped fields by the field', () => {
    expect(
      org.query(
        'SELECT Account.Name, COUNT(Id), MAX(LastName) last, COUNT(Email) FROM Contact GROUP BY Account.Name'
      )
    ).toEqual([
      { Name: null, expr0: 1, last: 'Three', expr1: 0 },
      { Name: 'Acme', expr0: 2, last: 'Two', expr1: 1 }
    ]);
  });

  test('should filter groups', () => {
    expect(
      org.query(
        'SELECT AccountId, COUNT(Id) n FROM Contact GROUP BY AccountId HAVING COUNT(Id) > 1'
      )
    ).toEqual([{ AccountId: acme, n: 2 }]);
  });

  test('should add subtotals for ROLLUP', () => {
    expect(
      org.query(
        'SELECT Industry, SUM(NumberOfEmployees) s, GROUPING(Industry) g FROM Account GROUP BY ROLLUP(Industry)'
      )
    ).toEqual([
      { Industry: null, s: 20, g: 0 },
      { Industry: 'Banking', s: 10, g: 0 },
      { Industry: 'Media', s: null, g: 0 },
      { Industry: null, s: 30, g: 1 }
    ]);
  });
});

describe('COUNT()', () => {
  test('should count no more than LIMIT', () => {
    const count = (soql: string): number => org.engine.executeQuery(org.request(soql)).totalSize;

    expect(count('SELECT COUNT() FROM Account LIMIT 2')).toBe(2);
    expect(count('SELECT COUNT() FROM Account LIMIT 5')).toBe(3);
  });
});
