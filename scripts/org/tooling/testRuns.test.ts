import { apexClass, deployedOrg, manifest } from '../deploy/testing/deployedOrg.ts';
import type { DeployedOrg } from '../deploy/testing/deployedOrg.ts';
import { createLogBook } from './logBook.ts';
import { readTestRequest } from './testRequest.ts';
import { createTestRunner } from './testRunner.ts';
import { createToolingService } from './toolingService.ts';

const adder = apexClass(
  'Adder',
  'public class Adder {\n  public static Integer add(Integer a, Integer b) {\n    return a + b;\n  }\n}'
);
const adderTest = apexClass(
  'AdderTest',
  `@IsTest private class AdderTest {
  @IsTest static void shouldAdd() { Assert.areEqual(3, Adder.add(1, 2)); }
  @IsTest static void shouldFail() { Assert.areEqual(4, Adder.add(1, 2)); }
}`
);

let org: DeployedOrg;
beforeAll(async () => {
  org = await deployedOrg();
  await org.deploy({ 'package.xml': manifest({ ApexClass: ['*'] }), ...adder, ...adderTest });
});
afterAll(() => org.close());

function runner() {
  const tooling = createToolingService(org.service);
  const logs = createLogBook(tooling.store, org.service.org.clock);
  const rows = async (soql: string): Promise<unknown[]> =>
    (await tooling.query(org.userId, soql)).records.map(({ values }) => [...values.values()]);
  return { run: createTestRunner(tooling, logs), rows };
}
const requestOf = (body: unknown) => readTestRequest(body, org.service.org.project);

describe('a test run', () => {
  test('should be found by queries once it is over', async () => {
    const { run, rows } = runner();

    const jobId = await run.later(org.userId, requestOf({ tests: [{ className: 'AdderTest' }] }));
    await run.settled();

    expect(jobId).toMatch(/^707/);
    expect(
      await rows(
        `SELECT Status, MethodsFailed FROM ApexTestRunResult WHERE AsyncApexJobId = '${jobId}'`
      )
    ).toEqual([['Completed', 1]]);
    expect(
      await rows('SELECT MethodName, Outcome FROM ApexTestResult ORDER BY MethodName')
    ).toEqual([
      ['shouldAdd', 'Pass'],
      ['shouldFail', 'Fail']
    ]);
  });

  test('should run only the methods that are named', async () => {
    const { run } = runner();
    const tests = [{ className: 'addertest', testMethods: ['shouldAdd'] }];

    const result = await run.now(org.userId, requestOf({ tests }));

    expect(result).toMatchObject({ numTestsRun: 1, numFailures: 0 });
    expect(result.codeCoverage).toMatchObject([{ name: 'Adder', numLocationsNotCovered: 0 }]);
  });

  test.each([
    ['no class', {}],
    ['a class that is not there', { tests: [{ className: 'Nothing' }] }],
    ['no list', { tests: 'AdderTest' }],
    ['no object', null]
  ])('should refuse a request with %s', (_, body) => {
    expect(() => requestOf(body)).toThrow(/INVALID_INPUT/);
  });
});
