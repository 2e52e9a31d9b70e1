import { aSeededOrg } from './testing/seededOrg.ts';

test('should write a row for each notification type of the project', () => {
  const { store } = aSeededOrg({
    'CustomNotificationType:Sync_Failed': `<customNotifTypeName>Sync_Failed</customNotifTypeName>
      <masterLabel>Sync Failed</masterLabel><desktop>true</desktop><mobile>false</mobile>`
  });

  expect(store.find('CustomNotificationType', 'DeveloperName', ['Sync_Failed'])).toEqual([
    expect.objectContaining({
      CustomNotifTypeName: 'Sync_Failed',
      NamespacePrefix: 'clazar',
      MasterLabel: 'Sync Failed',
      Desktop: true,
      Mobile: false
    })
  ]);
});
