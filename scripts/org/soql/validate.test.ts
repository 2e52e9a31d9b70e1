import { testOrg } from './testing/org.ts';
import { validateQuery } from './validate.ts';

const { schema } = testOrg();

describe('checking a query without running it', () => {
  test('should tell columns, object and binds', () => {
    const soql = `SELECT StageName, SUM(Amount) total FROM Opportunity WHERE AccountId IN :ids AND Id IN (SELECT OpportunityId FROM Quote WHERE Name = :name) GROUP BY StageName LIMIT :n`;

    expect(validateQuery(soql, schema)).toEqual({
      object: 'Opportunity',
      isCount: false,
      isAggregate: true,
      columns: [
        { name: 'StageName', type: 'picklist', aggregate: false },
        { name: 'total', type: 'currency', aggregate: true }
      ],
      binds: ['ids', 'name', 'n']
    });
  });

  test('should refuse what a run would refuse', () => {
    expect(() => validateQuery('SELECT Nope FROM Account', schema)).toThrow(
      /No such column 'Nope'/
    );
  });
});
