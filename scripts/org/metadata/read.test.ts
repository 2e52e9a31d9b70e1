import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../../shared/index.ts';
import { readProject } from './read.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const settings = JSON.stringify({
  packageDirectories: [{ path: 'force-app', default: true }],
  namespace: 'acme',
  sourceApiVersion: '66.0'
});

const listing = `${head}
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <label>Listing</label>
</CustomObject>`;
const cloud = `${head}
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
  <fullName>Cloud__c</fullName>
  <type>Text</type>
</CustomField>`;
const labels = `${head}
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
  <labels><fullName>Hello</fullName><value>Hello &amp; welcome</value></labels>
</CustomLabels>`;
const classMeta = `${head}
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></ApexClass>`;

const files = {
  'sfdx-project.json': settings,
  'force-app/objects/Listing__c/Listing__c.object-meta.xml': listing,
  'force-app/objects/Listing__c/fields/Cloud__c.field-meta.xml': cloud,
  'force-app/objects/Account/fields/Tier__c.field-meta.xml': cloud.replace('Cloud__c', 'Tier__c'),
  'force-app/labels/CustomLabels.labels-meta.xml': labels,
  'force-app/classes/Hello.cls': 'public class Hello {}',
  'force-app/classes/Hello.cls-meta.xml': classMeta
};

const folders: string[] = [];

function projectFolder(contents: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('reading a project', () => {
  test('should leave out what .forceignore names, from the next time on', async () => {
    const folder = projectFolder(files);
    const before = (await readProject(folder)).components('ApexClass').length;

    writeFileSync(join(folder, '.forceignore'), '**/classes/**');

    expect([before, (await readProject(folder)).components('ApexClass').length]).toEqual([1, 0]);
  });

  test('should find components in source format, children of standard objects included', async () => {
    const project = await readProject(projectFolder(files));

    expect(project.namespace).toBe('acme');
    expect(project.components('CustomField').map((field) => field.fullName)).toEqual([
      'Account.Tier__c',
      'Listing__c.Cloud__c'
    ]);
    expect(project.component('CustomLabel', 'Hello')?.xml['value']).toBe('Hello & welcome');
  });

  test('should give the source beside a component', async () => {
    const project = await readProject(projectFolder(files));
    const [hello] = project.components('ApexClass');

    expect(hello === undefined ? '' : project.read(hello)).toBe('public class Hello {}');
  });

  test('should find the fields inside an object in metadata format', async () => {
    const inside = `<fields><fullName>Size__c</fullName><type>Text</type></fields>`;
    const object = listing.replace('</CustomObject>', `${inside}</CustomObject>`);
    const project = await readProject(
      projectFolder({
        'sfdx-project.json': settings,
        'force-app/objects/Listing__c.object': object
      })
    );

    expect(project.components('CustomField').map((field) => field.fullName)).toEqual([
      'Listing__c.Size__c'
    ]);
  });

  test('should notice a change after a read from the cache', async () => {
    const folder = projectFolder(files);
    await readProject(folder);
    const cached = await readProject(folder);

    writeFileSync(
      join(folder, 'force-app/labels/CustomLabels.labels-meta.xml'),
      labels.replace('welcome', 'goodbye')
    );
    const changed = await readProject(folder);

    expect(cached.component('CustomLabel', 'Hello')?.xml['value']).toBe('Hello & welcome');
    expect(changed.component('CustomLabel', 'Hello')?.xml['value']).toBe('Hello & goodbye');
  });

  test('should name file and line of broken XML', async () => {
    const broken = cloud.replace('</type>', '</typo>');
    const name = 'force-app/objects/Listing__c/fields/Cloud__c.field-meta.xml';

    const reading = readProject(projectFolder({ ...files, [name]: broken }));

    await expect(reading).rejects.toMatchObject({ place: { file: name, line: 4 } });
  });

  test.each([
    ['a folder that is no project', {}, /There is no sfdx-project.json/],
    ['settings that are no JSON', { 'sfdx-project.json': '{' }, /no JSON/],
    [
      'a package directory that is missing',
      { 'sfdx-project.json': settings },
      /force-app does not exist/
    ]
  ])('should refuse %s', async (_, contents, message) => {
    const reading = readProject(projectFolder(contents));

    await expect(reading).rejects.toThrow(UserError);
    await expect(reading).rejects.toThrow(message);
  });
});
