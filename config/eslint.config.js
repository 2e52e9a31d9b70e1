import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import platformPlugin from '@lwc/eslint-plugin-lwc-platform';
import lwcI18n from '@salesforce/eslint-config-lwc/i18n-ts.js';
import lwcRecommended from '@salesforce/eslint-config-lwc/recommended-ts.js';
import slds from '@salesforce-ux/eslint-plugin-slds';
import { defineConfig, globalIgnores } from 'eslint/config';
import importPlugin from 'eslint-plugin-import';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Who may import whom: cli → {org, lwc, sandbox} → apex → shared (docs/architecture.md). */
const importZones = [
  { target: 'scripts/shared', from: 'scripts', except: ['./shared'] },
  { target: 'scripts/apex', from: 'scripts', except: ['./apex', './shared'] },
  { target: 'scripts/org', from: 'scripts', except: ['./org', './apex', './shared'] },
  { target: 'scripts/lwc', from: 'scripts', except: ['./lwc', './shared'] },
  { target: 'scripts/sandbox', from: 'scripts', except: ['./sandbox', './shared'] }
].map((zone) => ({ ...zone, message: 'Dependencies point one way: see docs/architecture.md.' }));

/** What runs in the page host's browser, beside the package's own components. */
const browserFiles = ['scripts/lwc/shell/**/*.ts', 'scripts/lwc/modules/{lightning,page}/**/*.ts'];

const shape = {
  complexity: ['error', { max: 8, variant: 'modified' }],
  'max-depth': ['error', 3],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 3]
};

const typeSafety = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true }
  ],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // Objects here are made by functions and hold closures: their methods never use `this`.
  '@typescript-eslint/unbound-method': 'off',
  '@typescript-eslint/no-misused-spread': 'off',
  '@typescript-eslint/no-unnecessary-condition': 'off',
  '@typescript-eslint/no-confusing-void-expression': 'off'
};

/** One source of time, identity and output. */
const hiddenInputs = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Take a Clock (scripts/shared).' },
    { object: 'Math', property: 'random', message: 'Take a Random (scripts/shared).' },
    { object: 'crypto', property: 'randomUUID', message: 'Take a Random (scripts/shared).' }
  ],
  'no-console': 'error'
};

/** Rules of the LWC platform that need no settings of ours. */
const rulesWithSettings = new Set([
  'no-restricted-namespaces',
  'valid-offline-wire',
  'no-dynamic-import-identifier'
]);
const platformRules = Object.fromEntries(
  Object.keys(platformPlugin.rules)
    .filter((name) => !rulesWithSettings.has(name))
    .map((name) => [`@lwc/lwc-platform/${name}`, 'error'])
);

export default defineConfig([
  globalIgnores([
    'scripts/cli/clients/sample/**',
    '**/node_modules/',
    'coverage/',
    '.local/',
    'scripts/apex/corpus/',
    'scripts/lwc/types/',
    'force-app/**/lwc/**/*.js'
  ]),
  {
    files: ['scripts/**/*.ts'],
    ignores: browserFiles,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    plugins: { import: importPlugin },
    languageOptions: {
      globals: globals.node,
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: root }
    },
    rules: {
      ...shape,
      ...typeSafety,
      ...hiddenInputs,
      'import/no-restricted-paths': ['error', { basePath: root, zones: importZones }]
    }
  },
  {
    files: [
      'scripts/shared/**/*.ts',
      'scripts/**/*.{test,browser,clients}.ts',
      'scripts/**/bench*.ts'
    ],
    rules: { 'no-restricted-properties': 'off', 'max-lines-per-function': 'off' }
  },
  {
    // Natives take the context and `this` before the Apex method's own parameters.
    files: ['scripts/apex/library/**/*.ts', 'scripts/org/library/**/*.ts'],
    rules: { 'max-params': ['error', 6] }
  },
  {
    files: ['scripts/**/*.{test,browser,clients}.ts'],
    languageOptions: { globals: globals.jest },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off'
    }
  },
  {
    files: ['force-app/**/lwc/**/*.ts', ...browserFiles],
    ignores: ['**/__tests__/**', '**/*.test.ts'],
    extends: [lwcRecommended, lwcI18n, tseslint.configs.strictTypeChecked],
    plugins: { '@lwc/lwc-platform': platformPlugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['./config/tsconfig.lwc.json'], tsconfigRootDir: root }
    },
    rules: {
      ...shape,
      ...typeSafety,
      ...platformRules,
      'no-void': ['error', { allowAsStatement: true }],
      'no-confusing-arrow': 'off',
      // Intl is in every browser; that module is not documented for packages.
      '@salesforce/lightning/prefer-i18n-service': 'off'
    }
  },
  {
    // The one place that sets timers; whoever starts one is given what stops it.
    files: ['force-app/core/lwc/timer/timer.ts'],
    rules: { '@lwc/lwc/no-async-operation': 'off' }
  },
  {
    files: ['force-app/**/lwc/**/*.{css,html}'],
    plugins: { '@salesforce-ux/slds': slds },
    extends: ['@salesforce-ux/slds/recommended'],
    rules: {
      // Widths and full lengths of a layout have no styling hook; colours and spacing are hooks everywhere.
      '@salesforce-ux/slds/no-hardcoded-values-slds2': 'off'
    }
  }
]);
