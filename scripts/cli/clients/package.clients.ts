import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { recordingLog } from '../../shared/index.ts';
import { build } from '../deploy/index.ts';
import { projectFolder } from '../tools/index.ts';
import { workbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';

let bench: Workbench;
let copy: string;
beforeAll(async () => {
  bench = await workbench();
  copy = join(bench.folder, 'package');
  build(recordingLog());
  for (const name of ['force-app', 'sfdx-project.json', '.forceignore']) {
    cpSync(join(projectFolder, name), join(copy, name), { recursive: true });
  }
});
afterAll(() => bench.close());

interface Details {
  readonly componentFailures: readonly { readonly fullName: string; readonly problem: string }[];
}

interface TestResult {
  readonly FullName: string;
  readonly Outcome: string;
  readonly Message: string | null;
}

/** What is wrong with a deployment, in words. */
function problemsOf(result: unknown): string[] | undefined {
  const details = (result as { details?: Details } | undefined)?.details;
  return details?.componentFailures.map(({ fullName, problem }) => `${fullName}: ${problem}`);
}

describe('this package', () => {
  test('should deploy with sf to an org with nothing in it', async () => {
    const { text, result } = await bench.sf(
      copy,
      ...['project', 'deploy', 'start', '--source-dir', 'force-app', '--wait', '10']
    );

    expect(problemsOf(result) ?? text).toEqual([]);
    expect(result).toMatchObject({ status: 'Succeeded' });
  });

  test('should pass all its tests there', async () => {
    const { result } = await bench.sf(
      copy,
      ...['apex', 'run', 'test', '--test-level', 'RunLocalTests', '--wait', '10']
    );

    const { tests = [] } = (result ?? {}) as { tests?: TestResult[] };
    const failed = tests.filter(({ Outcome }) => Outcome !== 'Pass');
    expect(failed.map(({ FullName, Message }) => `${FullName}: ${Message ?? ''}`)).toEqual([]);
    expect(tests.length).toBeGreaterThan(100);
  });

  test('should deploy a second time over records, and keep them', async () => {
    const values = "Name='Kept' Clazar_Id__c=listing-1 Cloud__c=AWS";
    const created = ['data', 'create', 'record', '--sobject', 'Listing__c', '--values', values];
    await bench.sf(copy, ...created);

    const { result } = await bench.sf(
      copy,
      'project',
      'deploy',
      'start',
      '--source-dir',
      'force-app'
    );

    expect(result).toMatchObject({ status: 'Succeeded' });
    const soql = 'SELECT Name FROM Listing__c';
    const { result: kept } = await bench.sf(copy, 'data', 'query', '--query', soql);
    expect(kept).toMatchObject({ records: [{ Name: 'Kept' }] });
  });

  test('should give its permission set to a user', async () => {
    const assign = ['org', 'assign', 'permset', '--name', 'Clazar_Admin'];
    const { exitCode } = await bench.sf(copy, ...assign);

    expect(exitCode).toBe(0);
  });

  test('should have asked for nothing that the org does not know', () => {
    expect(bench.unknown).toEqual([]);
  });
});
