import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Tests that open the product in a real Chromium; run by `npm run test:browser`. */
export default {
  rootDir: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  testEnvironment: 'node',
  testMatch: ['<rootDir>/scripts/cli/browser/**/*.browser.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/config/jest/stripTypes.cjs' },
  // One product and one browser at a time: they use both cores.
  maxWorkers: 1,
  testTimeout: 60000
};
