import { manualClock } from '../../shared/index.ts';
import { createLimits } from './index.ts';
import type { LimitName, Limits, TransactionKind } from './index.ts';

function limitsOf(kind: TransactionKind = 'synchronous'): Limits {
  return createLimits(kind, manualClock('2026-01-01T00:00:00Z'));
}

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm
test.each<[LimitName, number, number]>([
  ['queries', 100, 200],
  ['queryRows', 50_000, 50_000],
  ['queryLocatorRows', 10_000, 10_000],
  ['soslQueries', 20, 20],
  ['dmlStatements', 150, 150],
  ['dmlRows', 10_000, 10_000],
  ['callouts', 100, 100],
  ['calloutTime', 120_000, 120_000],
  ['heapSize', 6_000_000, 12_000_000],
  ['cpuTime', 10_000, 60_000],
  ['queueableJobs', 50, 1],
  ['emailInvocations', 10, 10],
  ['mobilePushCalls', 10, 10],
  ['publishImmediateDml', 150, 150]
])('should allow %s: %d, asynchronously %d', (name, synchronous, asynchronous) => {
  expect(limitsOf().maximum(name)).toBe(synchronous);
  expect(limitsOf('scheduled').maximum(name)).toBe(synchronous);
  expect(limitsOf('queueable').maximum(name)).toBe(asynchronous);
  expect(limitsOf('batch').maximum(name)).toBe(asynchronous);
});

test.each<[TransactionKind, number]>([
  ['synchronous', 50],
  ['queueable', 50],
  ['batch', 0],
  ['future', 0]
])('should allow future calls in %s Apex: %d', (kind, expected) => {
  expect(limitsOf(kind).maximum('futureCalls')).toBe(expected);
});

test.each<[LimitName, number, string]>([
  ['queries', 100, 'Too many SOQL queries: 101'],
  ['queryRows', 50_000, 'Too many query rows: 50001'],
  ['dmlStatements', 150, 'Too many DML statements: 151'],
  ['dmlRows', 10_000, 'Too many DML rows: 10001'],
  ['callouts', 100, 'Too many callouts: 101'],
  ['soslQueries', 20, 'Too many SOSL queries: 21'],
  ['futureCalls', 50, 'Too many future calls: 51'],
  ['queueableJobs', 50, 'Too many queueable jobs added to the queue: 51'],
  ['emailInvocations', 10, 'Too many Email Invocations: 11']
])('should stop after %s: %d', (name, allowed, message) => {
  const limits = limitsOf();
  limits.count(name, allowed);

  expect(() => limits.count(name)).toThrow(message);
});

test('should stop an Apex transaction that computes too long', () => {
  const clock = manualClock('2026-01-01T00:00:00Z');
  const limits = createLimits('synchronous', clock);

  clock.advance(10_001);

  expect(() => limits.checkCpuTime()).toThrow('Apex CPU time limit exceeded');
});

test('should not count the time of queries, DML and callouts as CPU time', () => {
  const clock = manualClock('2026-01-01T00:00:00Z');
  const limits = createLimits('synchronous', clock);

  limits.offTheClock(() => clock.advance(60_000));
  clock.advance(5);

  expect(limits.used('cpuTime')).toBe(5);
});

test('should give a fresh set between startTest and stopTest', () => {
  const limits = limitsOf();
  limits.count('queries', 90);

  limits.startTest();
  limits.count('queries', 50);
  const inTest = limits.used('queries');
  limits.stopTest();

  expect([inTest, limits.used('queries')]).toEqual([50, 90]);
});

test('should go back to a snapshot before a retry', () => {
  const limits = limitsOf();
  limits.count('dmlRows', 3);
  const snapshot = limits.snapshot();
  limits.count('dmlRows', 10);

  limits.restore(snapshot);

  expect(limits.used('dmlRows')).toBe(3);
});
