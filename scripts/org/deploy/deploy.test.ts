import {
  apexClass,
  customObject,
  deployedOrg,
  manifest,
  plainOptions,
  textField,
  zipOf
} from './testing/deployedOrg.ts';
import type { DeployedOrg } from './testing/deployedOrg.ts';
import type { DeployResult } from './types.ts';

const failuresOf = ({ details }: DeployResult): unknown[] =>
  details.componentFailures.map(({ componentType, fullName, problem, lineNumber }) => [
    componentType,
    fullName,
    problem,
    lineNumber
  ]);
const namesOf = ({ details }: DeployResult): string[] =>
  details.componentSuccesses.map(({ fullName }) => fullName).sort();

const box = customObject('Box__c', textField('Size__c'));
const boxes = { CustomObject: ['Box__c'] };
const adderOf = (expression: string): Record<string, string> =>
  apexClass(
    'Adder',
    `public class Adder {\n  public static Integer add(Integer a, Integer b) {\n    return ${expression};\n  }\n}`
  );
const adder = adderOf('a + b');
const adderTest = apexClass(
  'AdderTest',
  `@IsTest\nprivate class AdderTest {\n  @IsTest static void shouldAdd() { Assert.areEqual(3, Adder.add(1, 2)); }\n}`
);
const both = { ApexClass: ['Adder', 'AdderTest'] };

let org: DeployedOrg;
beforeAll(async () => {
  org = await deployedOrg();
});
afterAll(() => org.close());

const query = async (soql: string): Promise<unknown[]> => {
  const { records } = await org.service.org.query(org.userId, { soql });
  return records.map(({ values }) => [...values.values()]);
};
const has = (type: string, name: string): boolean =>
  org.service.org.project.component(type, name) !== undefined;

