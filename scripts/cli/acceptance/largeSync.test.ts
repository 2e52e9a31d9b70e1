import { measureSync } from './largeSync.ts';

const half = 50;

test('should take less than half of every limit in each transaction, however many pages there are', async () => {
  const { status, total, callouts, peaks } = await measureSync('medium');

  expect([status, total]).toEqual(['Completed', 8000]);
  expect(callouts).toBeGreaterThan(100);
  expect(Object.entries(peaks).filter(([, share]) => share >= half)).toEqual([]);
}, 300_000);
