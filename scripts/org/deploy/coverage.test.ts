import { apexClass, deployedOrg, manifest } from './testing/deployedOrg.ts';
import type { DeployedOrg } from './testing/deployedOrg.ts';
import type { DeployOptions, DeployResult } from './types.ts';

const half = apexClass(
  'Half',
  'public class Half {\n  public static Integer of(Integer n) {\n    if (n > 0) {\n      return 1;\n    }\n    Integer a = 1;\n    Integer b = 2;\n    return a + b;\n  }\n}'
);
const test1 = (name: string, body: string, marks = ''): Record<string, string> =>
  apexClass(
    name,
    `@IsTest${marks}\nprivate class ${name} {\n  @IsTest static void t() { ${body} }\n}`
  );
const halfTest = test1('HalfTest', 'Assert.areEqual(1, Half.of(1));');
const otherTest = test1('OtherTest', 'Assert.isTrue(true);');
const alwaysTest = test1('AlwaysTest', 'Assert.isTrue(true);', '(critical=true)');
const trigger = {
  'triggers/OnAccount.trigger':
    'trigger OnAccount on Account (before insert) {\n  Integer one = 1;\n  Integer two = 2;\n}',
  'triggers/OnAccount.trigger-meta.xml':
    '<?xml version="1.0"?><ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexTrigger>'
};
const accountTest = test1('AccountTest', "insert new Account(Name = 'A');");

let sandbox: DeployedOrg;
let production: DeployedOrg;
beforeAll(async () => {
  sandbox = await deployedOrg();
  production = await deployedOrg(undefined, 'Enterprise Edition');
});
afterAll(async () => {
  await sandbox.close();
  await production.close();
});

type Files = Readonly<Record<string, string>>;

/** Tries classes and triggers out. */
function validate(
  org: DeployedOrg,
  files: Files,
  options: Partial<DeployOptions> = {}
): Promise<DeployResult> {
  const named = (folder: string): string[] =>
    Object.keys(files).flatMap(
      (path) => new RegExp(`^${folder}/(\\w+)\\.\\w+$`).exec(path)?.[1] ?? []
    );
  const types = { ApexClass: named('classes'), ApexTrigger: named('triggers') };
  return org.deploy({ 'package.xml': manifest(types), ...files }, { checkOnly: true, ...options });
}

const warnings = ({ details }: DeployResult): unknown[] =>
  details.runTestResult.codeCoverageWarnings.map(({ name, message }) => [name, message]);
const testsOf = ({ details }: DeployResult): string[] =>
  details.runTestResult.successes.map(({ name }) => name).toSorted();

describe('the coverage that a deployment needs', () => {
  test('should be 75 percent of each class with tests that are named', async () => {
    const options = { testLevel: 'RunSpecifiedTests', runTests: ['HalfTest'] } as const;

    const result = await validate(sandbox, { ...half, ...halfTest }, options);

    expect(result).toMatchObject({ status: 'Failed', numberTestErrors: 0 });
    expect(warnings(result)).toEqual([
      [
        'Half',
        'Test coverage of selected Apex Class is 40%, at least 75% test coverage is required'
      ]
    ]);
  });

  test('should be nothing in a development org where all tests run', async () => {
    const result = await validate(
      sandbox,
      { ...half, ...halfTest },
      { testLevel: 'RunLocalTests' }
    );

    expect([result.status, warnings(result)]).toEqual(['Succeeded', []]);
  });

  test('should be 75 percent of all Apex in production, where tests run by themselves', async () => {
    const result = await validate(production, { ...half, ...halfTest });

    expect([result.status, testsOf(result)]).toEqual(['Failed', ['HalfTest']]);
    expect(warnings(result)).toEqual([
      [
        null,
        'Average test coverage across all Apex Classes and Triggers is 40%, at least 75% test coverage is required.'
      ]
    ]);
  });

  test('should be something of each trigger in production', async () => {
    const whole = test1('HalfTest', 'Half.of(1); Half.of(0);');
    const files = { ...half, ...whole, ...trigger };

    const bare = await validate(production, files);
    const tested = await validate(production, { ...files, ...accountTest });

    expect(warnings(bare)).toContainEqual([
      'OnAccount',
      'Test coverage of selected Apex Trigger is 0%, at least 1% test coverage is required'
    ]);
    expect([tested.status, warnings(tested)]).toEqual(['Succeeded', []]);
  });

  test('should not be asked for again by a quick deployment', async () => {
    const files = { ...apexClass('Bare', 'public class Bare {}'), ...otherTest };
    const { id } = await validate(production, files, { testLevel: 'RunLocalTests' });

    const quick = production.service.deployments.quick(production.userId, id);
    await production.service.deployments.finished(quick);

    const result = production.service.deployments.status(quick);
    expect([result.status, testsOf(result)]).toEqual(['Succeeded', []]);
  });
});

describe('relevant tests', () => {
  const relevant = { testLevel: 'RunRelevantTests' } as const;

  test('should be those that reach what is deployed, and those that always count', async () => {
    const all = { ...half, ...halfTest, ...otherTest, ...alwaysTest, ...accountTest };
    await validate(sandbox, all, { checkOnly: false });

    const class1 = await validate(sandbox, half, relevant);
    const trigger1 = await validate(sandbox, trigger, relevant);

    expect(testsOf(class1)).toEqual(['AlwaysTest', 'HalfTest']);
    expect(testsOf(trigger1)).toEqual(['AccountTest', 'AlwaysTest']);
    expect(warnings(class1)).toEqual([
      ['Half', expect.stringContaining('selected Apex Class is 40%')]
    ]);
    expect([trigger1.status, warnings(trigger1)]).toEqual(['Succeeded', []]);
  });

  test('should be all where other metadata are deployed', async () => {
    const label =
      '<?xml version="1.0"?><CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata"><labels><fullName>Hi</fullName><language>en_US</language><protected>false</protected><shortDescription>Hi</shortDescription><value>Hi</value></labels></CustomLabels>';
    const result = await sandbox.deploy(
      { 'package.xml': manifest({ CustomLabel: ['Hi'] }), 'labels/CustomLabels.labels': label },
      { checkOnly: true, ...relevant }
    );

    expect(testsOf(result)).toEqual(['AccountTest', 'AlwaysTest', 'HalfTest', 'OtherTest']);
  });
});
