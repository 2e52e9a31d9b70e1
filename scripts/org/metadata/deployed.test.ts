import { deployInto, readDeployed } from './deployed.ts';
import { testProject } from './testing/project.ts';

const field = (name: string, type: string): string =>
  `<fields><fullName>${name}</fullName><type>${type}</type></fields>`;
const object = (inside: string): string =>
  `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Box</label>${inside}</CustomObject>`;
const classMeta = `<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></ApexClass>`;

const filesOf = (texts: Readonly<Record<string, string>>): Map<string, Uint8Array> =>
  new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));

const project = testProject({
  'CustomObject Box__c': '<label>Box</label>',
  'CustomField Box__c.Old__c': '<type>Text</type>',
  'CustomField Box__c.Size__c': '<type>Text</type>'
});

const deployed = filesOf({
  'objects/Box__c.object': object(field('Size__c', 'Number') + field('New__c', 'Date')),
  'classes/Hello.cls': 'public class Hello {}',
  'classes/Hello.cls-meta.xml': classMeta
});

describe('a deployment', () => {
  test('should be read from files in metadata format', async () => {
    const added = await readDeployed(deployed, project);
    const [hello] = added.components('ApexClass');

    expect(added.components('CustomField').map(({ fullName }) => fullName)).toEqual([
      'Box__c.New__c',
      'Box__c.Size__c'
    ]);
    expect(hello === undefined ? '' : added.read(hello)).toBe('public class Hello {}');
  });

  test('should take the place of what was, and leave the rest', async () => {
    const added = await readDeployed(deployed, project);
    const after = deployInto(project, {
      added,
      removed: [{ type: 'CustomField', fullName: 'Box__c.Old__c' }]
    });

    expect(
      after.components('CustomField').map(({ fullName, xml }) => [fullName, xml['type']])
    ).toEqual([
      ['Box__c.New__c', 'Date'],
      ['Box__c.Size__c', 'Number']
    ]);
  });

  test('should name file and line of broken XML', async () => {
    const broken = filesOf({
      'objects/Box__c.object': '<CustomObject>\n<label>Box</labl></CustomObject>'
    });

    await expect(readDeployed(broken, project)).rejects.toMatchObject({
      place: { file: 'objects/Box__c.object', line: 2 }
    });
  });
});
