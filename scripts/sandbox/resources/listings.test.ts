import { asText } from '../json.ts';
import { aBench } from '../testing/client.ts';

describe('listings', () => {
  test('should be on all three clouds, four products each', async () => {
    const { get } = await aBench();

    const counts = await Promise.all(
      ['aws', 'azure', 'gcp'].map(
        async (cloud) => (await get(`/listings?filter[cloud]=${cloud}`)).body.count
      )
    );

    expect(counts).toEqual([4, 4, 4]);
  });

  test.each([
    ['aws', /^prod-[a-z0-9]{13}$/],
    ['azure', /^[0-9a-f-]{36}$/],
    ['gcp', /\.endpoints\.lumenfold-public\.cloud\.goog$/]
  ])('should have ids of %s', async (cloud, pattern) => {
    const { get } = await aBench();

    const { body } = await get(`/listings?filter[cloud]=${cloud}`);

    expect(body.results.filter(({ cloud_id }) => !pattern.test(asText(cloud_id)))).toEqual([]);
  });
});
