import { testProject } from '../metadata/testing/project.ts';
import { createSchema } from '../schema/index.ts';
import { syncCustomMetadata } from './metadataRecords.ts';
import { openStore, type SqliteStore } from './store.ts';

const type = {
  'CustomObject Rate__mdt': '<label>Rate</label>',
  'CustomField Rate__mdt.Percent__c': '<type>Number</type>',
  'CustomField Rate__mdt.Active__c': '<type>Checkbox</type>',
  'CustomField Rate__mdt.Base__c':
    '<type>MetadataRelationship</type><referenceTo>Rate__mdt</referenceTo><relationshipName>Rates</relationshipName>'
};
const value = (field: string, text: string): string =>
  `<values><field>${field}</field><value xsi:type="xsd:string">${text}</value></values>`;
const timestamp = '2026-01-01T00:00:00.000Z';

function storeOf(records: Readonly<Record<string, string>>): SqliteStore {
  const project = testProject({ ...type, ...records }, 'acme');
  const schema = createSchema(project);
  const store = openStore({ schema });
  syncCustomMetadata({ project, schema }, store, timestamp);
  return store;
}

describe('custom metadata records', () => {
  test('should be rows like any others', () => {
    const store = storeOf({
      'CustomMetadata Rate.High': `<label>High rate</label>${value('Percent__c', '12.5')}${value('Active__c', 'true')}${value('Base__c', 'Low')}`,
      'CustomMetadata Rate.Low': `<label>Low rate</label><values><field>Percent__c</field><value xsi:nil="true"/></values>`
    });
    const [high] = store.find('acme__Rate__mdt', 'DeveloperName', ['High']);
    const [low] = store.find('acme__Rate__mdt', 'DeveloperName', ['Low']);

    expect(high).toMatchObject({
      MasterLabel: 'High rate',
      QualifiedApiName: 'acme__High',
      NamespacePrefix: 'acme',
      SystemModstamp: timestamp,
      acme__Percent__c: 12.5,
      acme__Active__c: true,
      acme__Base__c: low?.['Id']
    });
    expect(low).toMatchObject({ acme__Percent__c: null, acme__Active__c: false });
  });

  test('should be named when they are of no type, or have no such field', () => {
    expect(() => storeOf({ 'CustomMetadata Nope.A': '' })).toThrow(/unknown type Nope__mdt/);
    expect(() => storeOf({ 'CustomMetadata Rate.A': value('Nope__c', 'x') })).toThrow(
      /unknown field Nope__c/
    );
  });
});
