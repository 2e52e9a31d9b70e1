import { testOrg } from './testing/org.ts';

const org = testOrg();
// In Los Angeles (UTC-8) it is Tuesday, 24 November 2026, 10:00.
for (const [Name, CreatedDate] of [
  ['just before today', '2026-11-24T07:59:59.999Z'],
  ['as today begins', '2026-11-24T08:00:00.000Z'],
  ['as tomorrow begins', '2026-11-25T08:00:00.000Z'],
  ['last Saturday', '2026-11-21T20:00:00.000Z'],
  ['last month', '2026-10-05T20:00:00.000Z'],
  ['last year', '2025-11-24T20:00:00.000Z']
] as const)
  org.put('Account', { Name, CreatedDate });
for (const CloseDate of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-12-31', '2027-01-01'])
  org.put('Opportunity', { Name: CloseDate, CloseDate });

describe('date literals', () => {
  test.each([
    ['= TODAY', ['as today begins']],
    ['= YESTERDAY', ['just before today']],
    ['= TOMORROW', ['as tomorrow begins']],
    ['= LAST_WEEK', ['last Saturday']],
    ['= LAST_MONTH', ['last month']],
    ['= LAST_YEAR', ['last year']],
    ['< THIS_MONTH', ['last month', 'last year']],
    ['> TODAY', ['as tomorrow begins']],
    ['>= TODAY', ['as today begins', 'as tomorrow begins']],
    ['= LAST_N_DAYS:1', ['just before today', 'as today begins']],
    ['= N_DAYS_AGO:3', ['last Saturday']],
    ['= LAST_N_MONTHS:1', ['last month']],
    ['= LAST_QUARTER', []],
    ['= 2026-11-24T08:00:00Z', ['as today begins']],
    ['= 2026-11-24T00:00:00-08:00', ['as today begins']]
  ])("should be in the user's time zone: CreatedDate %s", (test_, expected) => {
    expect(
      org
        .values(`SELECT Name FROM Account WHERE CreatedDate ${test_} ORDER BY CreatedDate`)
        .toSorted()
    ).toEqual([...expected].toSorted());
  });

  test.each([
    ['= TODAY', ['2026-11-24']],
    ['= THIS_WEEK', ['2026-11-23', '2026-11-24', '2026-11-25']],
    ['> TODAY', ['2026-11-25', '2026-12-31', '2027-01-01']],
    ['= NEXT_N_DAYS:1', ['2026-11-25']],
    ['= NEXT_YEAR', ['2027-01-01']],
    ['= NEXT_MONTH', ['2026-12-31']],
    ['!= THIS_YEAR', ['2027-01-01']],
    ['= 2026-12-31', ['2026-12-31']]
  ])('should mean days for dates: CloseDate %s', (test_, expected) => {
    expect(
      org.values(`SELECT Name FROM Opportunity WHERE CloseDate ${test_} ORDER BY CloseDate`)
    ).toEqual(expected);
  });
});

describe('date functions', () => {
  test.each([
    ['CALENDAR_YEAR', 2026],
    ['CALENDAR_QUARTER', 4],
    ['CALENDAR_MONTH', 11],
    ['DAY_IN_MONTH', 24],
    ['DAY_IN_WEEK', 3],
    ['DAY_IN_YEAR', 328],
    ['WEEK_IN_MONTH', 4],
    ['WEEK_IN_YEAR', 47],
    ['FISCAL_YEAR', 2026],
    ['DAY_ONLY', '2026-11-24'],
    ['HOUR_IN_DAY', 8]
  ])('should compute %s in UTC', (name, expected) => {
    const soql = `SELECT ${name}(CreatedDate) FROM Account WHERE Name = 'as today begins' GROUP BY ${name}(CreatedDate)`;

    expect(org.values(soql)).toEqual([expected]);
  });

  test("should compute in the user's zone when the time is converted", () => {
    const hour = 'HOUR_IN_DAY(convertTimezone(CreatedDate))';

    expect(
      org.values(
        `SELECT ${hour} FROM Account WHERE ${hour} = 0 AND CreatedDate = TODAY GROUP BY ${hour}`
      )
    ).toEqual([0]);
  });
});
