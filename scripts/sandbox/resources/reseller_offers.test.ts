import { asText } from '../json.ts';
import { aBench } from '../testing/client.ts';

describe('reseller offers', () => {
  test('should have exactly the public fields', async () => {
    const { get } = await aBench();

    const { body } = await get('/reseller_offers/?page_size=1');

    expect(Object.keys(body.results[0] ?? {}).sort()).toEqual(
      'accepted_at archived cloud cloud_id cloud_url eula_type expiration_at id listing_id name published_at status'.split(
        ' '
      )
    );
  });

  test('should show only those between two dates', async () => {
    const { get } = await aBench();
    const all = (await get('/reseller_offers/?page_size=100')).body.results;

    const from = '2026-11-24';
    const { body } = await get(
      `/reseller_offers/?page_size=100&expiration_at_after=${from}&expiration_at_before=2027-12-31`
    );

    const expected = all.filter(({ expiration_at }) => asText(expiration_at ?? '') > from);
    expect(body.results).toEqual(expected);
  });

  test('should refuse a date that is none', async () => {
    const { get } = await aBench();

    expect((await get('/reseller_offers/?accepted_at_after=soon')).status).toBe(400);
  });
});
