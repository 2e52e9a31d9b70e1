import { QueryError } from './errors.ts';
import { testOrg } from './testing/org.ts';

const org = testOrg();
const advice = 'Please reference your WSDL or the describe call for the appropriate names.';

function failure(soql: string): QueryError {
  try {
    org.engine.executeQuery(org.request(soql));
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error(`The query ran: ${soql}`);
}

describe('mistakes in queries', () => {
  test.each([
    [
      'SELECT Nope FROM Account',
      'INVALID_FIELD',
      `No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${advice}`
    ],
    [
      'SELECT Id FROM Nope',
      'INVALID_TYPE',
      `sObject type 'Nope' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${advice}`
    ],
    [
      'SELECT Nope.Name FROM Account',
      'INVALID_FIELD',
      `Didn't understand relationship 'Nope' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${advice}`
    ],
    [
      'SELECT (SELECT Id FROM Nopes) FROM Account',
      'INVALID_TYPE',
      `Didn't understand relationship 'Nopes' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${advice}`
    ],
    [
      `SELECT Id FROM Account WHERE Description = 'x'`,
      'INVALID_FIELD',
      `field 'Description' can not be filtered in a query call`
    ],
    [
      'SELECT Id FROM Account ORDER BY Description',
      'INVALID_FIELD',
      `field 'Description' can not be sorted in a query call`
    ],
    [
      'SELECT AnnualRevenue FROM Account GROUP BY AnnualRevenue',
      'INVALID_FIELD',
      `field 'AnnualRevenue' can not be grouped in a query call`
    ],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      'INVALID_FIELD',
      `value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes`
    ],
    [
      `SELECT Id FROM Account WHERE NumberOfEmployees = '5'`,
      'INVALID_FIELD',
      `value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes`
    ],
    [
      'SELECT Name, COUNT(Id) FROM Account',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Name'
    ],
    [
      'SELECT SUM(Name) FROM Account',
      'MALFORMED_QUERY',
      'field Name does not support aggregate operator SUM'
    ],
    [
      'SELECT Name n FROM Account',
      'MALFORMED_QUERY',
      'only aggregate expressions use field aliasing'
    ],
    [
      'SELECT Id FROM Account OFFSET 2001',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Maximum SOQL offset allowed is 2000'
    ],
    ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY', 'unexpected token: <EOF>'],
    ['SELECT Id FROM Account nonsense here', 'MALFORMED_QUERY', `unexpected token: 'here'`],
    [
      `SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'`,
      'MALFORMED_QUERY',
      `unexpected token: 'OR'`
    ],
    [
      `SELECT Id FROM Account WHERE OwnerId = 'Ada'`,
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid ID field: Ada'
    ],
    [
      `SELECT Id FROM Account WHERE AnnualRevenue LIKE '1%'`,
      'INVALID_FIELD',
      `value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes`
    ],
    ['SELECT Id, Name, id FROM Account', 'INVALID_FIELD', 'duplicate field selected: Id'],
    ['SELECT COUNT(Id) x, MAX(Name) x FROM Account', 'MALFORMED_QUERY', 'duplicate alias: x'],
    [
      `SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact)`,
      'MALFORMED_QUERY',
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.'
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)',
      'MALFORMED_QUERY',
      'The inner and outer selects should not be on the same object type'
    ],
    [
      `SELECT Id FROM Account WHERE BillingAddress = 'x'`,
      'INVALID_FIELD',
      `field 'BillingAddress' can not be filtered in a query call`
    ],
    ['', 'MALFORMED_QUERY', 'unexpected token: <EOF>']
  ])('should be told of %s', (soql, errorCode, message) => {
    expect(failure(soql)).toMatchObject({ errorCode, message });
  });

  test('should point at the place, as the REST API does', () => {
    const soql = 'SELECT Id, Nope FROM Account';

    expect(failure(soql).explain(soql)).toMatch(
      /^\nSELECT Id, Nope FROM Account\n {11}\^\nERROR at Row:1:Column:12\nNo such column/
    );
  });
});

test('should refuse what is nested too deep, before it takes minutes to read', () => {
  const org = testOrg();
  const where = `${'('.repeat(400)}Name = 'x'${')'.repeat(400)}`;

  expect(() =>
    org.engine.executeQuery(org.request(`SELECT Id FROM Account WHERE ${where}`))
  ).toThrow("unexpected token: '('");
});
