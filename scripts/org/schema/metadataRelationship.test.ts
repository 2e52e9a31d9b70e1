import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

// https://help.salesforce.com/s/articleView?id=platform.custommetadatatypes_relationships.htm

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const field = (name: string, target: string, more = ''): string =>
  `<CustomField ${namespace}><fullName>${name}</fullName><label>${name}</label><type>MetadataRelationship</type>
   <referenceTo>${target}</referenceTo><relationshipName>${name.replace('__c', '')}s</relationshipName>${more}</CustomField>`;
const controlled =
  '<metadataRelationshipControllingField>Rule__mdt.Object__c</metadataRelationshipControllingField>';

let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench({
    'objects/Rule__mdt/Rule__mdt.object-meta.xml': `<CustomObject ${namespace}><label>Rule</label><pluralLabel>Rules</pluralLabel></CustomObject>`,
    'objects/Rule__mdt/fields/Object__c.field-meta.xml': field('Object__c', 'EntityDefinition'),
    'objects/Rule__mdt/fields/Field__c.field-meta.xml': field(
      'Field__c',
      'FieldDefinition',
      controlled
    ),
    'customMetadata/Rule.One.md-meta.xml': `<CustomMetadata ${namespace}
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>One</label>
      <values><field>Object__c</field><value xsi:type="xsd:string">Contact</value></values>
      <values><field>Field__c</field><value xsi:type="xsd:string">MailingCity</value></values></CustomMetadata>`
  });
});

afterAll(() => bench.close());

test('should lead to objects and to their fields', () => {
  const apex = `
    Rule__mdt found = [SELECT Object__r.QualifiedApiName, Field__r.QualifiedApiName, Field__r.DeveloperName, Field__c
      FROM Rule__mdt WHERE Object__r.QualifiedApiName = 'Contact'];
    System.debug(found.Object__r.QualifiedApiName + ' ' + found.Field__r.QualifiedApiName + ' ' + found.Field__c);`;

  expect(bench.run(apex)).toEqual(['Contact MailingCity Contact.MailingCity']);
});
