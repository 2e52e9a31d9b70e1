import { failureOf } from '../metadata/testing/failure.ts';
import { testProject } from '../metadata/testing/project.ts';
import { createSchema } from './schema.ts';

const object = (label: string, rest = ''): string =>
  `<label>${label}</label><pluralLabel>${label}s</pluralLabel>
   <nameField><label>Name</label><type>Text</type></nameField>${rest}`;

const lookup = (target: string, relationship: string, type = 'Lookup'): string =>
  `<label>Parent</label><type>${type}</type><referenceTo>${target}</referenceTo>
   <relationshipName>${relationship}</relationshipName>`;

describe('mistakes', () => {
  test.each([
    ['an unknown type', '<type>Hologram</type>', /unknown type "Hologram"/],
    ['a lookup to nowhere', '<type>Lookup</type>', /no referenceTo/],
    ['a lookup to an unknown object', lookup('Ghost__c', 'Boxes'), /unknown object Ghost__c/],
    [
      'an unknown value set',
      '<type>Picklist</type><valueSet><valueSetName>Ghosts</valueSetName></valueSet>',
      /unknown global value set Ghosts/
    ],
    [
      'an unknown controlling field',
      '<type>Picklist</type><valueSet><controllingField>Ghost__c</controllingField></valueSet>',
      /unknown field Ghost__c/
    ],
    [
      'a summary of no details',
      '<type>Summary</type><summaryForeignKey>Contact.AccountId</summaryForeignKey>',
      /no master-detail field/
    ],
    ['a circle of masters', lookup('Box__c', 'Boxes', 'MasterDetail'), /circle/]
  ])('should name file and line of %s', (_, xml, message) => {
    const project = testProject({
      'CustomObject Box__c': object('Box'),
      'CustomField Box__c.F__c': `\n${xml}`
    });

    expect(() => createSchema(project)).toThrow(message);
    expect(failureOf(() => createSchema(project))).toMatchObject({
      place: { file: 'Box__c.F__c.CustomField-meta.xml', line: 3 }
    });
  });

  test('should name a field of an object that does not exist', () => {
    const project = testProject({ 'CustomField Ghost__c.F__c': '<type>Text</type>' });

    expect(() => createSchema(project)).toThrow(/unknown object Ghost__c/);
  });
});
