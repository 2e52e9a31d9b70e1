import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';

let bench: Workbench;
let sample: string;
beforeAll(async () => {
  bench = await workbench();
  sample = bench.sample();
  await bench.sf(sample, 'project', 'deploy', 'start', '--source-dir', 'force-app');
});
afterAll(() => bench.close());

function anonymous(text: string) {
  const file = join(sample, 'block.apex');
  writeFileSync(file, text);
  return bench.sf(sample, 'apex', 'run', '--file', file);
}

describe('sf apex', () => {
  test('should run a block and show its log', async () => {
    const { result } = await anonymous("System.debug('Hello ' + ParcelPrices.priceOf(2));");

    expect(result).toMatchObject({
      success: true,
      compiled: true,
      logs: expect.stringContaining('|DEBUG|Hello 7')
    });
  });

  test.each([
    ['a block that does not compile', 'Integer one = two;', /Variable does not exist: two/],
    ['a block that fails', "throw new IllegalArgumentException('no <b>');", /no <b>/]
  ])('should tell what is wrong with %s', async (_, text, message) => {
    const { exitCode, text: output } = await anonymous(text);

    expect(exitCode).not.toBe(0);
    expect(output).toMatch(message);
  });

  test('should run tests at once, with coverage', async () => {
    const { exitCode, result } = await bench.sf(
      sample,
      'apex',
      'run',
      'test',
      '--tests',
      'ParcelPricesTest',
      '--synchronous',
      '--code-coverage'
    );

    expect(exitCode).toBe(0);
    expect(result).toMatchObject({
      summary: { outcome: 'Passed', testsRan: 3, orgWideCoverage: '100%' },
      coverage: {
        coverage: expect.arrayContaining([
          expect.objectContaining({ name: 'ParcelPrices', coveredPercent: 100 })
        ])
      }
    });
  });

  test('should run all tests later, wait for them, and write JUnit XML', async () => {
    const folder = join(sample, 'tests');

    const { exitCode } = await bench.sf(
      sample,
      'apex',
      'run',
      'test',
      '--test-level',
      'RunLocalTests',
      '--wait',
      '5',
      '--code-coverage',
      '--result-format',
      'junit',
      '--output-dir',
      folder
    );

    expect(exitCode).toBe(0);
    const id = readFileSync(join(folder, 'test-run-id.txt'), 'utf8');
    const junit = readFileSync(join(folder, `test-result-${id}-junit.xml`), 'utf8');
    expect(junit.match(/<testcase /g)).toHaveLength(3);
    expect(junit).toContain('name="outcome" value="Successful"');
  });

  test('should run one method', async () => {
    const { result } = await bench.sf(
      sample,
      'apex',
      'run',
      'test',
      '--tests',
      'ParcelPricesTest.shouldPriceByWeight',
      '--wait',
      '5'
    );

    expect(result).toMatchObject({ summary: { outcome: 'Passed', testsRan: 1 } });
  });

  test('should refuse a test class that is not there', async () => {
    const { exitCode, message } = await bench.sf(
      sample,
      'apex',
      'run',
      'test',
      '--tests',
      'NoSuchTest',
      '--wait',
      '5'
    );

    expect(exitCode).not.toBe(0);
    expect(message).toContain('NoSuchTest');
  });

  test('should have asked for nothing that the org does not know', () => {
    expect(bench.unknown).toEqual([]);
  });
});