describe('a deployment', () => {
  test('should add objects and classes, and keep them when the org starts again', async () => {
    const types = { ...boxes, ApexClass: ['Adder'] };
    const result = await org.deploy({ 'package.xml': manifest(types), ...box, ...adder });
    org = await org.reopen();

    expect(result).toMatchObject({ status: 'Succeeded', done: true, success: true });
    expect(namesOf(result)).toEqual(['Adder', 'Box__c', 'Box__c.Size__c', 'package.xml']);
    expect([has('ApexClass', 'Adder'), org.service.org.schema.object('Box__c')?.name]).toEqual([
      true,
      'Box__c'
    ]);
  });

  test('should keep records over a change of their object', async () => {
    const record = { object: 'Box__c', values: { Name: 'First', Size__c: '12' } };
    const access = { allOrNone: true, accessLevel: 'system', sharing: false } as const;
    await org.service.org.save(org.userId, { operation: 'insert', records: [record], ...access });

    await org.deploy({
      'package.xml': manifest({ CustomField: ['Box__c.Colour__c'] }),
      ...customObject('Box__c', textField('Colour__c'))
    });

    expect(await query('SELECT Name, Size__c, Colour__c FROM Box__c')).toEqual([
      ['First', '12', null]
    ]);
  });

  test('should refuse a change of type that the records do not allow', async () => {
    await org.service.org.executeAnonymous(org.userId, "insert new Box__c(Size__c = 'large');");
    const field =
      '<fullName>Size__c</fullName><label>Size</label><type>Number</type><precision>4</precision><scale>0</scale>';

    const result = await org.deploy({
      'package.xml': manifest({ CustomField: ['Box__c.Size__c'] }),
      ...customObject('Box__c', field)
    });

    expect(result.status).toBe('Failed');
    expect(failuresOf(result)).toEqual([
      ['CustomField', 'Box__c.Size__c', expect.stringMatching(/1 record holds a value/), undefined]
    ]);
    expect(await query('SELECT Size__c FROM Box__c ORDER BY Size__c')).toEqual([['12'], ['large']]);
  });

  test('should name every mistake by its line, and change nothing', async () => {
    const broken = adderOf('a + c');
    const other = apexClass('Other', 'public class Other {\n  Integer x = y;\n  Integer z = w;\n}');

    const result = await org.deploy({
      'package.xml': manifest({ ApexClass: ['Adder', 'Other'] }),
      ...broken,
      ...other
    });

    expect(result).toMatchObject({ status: 'Failed', numberComponentErrors: 3 });
    expect(failuresOf(result).map((failure) => JSON.stringify(failure))).toEqual([
      expect.stringMatching(/Adder.*does not exist: c.*,3\]/),
      expect.stringMatching(/Other.*does not exist: y.*,2\]/),
      expect.stringMatching(/Other.*does not exist: w.*,3\]/)
    ]);
    expect(has('ApexClass', 'Other')).toBe(false);
  });

  test('should keep what is right where mistakes do not undo everything', async () => {
    const files = {
      'package.xml': manifest({ ApexClass: ['Right', 'Wrong'] }),
      ...apexClass('Right', 'public class Right {}'),
      ...apexClass('Wrong', 'public class Wrong { Integer x = y; }')
    };

    const result = await org.deploy(files, { rollbackOnError: false });

    expect(result).toMatchObject({ status: 'SucceededPartial', numberComponentsDeployed: 1 });
    expect([has('ApexClass', 'Right'), has('ApexClass', 'Wrong')]).toEqual([true, false]);
  });

  test('should tell of classes that are there and break by it', async () => {
    await org.deploy({
      'package.xml': manifest({ ApexClass: ['User1'] }),
      ...apexClass('User1', 'public class User1 { Integer x = Adder.add(1, 2); }')
    });

    const result = await org.deploy({
      'package.xml': manifest({ ApexClass: ['Adder'] }),
      ...apexClass('Adder', 'public class Adder {}')
    });

    expect(failuresOf(result)).toEqual([['ApexClass', 'User1', expect.stringMatching(/add/), 1]]);
  });

  test('should change nothing when tests fail, and tell what they cover', async () => {
    const files = { 'package.xml': manifest(both), ...adderOf('a - b'), ...adderTest };

    const result = await org.deploy(files, { testLevel: 'RunLocalTests' });

    expect(result).toMatchObject({ status: 'Failed', numberTestErrors: 1 });
    expect(result.details.runTestResult.failures).toMatchObject([
      { name: 'AdderTest', methodName: 'shouldAdd', message: expect.stringMatching(/Expected: 3/) }
    ]);
    expect(has('ApexClass', 'AdderTest')).toBe(false);
  });

  test('should deploy quickly what was validated with tests, and nothing else', async () => {
    const files = { 'package.xml': manifest(both), ...adder, ...adderTest };
    const specified = { testLevel: 'RunSpecifiedTests', runTests: ['AdderTest'] } as const;
    const { deployments } = org.service;
    const untested = await org.deploy(files, { checkOnly: true });
    const validated = await org.deploy(files, { checkOnly: true, ...specified });
    const before = has('ApexClass', 'AdderTest');

    const id = deployments.quick(org.userId, validated.id);
    await deployments.finished(id);

    expect([before, has('ApexClass', 'AdderTest')]).toEqual([false, true]);
    expect(validated.details.runTestResult.codeCoverage).toMatchObject([
      { name: 'Adder', numLocationsNotCovered: 0 }
    ]);
    expect(() => deployments.quick(org.userId, untested.id)).toThrow(/no validation with tests/);
  });

  test('should refuse a validation that is too old to be deployed quickly', async () => {
    const files = { 'package.xml': manifest(both), ...adder, ...adderTest };
    const old = await org.deploy(files, { checkOnly: true, testLevel: 'RunLocalTests' });
    org.clock.advance(11 * 24 * 60 * 60 * 1000);

    const quick = (): string => org.service.deployments.quick(org.userId, old.id);

    expect(quick).toThrow(/validated too long ago/);
  });

  test('should not delete before the rest what is needed until it has come', async () => {
    const base = apexClass('Base', 'public class Base { public static Integer one = 1; }');
    const needy = apexClass('Needy', 'public class Needy { Integer x = Base.one; }');
    const free = apexClass('Needy', 'public class Needy {}');
    await org.deploy({
      'package.xml': manifest({ ApexClass: ['Base', 'Needy'] }),
      ...base,
      ...needy
    });
    const only = { 'package.xml': manifest({ ApexClass: ['Needy'] }), ...free };
    const list = manifest({ ApexClass: ['Base'] });

    const before = await org.deploy({ ...only, 'destructiveChangesPre.xml': list });
    const after = await org.deploy({ ...only, 'destructiveChangesPost.xml': list });

    expect(failuresOf(before)).toEqual([['ApexClass', 'Needy', expect.stringMatching(/Base/), 1]]);
    expect(after.status).toBe('Succeeded');
    expect(after.details.componentSuccesses).toContainEqual(
      expect.objectContaining({ fullName: 'Base', fileName: 'destructiveChangesPost.xml' })
    );
  });

  test('should delete what a list of deletions names, and warn of what is not there', async () => {
    const result = await org.deploy({
      'package.xml': manifest({}),
      'destructiveChangesPost.xml': manifest({ ApexClass: ['User1', 'Gone'] })
    });

    expect(result.status).toBe('Succeeded');
    expect(result.details.componentSuccesses).toMatchObject([
      { fullName: 'User1', deleted: true },
      { fullName: 'Gone', problem: 'No ApexClass named: Gone found', problemType: 'Warning' },
      { fullName: 'package.xml' }
    ]);
    expect(has('ApexClass', 'User1')).toBe(false);
  });

  test('should stop before it changes anything when it is canceled', async () => {
    const { deployments } = org.service;
    const zip = zipOf({
      'package.xml': manifest({ ApexClass: ['Late'] }),
      ...apexClass('Late', 'public class Late {}')
    });
    const running = org.deploy({ 'package.xml': manifest(both), ...adder, ...adderTest });
    const id = deployments.start(org.userId, zip, plainOptions);
    deployments.cancel(org.userId, id);
    await Promise.all([running, deployments.finished(id)]);

    expect(deployments.status(id)).toMatchObject({ status: 'Canceled', canceledBy: org.userId });
    expect(has('ApexClass', 'Late')).toBe(false);
    expect(() => deployments.cancel(org.userId, id)).toThrow('Deployment already completed');
  });
});

