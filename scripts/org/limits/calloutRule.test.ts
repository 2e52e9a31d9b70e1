import { createCalloutRule } from './index.ts';

const refusal = 'You have uncommitted work pending. Please commit or rollback before calling out';

test('should refuse a callout after DML', () => {
  const rule = createCalloutRule();

  rule.workDone();

  expect(rule.refusal()).toBe(refusal);
});

test('should refuse a callout while a savepoint is not released', () => {
  const rule = createCalloutRule();

  rule.savepointSet();

  expect(rule.refusal()).toBe(refusal);
});

test('should allow a callout when DML is rolled back and its savepoint released', () => {
  const rule = createCalloutRule();
  rule.savepointSet();
  rule.workDone();

  rule.rolledBack();
  rule.savepointReleased();

  expect(rule.refusal()).toBeUndefined();
});

test('should still refuse it when there was work before the savepoint', () => {
  const rule = createCalloutRule();
  rule.workDone();
  rule.savepointSet();

  rule.rolledBack();
  rule.savepointReleased();

  expect(rule.refusal()).toBe(refusal);
});
