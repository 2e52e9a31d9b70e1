import { readProject } from '../project/index.ts';
import { writeProject } from '../testing/projects.ts';
import { platformModule } from './platformModules.ts';

const folder = writeProject({
  'objects/Offer__c/fields/Status__c.field-meta.xml': '',
  'objects/Offer__c/fields/Listing__c.field-meta.xml': '',
  'customPermissions/Sync.customPermission-meta.xml': '',
  'staticresources/logo.resource-meta.xml': '',
  'messageChannels/Chosen.messageChannel-meta.xml': '',
  'labels/CustomLabels.labels-meta.xml':
    '<CustomLabels><labels><fullName>Hi</fullName><value>Hi "you"</value></labels></CustomLabels>'
});
const project = { ...readProject(folder), namespace: 'clazar' };

test.each([
  ['schema/Offer__c', '{"objectApiName":"clazar__Offer__c"}'],
  [
    'schema/Offer__c.Status__c',
    '{"fieldApiName":"clazar__Status__c","objectApiName":"clazar__Offer__c"}'
  ],
  ['schema/clazar__Offer__c.Name', '{"fieldApiName":"Name","objectApiName":"clazar__Offer__c"}'],
  [
    'schema/Offer__c.Listing__r.Name',
    '{"fieldApiName":"clazar__Listing__r.Name","objectApiName":"clazar__Offer__c"}'
  ],
  ['schema/Account.Name', '{"fieldApiName":"Name","objectApiName":"Account"}'],
  ['label/c.Hi', '"Hi \\"you\\""'],
  ['resourceUrl/logo', '"/resource/logo"'],
  ['messageChannel/Chosen__c', '{"name":"Chosen__c"}']
])('should make @salesforce/%s', (name, value) => {
  expect(platformModule(`@salesforce/${name}`, project)).toEqual({
    code: `export default ${value};`
  });
});

test.each(['customPermission/Sync', 'customPermission/clazar__Sync'])(
  'should ask the session for %s',
  (name) => {
    const module = platformModule(`@salesforce/${name}`, project);

    expect(module).toEqual({ code: expect.stringContaining('["Sync","clazar__Sync"]') });
  }
);

test.each([
  'schema/Offer__c.Nothing__c',
  'schema/Nothing__c.Name',
  'customPermission/Nothing',
  'resourceUrl/nothing',
  'messageChannel/Nothing__c',
  'user/Email',
  'client/nothing'
])('should say what is wrong with @salesforce/%s', (name) => {
  expect(platformModule(`@salesforce/${name}`, project)).toHaveProperty('problem');
});

test('should not know other prefixes', () => {
  expect(platformModule('@salesforce/community/Id', project)).toBeUndefined();
});
