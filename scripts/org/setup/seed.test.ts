import { seedOrg } from './index.ts';
import { aSeededOrg } from './testing/seededOrg.ts';
import { sample } from './testing/metadata.ts';

test('should give every local org its organization, profiles and users', () => {
  const { store, organizationId } = aSeededOrg(sample);

  expect(store.get('Organization', [organizationId])[0]).toMatchObject({ Name: 'Local' });
  expect(store.find('Profile', 'Name', ['System Administrator'])).toHaveLength(1);
  expect(store.find('User', 'UserType', ['Standard']).map((row) => row['Username'])).toEqual([
    'admin@clazar.local',
    'agent@clazar.local',
    'clazar.integration.user@clazar.local'
  ]);
});

test('should give an integration user the profile for integrations', () => {
  const { store } = aSeededOrg(sample);
  const [user] = store.find('User', 'Username', ['clazar.integration.user@clazar.local']);
  const [profile] = store.get('Profile', [String(user?.['ProfileId'])]);
  const [license] = store.get('UserLicense', [String(profile?.['UserLicenseId'])]);

  expect([profile?.['Name'], license?.['Name']]).toEqual([
    'Minimum Access - API Only Integrations',
    'Salesforce Integration'
  ]);
});

test('should write permission sets as rows with canonical names', () => {
  const { store } = aSeededOrg(sample);
  const [set] = store.find('PermissionSet', 'Name', ['Agent']);

  const fields = store.find('FieldPermissions', 'ParentId', [String(set?.['Id'])]);

  expect(fields.map((row) => [row['SobjectType'], row['Field'], row['PermissionsEdit']])).toEqual(
    expect.arrayContaining([['clazar__Offer__c', 'clazar__Offer__c.clazar__Note__c', true]])
  );
});

test('should change nothing when it is done again, and keep what users have added', () => {
  const org = aSeededOrg(sample);
  org.store.update('Organization', [{ Id: org.organizationId, Name: 'Renamed' }]);
  const before = org.store.find('ObjectPermissions', 'SobjectType', ['Account']).length;

  seedOrg(org, { name: 'Local', instanceName: 'LOCAL' });

  expect(org.store.get('Organization', [org.organizationId])[0]?.['Name']).toBe('Renamed');
  expect(org.store.find('ObjectPermissions', 'SobjectType', ['Account'])).toHaveLength(before);
});

test('should say where a permission set names what does not exist', () => {
  const broken = {
    ...sample,
    'PermissionSet:Broken':
      '\n<fieldPermissions>\n<editable>true</editable>\n<field>Offer__c.Gone__c</field>\n</fieldPermissions>'
  };

  expect(() => aSeededOrg(broken)).toThrow(
    'The permission set Broken names the field Offer__c.Gone__c, which does not exist.'
  );
});
