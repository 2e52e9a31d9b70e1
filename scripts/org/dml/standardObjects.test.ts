import { sample } from '../setup/testing/metadata.ts';
import { aRecord } from './testing/org.ts';
import { seededDml } from './testing/seededDml.ts';
import type { SeededDml } from './testing/seededDml.ts';

function inserted(
  { dml }: SeededDml,
  object: string,
  values: Record<string, string | null>
): string {
  const [result] = dml({ operation: 'insert', records: [aRecord(object, values)] });
  expect(result?.errors).toEqual([]);
  return result?.id ?? '';
}

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_user.htm
test('should give a user without a nickname one, and make it active', () => {
  const org = seededDml(sample);
  const [row = {}] = org.org.store.get('User', [org.org.user('agent@clazar.local').userId]);
  const { ProfileId: profileId } = row;

  const id = inserted(org, 'User', {
    LastName: 'Lovelace',
    Username: 'ada@example.com',
    Email: 'ada@example.com',
    Alias: 'ada',
    ProfileId: String(profileId),
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8'
  });

  expect(org.org.store.get('User', [id])[0]).toMatchObject({
    CommunityNickname: expect.stringMatching(/^User\d{10,}$/) as string,
    IsActive: true,
    UserType: 'Standard'
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_group.htm
test('should make a developer name from the name of a queue', () => {
  const org = seededDml(sample);

  const id = inserted(org, 'Group', { Name: 'Deal desk (EMEA)', Type: 'Queue' });

  expect(org.org.store.get('Group', [id])[0]?.['DeveloperName']).toBe('Deal_desk_EMEA');
});

test('should give a case the default business hours', () => {
  const org = seededDml(sample);

  const id = inserted(org, 'Case', { Subject: 'Help' });

  expect(org.org.store.get('Case', [id])[0]?.['BusinessHoursId']).toMatch(/^01m/);
});

describe('files', () => {
  const upload = (title: string): Record<string, string | null> => ({
    Title: title,
    PathOnClient: 'folder/Offer.pdf',
    VersionData: Buffer.from('hello').toString('base64')
  });

  // https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentversion.htm
  test('should make a document of a first version', () => {
    const org = seededDml(sample);

    const id = inserted(org, 'ContentVersion', upload('Offer'));

    const [version] = org.org.store.get('ContentVersion', [id]);
    expect(version).toMatchObject({
      IsLatest: true,
      VersionNumber: '1',
      FileExtension: 'pdf',
      FileType: 'PDF',
      ContentSize: 5
    });
    expect(
      org.org.store.get('ContentDocument', [String(version?.['ContentDocumentId'])])[0]
    ).toMatchObject({
      Title: 'Offer',
      LatestPublishedVersionId: id
    });
  });

  test('should link a document to its owner and to the record it is published to', () => {
    const org = seededDml(sample);
    const account = inserted(org, 'Account', { Name: 'Acme' });

    inserted(org, 'ContentVersion', { ...upload('Offer'), FirstPublishLocationId: account });

    const links = org.org.store.find('ContentDocumentLink', 'IsDeleted', [false]);
    expect(links.map((link) => [link['LinkedEntityId'], link['ShareType']])).toEqual([
      [org.org.user().userId, 'I'],
      [account, 'V']
    ]);
  });

  test('should put a second version on top of the first', () => {
    const org = seededDml(sample);
    const first = inserted(org, 'ContentVersion', upload('Offer'));
    const documentId = String(
      org.org.store.get('ContentVersion', [first])[0]?.['ContentDocumentId']
    );

    const second = inserted(org, 'ContentVersion', {
      ...upload('Offer 2'),
      ContentDocumentId: documentId
    });

    const versions = org.org.store.get('ContentVersion', [first, second]);
    expect(versions.map((row) => [row['VersionNumber'], row['IsLatest']])).toEqual([
      ['1', false],
      ['2', true]
    ]);
    expect(org.org.store.get('ContentDocument', [documentId])[0]).toMatchObject({
      Title: 'Offer 2',
      LatestPublishedVersionId: second
    });
  });

  test('should call a file by its name when it has no title', () => {
    const org = seededDml(sample);

    const id = inserted(org, 'ContentVersion', { ...upload(''), Title: null });

    expect(org.org.store.get('ContentVersion', [id])[0]?.['Title']).toBe('Offer');
  });

  test('should not be without data', () => {
    const { dml } = seededDml(sample);
    const values = { ...upload('Offer'), VersionData: null };

    const [result] = dml({ operation: 'insert', records: [aRecord('ContentVersion', values)] });

    expect(result?.errors).toMatchObject([
      { statusCode: 'REQUIRED_FIELD_MISSING', fields: ['VersionData'] }
    ]);
  });

  test('should delete versions and links with their document', () => {
    const org = seededDml(sample);
    const version = inserted(org, 'ContentVersion', upload('Offer'));
    const [row] = org.org.store.get('ContentVersion', [version]);

    org.dml({
      operation: 'delete',
      records: [aRecord('ContentDocument', { Id: row?.['ContentDocumentId'] ?? null })]
    });

    expect(org.org.store.get('ContentVersion', [version])).toEqual([]);
    expect(org.org.store.find('ContentDocumentLink', 'IsDeleted', [false])).toEqual([]);
  });
});
