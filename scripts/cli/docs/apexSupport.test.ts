import { apexSupport, committedApexSupport } from './apexSupport.ts';

test('should list in docs/apex-support.md exactly what the code supports (else: npm run docs)', async () => {
  expect(committedApexSupport()).toBe(await apexSupport());
});
