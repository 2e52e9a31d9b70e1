import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';

const lwc = {
  ...lwcJest.jestConfig,
  displayName: 'lwc',
  // Components share styles: `@import 'c/formStyles'` names a bundle that has nothing but CSS.
  moduleFileExtensions: ['ts', 'js', 'html', 'css'],
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/config/jest/accessibility.cjs'],
  moduleNameMapper: {
    '^lightning/modal$': '<rootDir>/config/jest/lightning/modal.ts',
    '^lightning/navigation$': '<rootDir>/config/jest/lightning/navigation.ts'
  }
};

const scripts = {
  displayName: 'scripts',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/scripts/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/config/jest/stripTypes.cjs' }
};

export default {
  projects: [lwc, scripts],
  coverageProvider: 'v8',
  // Both cores of a small machine; Jest itself would leave one idle.
  maxWorkers: '100%',
  // Modules of a test file outlive it (https://github.com/jestjs/jest/issues/11956): a worker that has grown is replaced.
  workerIdleMemoryLimit: '1GB',
  // Opening a whole org compiles the package; on a busy machine that takes more than the usual five seconds.
  testTimeout: 30000,
  // A test that leaves a server open must not hold up everybody else.
  forceExit: true
};
