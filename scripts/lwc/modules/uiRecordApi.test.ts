import { createFakeOrg } from '../testing/fakeOrg.ts';
import { settled, stubFetch } from '../testing/stubFetch.ts';
import type { WireResult } from './local/adapters.ts';
import type { UiRecord } from './local/records.ts';
import { getFieldValue, getRecord, updateRecord } from './lightning/uiRecordApi.ts';

const offerId = 'a01000000000001AAA';
const status = { objectApiName: 'Private_Offer__c', fieldApiName: 'Status__c' };
const listingName = { objectApiName: 'Private_Offer__c', fieldApiName: 'Listing__r.Name' };

let restore = (): void => undefined;

beforeEach(() => {
  restore = stubFetch(createFakeOrg());
});

afterEach(() => restore());

async function wireOffer(recordId: string): Promise<WireResult<UiRecord>[]> {
  const results: WireResult<UiRecord>[] = [];
  const adapter = new getRecord((result) => results.push(result));
  adapter.update({ recordId, fields: [status] });
  await settled();
  return results;
}

test('should wire a record and read its fields', async () => {
  const results = await wireOffer(offerId);

  const { data } = results.at(-1) ?? {};
  expect(data?.id).toBe(offerId);
  expect(getFieldValue(data, listingName)).toEqual(expect.any(String));
  expect(getFieldValue(undefined, status)).toBeUndefined();
});

test('should show what was saved', async () => {
  const results = await wireOffer(offerId);

  await updateRecord({ fields: { Id: offerId, Status__c: 'Accepted' } });

  expect(getFieldValue(results.at(-1)?.data, status)).toBe('Accepted');
});

test('should tell why a record cannot be shown', async () => {
  const results = await wireOffer('a01000000000999AAA');

  expect(results.at(-1)?.error).toMatchObject({
    status: 404,
    body: { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }
  });
});
