import { sample } from './testing/metadata.ts';
import { aSeededOrg } from './testing/seededOrg.ts';

const withApp = {
  ...sample,
  'CustomApplication:Deals': '<label>Deals</label><tabs>standard-Account</tabs>',
  'PermissionSet:Seller':
    '<label>Seller</label><applicationVisibilities><application>Deals</application><visible>true</visible></applicationVisibilities>',
  'PermissionSet:Other':
    '<label>Other</label><applicationVisibilities><application>Deals</application><visible>false</visible></applicationVisibilities>'
};

test('should list the apps of the project, and who sees them', () => {
  const { store } = aSeededOrg(withApp);

  const [item] = store.find('AppMenuItem', 'Name', ['Deals']);
  const seen = store.find('SetupEntityAccess', 'SetupEntityType', ['TabSet']);
  const [set] = store.find('PermissionSet', 'Name', ['Seller']);

  expect(item).toMatchObject({ Label: 'Deals', Type: 'TabSet', NamespacePrefix: 'clazar' });
  expect(seen.map((row) => [row['ParentId'], row['SetupEntityId']])).toEqual([
    [set?.['Id'], item?.['ApplicationId']]
  ]);
});

test('should give the integration user the licence that its profile needs', () => {
  const { store } = aSeededOrg(sample);
  const [user] = store.find('User', 'Username', ['clazar.integration.user@clazar.local']);

  const given = store.find('PermissionSetLicenseAssign', 'AssigneeId', [String(user?.['Id'])]);

  expect(given).toHaveLength(1);
});
