import { nextFireTime, parseCron } from './cron.ts';

const start = Date.parse('2026-01-01T10:00:00Z');

function next(expression: string, zone = 'UTC'): string | undefined {
  const time = nextFireTime(parseCron(expression), start, zone);
  return time === undefined ? undefined : new Date(time).toISOString();
}

test.each([
  ['every day at one', '0 0 13 * * ?', '2026-01-01T13:00:00.000Z'],
  ['every day at midnight', '0 0 0 * * ?', '2026-01-02T00:00:00.000Z'],
  ['every hour', '0 30 * * * ?', '2026-01-01T10:30:00.000Z'],
  ['the last Friday of a month', '0 0 22 ? * 6L', '2026-01-30T22:00:00.000Z'],
  ['Monday to Friday', '0 0 10 ? * MON-FRI', '2026-01-02T10:00:00.000Z'],
  ['the third Tuesday', '0 0 8 ? * TUE#3', '2026-01-20T08:00:00.000Z'],
  ['the last day of a month', '0 0 8 L * ?', '2026-01-31T08:00:00.000Z'],
  ['every other month', '0 0 8 1 2/2 ?', '2026-02-01T08:00:00.000Z'],
  ['a year', '0 0 8 1 1 ? 2028', '2028-01-01T08:00:00.000Z']
])('should fire next: %s', (_name, expression, expected) => {
  expect(next(expression)).toBe(expected);
});

test('should never fire again when its year has passed', () => {
  expect(next('0 0 8 1 1 ? 2020')).toBeUndefined();
});

test('should take hours in the time zone of the user', () => {
  expect(next('0 0 13 * * ?', 'America/Los_Angeles')).toBe('2026-01-01T21:00:00.000Z');
});

test.each(['', '0 0', '61 0 0 * * ?', '0 0 0 * * *', '0 0 25 * * ?', '0 0/5 * * * ?'])(
  'should refuse %p',
  (expression) => {
    expect(() => parseCron(expression)).toThrow();
  }
);
