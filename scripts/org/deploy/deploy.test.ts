import {
  apexClass,
  customObject,
  deployedOrg,
  manifest,
  textField
} from './testing/deployedOrg.ts';
import type { DeployedOrg } from './testing/deployedOrg.ts';
import type { DeployResult } from './types.ts';

const failuresOf = ({ details }: DeployResult): unknown[] =>
  details.componentFailures.map(
    ({ componentType, fullName, problem, lineNumber, columnNumber }) => [
      componentType,
      fullName,
      problem,
      lineNumber,
      columnNumber
    ]
  );
const namesOf = ({ details }: DeployResult): string[] =>
  details.componentSuccesses.map(({ fullName }) => fullName);

const box = { ...customObject('Box__c', textField('Size__c')) };
const adder = apexClass(
  'Adder',
  'public class Adder { public static Integer add(Integer a, Integer b) {\n return a + b;\n } }'
);
const adderTest = (expected: number): Record<string, string> =>
  apexClass(
    'AdderTest',
    `@IsTest private class AdderTest { @IsTest static void shouldAdd() {\n Assert.areEqual(${String(expected)}, Adder.add(1, 2));\n } }`
  );
const boxes = { CustomObject: ['Box__c'] };

let org: DeployedOrg;
beforeEach(async () => {
  org = await deployedOrg();
});
afterEach(() => org.close());

const saveBox = (): Promise<unknown> =>
  org.service.org.save(org.userId, {
    operation: 'insert',
    records: [{ object: 'Box__c', values: { Name: 'First', Size__c: '12' } }],
    allOrNone: true,
    accessLevel: 'system',
    sharing: false
  });
const sizes = async (): Promise<unknown[]> => {
  const { records } = await org.service.org.query(org.userId, {
    soql: 'SELECT Size__c FROM Box__c'
  });
  return records.map(({ values }) => values.get('Size__c'));
};

describe('a deployment', () => {
  test('should add objects and classes, and keep them when the org starts again', async () => {
    const result = await org.deploy({
      'package.xml': manifest({ ...boxes, ApexClass: ['Adder'] }),
      ...box,
      ...adder
    });
    org = await org.reopen();

    expect(result).toMatchObject({ status: 'Succeeded', done: true, success: true });
    expect(namesOf(result)).toEqual(['Adder', 'Box__c.Size__c', 'Box__c', 'package.xml'].sort());
    expect(org.service.org.project.component('ApexClass', 'Adder')).toBeDefined();
    expect(org.service.org.schema.object('Box__c')).toBeDefined();
  });
});
