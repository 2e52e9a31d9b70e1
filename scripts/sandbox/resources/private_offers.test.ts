import { aBench } from '../testing/client.ts';

describe('private offers', () => {
  test('should say with a text whether they are archived', async () => {
    const { get } = await aBench();

    const { body } = await get('/private_offers?filter[archived]=true&page_size=100');

    expect(body.results.every(({ archived }) => archived === 'true')).toBe(true);
  });

  test('should have payments on AWS that add up to the price', async () => {
    const { get } = await aBench();
    const { body } = await get('/private_offers?filter[cloud]=aws&page_size=100');

    const sums = body.results.map(({ metadata }) => {
      const { price, payment_schedule } = metadata as {
        price: string;
        payment_schedule: Payment[];
      };
      const paid = payment_schedule.reduce(
        (sum, { charge_amount }) => sum + Number(charge_amount),
        0
      );
      return [Number(price), Number(paid.toFixed(2))];
    });

    expect(sums.length).toBeGreaterThan(20);
    expect(sums.filter(([price, paid]) => price !== paid)).toEqual([]);
  });

  type Payment = { charge_amount: string };

  test('should include agreement-based offers that name the agreement', async () => {
    const { get } = await aBench();

    const { body } = await get('/private_offers?filter[offer_type]=agreement_based_offer');

    expect(body.count).toBeGreaterThan(0);
    expect(body.results[0]?.['metadata']).toHaveProperty('target_agreement_id');
  });

  test('should have no address before they are made', async () => {
    const { get } = await aBench();

    const { body } = await get('/private_offers?filter[status]=Draft&page_size=100');

    expect(body.results.every(({ cloud_id, published_at }) => cloud_id === published_at)).toBe(
      true
    );
  });
});
