import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingLog, UserError } from '../../shared/index.ts';
import { administrator, localUserId } from '../setup/index.ts';
import { createOrg } from './index.ts';
import { apexBench } from './testing/apexBench.ts';
import { apexProject } from './testing/apexProject.ts';

const admin = localUserId(administrator.username);
const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function box(fields: string): Record<string, string> {
  return {
    'objects/Box__c/Box__c.object-meta.xml': `<CustomObject ${namespace}>
      <label>Box</label><pluralLabel>Boxes</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
      <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>${fields}</CustomObject>`
  };
}

const field = (name: string, rest: string) =>
  `<fields><fullName>${name}</fullName><label>${name}</label>${rest}</fields>`;
const number = '<type>Number</type><precision>5</precision><scale>0</scale>';

describe('a process that is killed in the middle of a transaction', () => {
  test('should leave nothing half written, and open again', async () => {
    const trigger = `trigger AddTask on Account (after insert) {
      insert new Task(Subject = 'Call', WhatId = Trigger.new[0].Id);
    }`;
    const project = apexProject({
      'Empty.cls': 'public class Empty {}',
      'AddTask.trigger': trigger
    });
    const dataFolder = mkdtempSync(join(tmpdir(), 'killed-'));
    const script = `
      import { createOrg } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      const [, projectFolder, dataFolder, user] = process.argv;
      const org = await createOrg({ projectFolder, dataFolder });
      const insert = (name) => ({ operation: 'insert', allOrNone: true, accessLevel: 'user', sharing: true,
        records: [{ object: 'Account', values: { Name: name } }] });
      await org.save(user, insert('Committed'));
      await org.transaction(user, async (transaction) => {
        for (const name of ['One', 'Two', 'Three']) await transaction.save(user, insert(name));
        process.kill(process.pid, 'SIGKILL');
      });`;
    const node = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];

    const child = spawnSync(process.execPath, [...node, project.folder, dataFolder, admin]);

    expect(child.signal).toBe('SIGKILL');
    const org = await createOrg({ projectFolder: project.folder, dataFolder, log: recordingLog() });
    const names = await org.query(admin, { soql: 'SELECT Name FROM Account' });
    const tasks = await org.query(admin, { soql: 'SELECT COUNT() FROM Task' });
    expect(names.records.map(({ values }) => values.get('Name'))).toEqual(['Committed']);
    expect(tasks.totalSize).toBe(1);
    await org.close();
    project.remove();
    rmSync(dataFolder, { recursive: true });
  }, 60_000);
});

test('should keep nothing of a transaction when the disk is full, whatever Apex catches', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-'));
  const bench = await apexBench({}, { file: join(folder, 'org.sqlite') });
  bench.core.store.all('PRAGMA max_page_count = 1', []);

  const said = bench.run(`insert new Account(Name = 'Small');
    List<Account> many = new List<Account>();
    for (Integer i = 0; i < 3000; i++) many.add(new Account(Name = 'A' + i, Description = 'x'.repeat(2000)));
    try { insert many; } catch (Exception e) {}
    insert new Account(Name = 'More');`);

  expect(said.join()).toContain('The disk is full');
  expect(bench.run('System.debug([SELECT COUNT() FROM Account]);')).toEqual(['0']);
  bench.close();
  rmSync(folder, { recursive: true });
});

describe('a changed project over old data', () => {
  test('should migrate what can be, refuse what cannot, and say how to start fresh', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'changed-'));
    const open = async (type: string) => {
      const project = apexProject(box(field('Size__c', type)));
      try {
        const { folder: projectFolder } = project;
        return await createOrg({ projectFolder, dataFolder, log: recordingLog() });
      } finally {
        project.remove();
      }
    };
    const text = '<type>Text</type><length>20</length>';
    const first = await open(text);
    await first.executeAnonymous(admin, `insert new Box__c(Name = 'a', Size__c = '5');`);
    await first.close();

    const second = await open(number);
    const [record] = (await second.query(admin, { soql: 'SELECT Size__c FROM Box__c' })).records;
    await second.close();
    const third = await open(text);
    await third.executeAnonymous(admin, `insert new Box__c(Name = 'b', Size__c = 'tall');`);
    await third.close();
    const refusal: unknown = await open(number).catch((error: unknown) => error);

    expect(record?.values.get('Size__c')).toBe(5);
    expect(refusal).toBeInstanceOf(UserError);
    expect((refusal as UserError).describe()).toContain('--fresh');
    const again = await open(text);
    expect((await again.query(admin, { soql: 'SELECT COUNT() FROM Box__c' })).totalSize).toBe(2);
    await again.close();
    rmSync(dataFolder, { recursive: true });
  }, 60_000);
});

