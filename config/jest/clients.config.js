import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Tests that drive the local org with the real clients; run by `npm run test:clients`. */
export default {
  rootDir: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  testEnvironment: 'node',
  testMatch: ['<rootDir>/scripts/cli/clients/**/*.clients.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/config/jest/stripTypes.cjs' },
  // Each client is a process of its own besides: more at a time only wait for each other.
  maxWorkers: 2,
  testTimeout: 180000,
  forceExit: true
};
