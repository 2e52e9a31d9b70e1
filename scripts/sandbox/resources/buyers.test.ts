import { asText } from '../json.ts';
import { aBench } from '../testing/client.ts';

describe('buyers', () => {
  test('should have a latest contract that is theirs', async () => {
    const { get } = await aBench();
    const buyers = (await get('/buyers?page_size=100')).body.results;

    const contracts = await Promise.all(
      buyers.map(
        async (buyer) => (await get(`/contracts/${asText(buyer['latest_contract_id'])}`)).body
      )
    );

    expect(contracts.map((contract) => contract['buyer_id'])).toEqual(buyers.map(({ id }) => id));
  });

  test('should have twelve digits as account on AWS', async () => {
    const { get } = await aBench();

    const { body } = await get('/buyers?filter[cloud]=aws&page_size=100');

    expect(body.results.every((buyer) => /^\d{12}$/.test(asText(buyer['cloud_account_id'])))).toBe(
      true
    );
  });
});
