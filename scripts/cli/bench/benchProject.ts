import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A throw-away sfdx project with one object and many small tests. */
export interface BenchProject {
  readonly folder: string;
  remove(): void;
}

const metadata = (type: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>\n`;

const object = metadata(
  'CustomObject',
  '<label>Bench</label><pluralLabel>Benches</pluralLabel><deploymentStatus>Deployed</deploymentStatus>' +
    '<sharingModel>ReadWrite</sharingModel><nameField><label>Name</label><type>Text</type></nameField>'
);

const field = (name: string, content: string): string =>
  metadata('CustomField', `<fullName>${name}</fullName><label>${name}</label>${content}`);

const files: Readonly<Record<string, string>> = {
  'sfdx-project.json': JSON.stringify({
    packageDirectories: [{ path: 'force-app', default: true }],
    sourceApiVersion: '66.0'
  }),
  'force-app/objects/Bench__c/Bench__c.object-meta.xml': object,
  'force-app/objects/Bench__c/fields/Code__c.field-meta.xml': field(
    'Code__c',
    '<type>Text</type><length>40</length><externalId>true</externalId><unique>true</unique>'
  ),
  'force-app/objects/Bench__c/fields/City__c.field-meta.xml': field(
    'City__c',
    '<type>Text</type><length>40</length>'
  ),
  'force-app/objects/Bench__c/fields/Amount__c.field-meta.xml': field(
    'Amount__c',
    '<type>Currency</type><precision>18</precision><scale>2</scale>'
  )
};

/** @param tests how many test methods, ten in a class */
export function benchProject(tests: number): BenchProject {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const classes = Array.from({ length: Math.ceil(tests / 10) }, (_, index) => testClass(index));
  for (const [path, text] of [...Object.entries(files), ...classes.flat()]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function testClass(index: number): [path: string, text: string][] {
  const name = `Small${String(index)}Test`;
  const methods = Array.from({ length: 10 }, (_, at) => testMethod(at));
  const text = `@IsTest\nprivate class ${name} {\n${methods.join('\n')}\n}\n`;
  const path = `force-app/classes/${name}.cls`;
  const meta = metadata('ApexClass', '<apiVersion>66.0</apiVersion><status>Active</status>');
  return [
    [path, text],
    [`${path}-meta.xml`, meta]
  ];
}

function testMethod(index: number): string {
  return `    @IsTest
    static void shouldFindWhatItInserted${String(index)}() {
        insert new Bench__c(Name = 'One', Code__c = 'code', Amount__c = ${String(index)});

        List<Bench__c> found = [SELECT Amount__c FROM Bench__c WHERE Code__c = 'code'];

        Assert.areEqual(${String(index)}, found[0].Amount__c);
    }`;
}
