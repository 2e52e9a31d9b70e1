import { nextFlowTime } from './scheduledFlows.ts';

const start = { startDate: '2026-03-06', startTime: '08:30:00.000Z' };

test.each([
  ['Once', '2026-03-01T00:00:00Z', '2026-03-06T08:30:00.000Z'],
  ['Once', '2026-03-07T00:00:00Z', undefined],
  ['Daily', '2026-05-01T09:00:00Z', '2026-05-02T08:30:00.000Z'],
  ['Weekdays', '2026-03-06T09:00:00Z', '2026-03-09T08:30:00.000Z'],
  ['Weekly', '2026-03-06T08:30:00Z', '2026-03-13T08:30:00.000Z']
])('should run a %s flow next after %s', (frequency, after, expected) => {
  const time = nextFlowTime({ ...start, frequency }, Date.parse(after), 'UTC');

  expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(expected);
});