describe('a zip that is not right', () => {
  const entity = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

  test.each([
    ['without package.xml', { 'classes/A.cls': 'x' }, /No package.xml found/],
    ['with a path that leads outside', { '../A.cls': 'x' }, /not allowed/],
    ['with entities in its manifest', { 'package.xml': `${entity}<Package/>` }, /DOCTYPE/],
    [
      'with a manifest that is not well-formed',
      { 'package.xml': '<Package><types>' },
      /well-formed/
    ]
  ])('should be refused %s', async (_, files, message) => {
    const result = await org.deploy(files);

    expect(result).toMatchObject({
      status: 'Failed',
      errorMessage: expect.stringMatching(message)
    });
  });

  test.each([
    ['entities', `${entity}<CustomObject><label>&x;</label></CustomObject>`, /DOCTYPE/],
    ['broken XML', '<?xml version="1.0"?>\n<CustomObject>\n<label></CustomObject>', /well-formed/]
  ])('should name the component with %s', async (_, text, message) => {
    const result = await org.deploy({
      'package.xml': manifest({ CustomObject: ['Bad__c'] }),
      'objects/Bad__c.object': text
    });

    expect(failuresOf(result)).toEqual([
      ['CustomObject', 'Bad__c', expect.stringMatching(message), expect.any(Number)]
    ]);
  });

  test('should name what the manifest promises and the zip does not hold', async () => {
    const result = await org.deploy({ 'package.xml': manifest({ ApexClass: ['Missing'] }) });

    expect(failuresOf(result)).toEqual([
      [
        'ApexClass',
        'Missing',
        expect.stringMatching(/was not found in zipped directory/),
        undefined
      ]
    ]);
  });

  test('should be refused when it is no zip, and leave the org as it is', async () => {
    const { deployments } = org.service;
    const id = deployments.start(org.userId, Buffer.from('no zip'), plainOptions);
    await deployments.finished(id);

    expect(deployments.status(id)).toMatchObject({
      status: 'Failed',
      errorMessage: expect.stringMatching(/no zip/)
    });
    expect(has('ApexClass', 'Adder')).toBe(true);
  });
});
