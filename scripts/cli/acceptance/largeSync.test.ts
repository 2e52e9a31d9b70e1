import { measureSync } from './largeSync.ts';

const half = 50;
const limits = [
  'CPU time',
  'Callouts',
  'DML rows',
  'DML statements',
  'Heap',
  'Queries',
  'Query rows'
];

test('should take less than half of every limit in each transaction, and keep the rate limit, however much there is', async () => {
  const { status, total, callouts, links, tooMany, peaks } = await measureSync('medium');

  expect([status, total, tooMany]).toEqual(['Completed', 8000, 0]);
  expect(callouts).toBeGreaterThan(100);
  expect(links).toBeGreaterThan(50);
  expect(Object.keys(peaks).sort()).toEqual(limits);
  expect(Object.entries(peaks).filter(([, share]) => share >= half)).toEqual([]);
}, 300_000);
