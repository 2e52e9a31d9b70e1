import { recordingLog } from '../../shared/index.ts';
import { administrator, localUserId } from '../setup/index.ts';
import { createOrg } from './index.ts';
import type { Org } from './index.ts';
import { apexProject } from './testing/apexProject.ts';
import type { ApexProject } from './testing/apexProject.ts';

const admin = localUserId(administrator.username);
const answering = (answer: string): Record<string, string> => ({
  'Answers.cls': `public class Answers { @AuraEnabled public static String ask() { return '${answer}'; } }`
});
const field = (type: string): string =>
  `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Size__c</fullName>
    <label>Size</label>${type}</CustomField>`;
const sizeFile = 'objects/Account/fields/Size__c.field-meta.xml';
const text = field('<type>Text</type><length>20</length>');
const number = field('<type>Number</type><precision>6</precision><scale>0</scale>');

const projects: ApexProject[] = [];

function aProject(sources: Record<string, string>): string {
  const project = apexProject(sources);
  projects.push(project);
  return project.folder;
}

afterAll(() => {
  for (const project of projects) project.remove();
});

let org: Org;

beforeAll(async () => {
  const projectFolder = aProject({ ...answering('old'), [sizeFile]: text });
  org = await createOrg({ projectFolder, log: recordingLog() });
});

afterAll(() => org.close());

function ask(): Promise<unknown> {
  return org.invokeAura(admin, { className: 'Answers', methodName: 'ask', parameters: {} });
}

async function sizes(): Promise<unknown[]> {
  const { records } = await org.query(admin, { soql: 'SELECT Size__c FROM Account' });
  return records.map(({ values }) => values.get('Size__c'));
}

test('should take up another project and keep the records', async () => {
  const apex = `insert new Account(Name = 'Acme', Size__c = 'big');`;
  await org.executeAnonymous(admin, apex);

  await org.reload(aProject({ ...answering('new'), [sizeFile]: text }));

  expect(await ask()).toBe('new');
  expect(await sizes()).toEqual(['big']);
});

test('should let calls wait while a project is taken up, and lose none', async () => {
  const folder = aProject({ ...answering('newer'), [sizeFile]: text });

  const before = ask();
  const reload = org.reload(folder);
  const answers = await Promise.all([
    before,
    reload,
    sizes(),
    ask()
      .then(() => reload)
      .then(ask)
  ]);

  expect(answers).toEqual(['new', undefined, ['big'], 'newer']);
});

test('should go on as before when the Apex has mistakes', async () => {
  const reload = org.reload(aProject({ 'Broken.cls': 'public class Broken { Nope a; }' }));

  await expect(reload).rejects.toMatchObject({ name: 'ApexCompileError' });
  expect(await ask()).toBe('newer');
});

test('should go on as before when the records do not fit', async () => {
  const reload = org.reload(aProject({ ...answering('newest'), [sizeFile]: number }));

  await expect(reload).rejects.toMatchObject({ name: 'UserError' });
  expect(await ask()).toBe('newer');
  expect(await sizes()).toEqual(['big']);
});