const picklist = (controller: string) =>
  `<type>Picklist</type><valueSet><controllingField>${controller}</controllingField></valueSet>`;
const flow = (
  inside: string
) => `<Flow ${namespace}><label>F</label><processType>AutoLaunchedFlow</processType>
  <status>Active</status>${inside}</Flow>`;

test.each<[string, Record<string, string>, RegExp]>([
  [
    'XML that is not well-formed',
    { 'objects/Box__c/Box__c.object-meta.xml': '<CustomObject><label>A</CustomObject>' },
    /Box__c.object-meta.xml:1:23: The XML is not well-formed/
  ],
  ['an empty file', { 'permissionsets/P.permissionset-meta.xml': '' }, /not well-formed/],
  ['an unknown field type', box(field('A__c', '<type>Hologram</type>')), /unknown type "Hologram"/],
  [
    'formulas that refer to each other',
    box(
      field('A__c', `${number}<formula>B__c + 1</formula>`) +
        field('B__c', `${number}<formula>A__c + 1</formula>`)
    ),
    /refers to itself, if only through other fields/
  ],
  [
    'picklists that depend on each other',
    box(field('A__c', picklist('B__c')) + field('B__c', picklist('A__c'))),
    /depends on itself/
  ],
  [
    'a master that is its own detail',
    box(
      field(
        'A__c',
        '<type>MasterDetail</type><referenceTo>Box__c</referenceTo><relationshipName>Boxes</relationshipName>'
      )
    ),
    /circle of master-detail/
  ],
  [
    'a formula with an unknown function',
    box(field('A__c', `${number}<formula>NOSUCH(1)</formula>`)),
    /Unknown function NOSUCH/
  ],
  [
    'a permission set that names what is not there',
    {
      'permissionsets/P.permissionset-meta.xml': `<PermissionSet ${namespace}><label>P</label>
        <objectPermissions><object>Gone__c</object></objectPermissions></PermissionSet>`
    },
    /P.permissionset-meta.xml:2: The permission set P names the object Gone__c/
  ],
  [
    'roles above themselves',
    {
      'roles/A.role-meta.xml': `<Role ${namespace}><name>A</name><parentRole>B</parentRole></Role>`,
      'roles/B.role-meta.xml': `<Role ${namespace}><name>B</name><parentRole>A</parentRole></Role>`
    },
    /The role A is above itself/
  ],
  [
    'a flow that leads nowhere',
    {
      'flows/F.flow-meta.xml': flow(
        '<start><connector><targetReference>X</targetReference></connector></start>'
      )
    },
    /F.flow-meta.xml:\d+: The flow F has a connector to X/
  ],
  [
    'classes that extend each other',
    {
      'A.cls': 'public virtual class A extends B {}',
      'B.cls': 'public virtual class B extends A {}'
    },
    /Circular definition: A/
  ],
  [
    'a validation rule over an unknown field',
    box(
      '<validationRules><fullName>V</fullName><active>true</active><errorConditionFormula>Nope__c = 1</errorConditionFormula><errorMessage>m</errorMessage></validationRules>'
    ),
    /Field Nope__c does not exist/
  ]
])('should refuse %s with file and line', async (_what, sources, message) => {
  const failure: unknown = await apexBench(sources).then(
    (bench) => bench.close(),
    (error: unknown) => error
  );

  expect(textOf(failure)).toMatch(message);
});

function textOf(failure: unknown): string {
  if (failure instanceof UserError) return failure.describe();
  const { errors = [] } = failure as { errors?: readonly UserError[] };
  return errors.map((error) => error.describe()).join('\n');
}
