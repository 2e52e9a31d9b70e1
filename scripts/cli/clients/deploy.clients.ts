import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';

let bench: Workbench;
let sample: string;
beforeAll(async () => {
  bench = await workbench();
  sample = bench.sample();
});
afterAll(() => bench.close());

const classes = 'force-app/main/default/classes';
const deploy = (...more: string[]) =>
  bench.sf(sample, 'project', 'deploy', 'start', '--source-dir', 'force-app', ...more);

/** Changes a file for the time of one piece of work. */
async function withFile<T>(
  name: string,
  change: (text: string) => string,
  work: () => Promise<T>
): Promise<T> {
  const path = join(sample, name);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, change(before));
  try {
    return await work();
  } finally {
    writeFileSync(path, before);
  }
}

describe('sf project', () => {
  test('should deploy a project to an org with nothing in it', async () => {
    const { exitCode, result } = await deploy('--test-level', 'RunLocalTests');

    expect(exitCode).toBe(0);
    expect(result).toMatchObject({
      status: 'Succeeded',
      numberComponentErrors: 0,
      numberTestErrors: 0,
      details: { runTestResult: { numTestsRun: 3 } }
    });
  });

  test('should tell of a mistake by line and column, and change nothing', async () => {
    const broken = (text: string): string =>
      text.replace('A_KILOGRAM * weight', 'A_POUND * weight');

    const { exitCode, result } = await withFile(`${classes}/ParcelPrices.cls`, broken, deploy);

    expect(exitCode).toBe(1);
    expect(result).toMatchObject({
      status: 'Failed',
      details: {
        componentFailures: [
          { fullName: 'ParcelPrices', lineNumber: 13, problem: expect.stringContaining('A_POUND') }
        ]
      }
    });
    const { result: run } = await bench.sf(
      sample,
      'apex',
      'run',
      'test',
      '--tests',
      'ParcelPricesTest',
      '--synchronous'
    );
    expect(run).toMatchObject({ summary: { outcome: 'Passed' } });
  });

  test('should refuse a deployment whose tests fail, with their coverage', async () => {
    const dearer = (text: string): string => text.replace('FLAT = 4', 'FLAT = 5');

    const { exitCode, result } = await withFile(`${classes}/ParcelPrices.cls`, dearer, () =>
      deploy('--test-level', 'RunLocalTests')
    );

    expect(exitCode).toBe(1);
    expect(result).toMatchObject({ status: 'Failed', numberTestErrors: 2 });
  });

  test('should validate, then deploy quickly what was validated', async () => {
    const validated = await bench.sf(
      sample,
      'project',
      'deploy',
      'validate',
      '--source-dir',
      'force-app',
      '--test-level',
      'RunLocalTests'
    );
    const quick = await bench.sf(sample, 'project', 'deploy', 'quick', '--use-most-recent');
    const report = await bench.sf(sample, 'project', 'deploy', 'report', '--use-most-recent');

    expect(validated.result).toMatchObject({ status: 'Succeeded', checkOnly: true });
    expect(quick.result).toMatchObject({ status: 'Succeeded' });
    expect(report.exitCode).toBe(0);
  });

  test('should not cancel what is done', async () => {
    const { exitCode } = await bench.sf(sample, 'project', 'deploy', 'cancel', '--use-most-recent');

    expect(exitCode).not.toBe(0);
  });

  test('should deploy by the REST API as well', async () => {
    const setting = ['config', 'set', '--global'];
    await bench.sf(sample, ...setting, 'org-metadata-rest-deploy=true');

    const { exitCode, result } = await deploy('--dry-run');
    await bench.sf(sample, ...setting, 'org-metadata-rest-deploy=false');

    expect(exitCode).toBe(0);
    expect(result).toMatchObject({ checkOnly: true, status: 'Succeeded' });
  });

  test('should bring back what was deployed', async () => {
    rmSync(join(sample, 'force-app/main/default/lwc'), { recursive: true });
    rmSync(join(sample, classes), { recursive: true });

    const { exitCode } = await bench.sf(
      sample,
      'project',
      'retrieve',
      'start',
      '--metadata',
      'ApexClass',
      '--metadata',
      'LightningComponentBundle',
      '--metadata',
      'CustomObject:Parcel__c'
    );

    expect(exitCode).toBe(0);
    expect(readFileSync(join(sample, `${classes}/ParcelPrices.cls`), 'utf8')).toContain(
      'A_KILOGRAM * weight'
    );
    expect(
      readFileSync(join(sample, 'force-app/main/default/lwc/parcelCard/parcelCard.js'), 'utf8')
    ).toContain('ParcelCard');
    expect(
      readFileSync(
        join(sample, 'force-app/main/default/objects/Parcel__c/fields/Weight__c.field-meta.xml'),
        'utf8'
      )
    ).toContain('<scale>2</scale>');
  });

  test('should delete what destructive changes name', async () => {
    const { exitCode } = await bench.sf(
      sample,
      'project',
      'delete',
      'source',
      '--metadata',
      'LightningComponentBundle:parcelCard',
      '--no-prompt'
    );
    const { result } = await bench.sf(
      sample,
      'org',
      'list',
      'metadata',
      '--metadata-type',
      'LightningComponentBundle'
    );

    expect(exitCode).toBe(0);
    expect(result).toEqual([]);
  });

  test('should have asked for nothing that the org does not know', () => {
    expect(bench.unknown).toEqual([]);
  });
});
