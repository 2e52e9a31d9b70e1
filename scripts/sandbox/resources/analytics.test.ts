import { aBench } from '../testing/client.ts';

describe('data sets', () => {
  test('should give up to 5,000 rows a page, and no more', async () => {
    const { get } = await aBench();

    const most = await get('/analytics/datasets/aws_cosell_opportunities?page_size=5000');
    const more = await get('/analytics/datasets/aws_cosell_opportunities?page_size=5001');

    expect([most.status, more.status]).toEqual([200, 400]);
  });

  test.each(['nothing', 'constructor', 'gcp_marketplace_daily_insights'])(
    'should answer 404 for %s',
    async (name) => {
      const { get } = await aBench();

      expect((await get(`/analytics/datasets/${name}`)).status).toBe(404);
    }
  );

  test('should show what changed since an instant', async () => {
    const bench = await aBench();
    const path = '/analytics/datasets/aws_cosell_opportunities?page_size=5000';
    const before = (await bench.get(path)).body.results;
    await bench.pass(30);

    const { body } = await bench.get(`${path}&last_modified_at_after=2026-11-24T08:00:00Z`);

    const changed = new Set(body.results.map(({ uuid }) => uuid));
    const after = (await bench.get(path)).body.results;
    const same = after.filter(({ uuid }) => !changed.has(uuid));
    expect(changed.size).toBeGreaterThan(0);
    expect(before).toEqual(expect.arrayContaining(same));
  });

  test('should pay out what was earned, less the fee', async () => {
    const { get } = await aBench();
    const path = '/analytics/datasets/aws_marketplace_';

    const revenue = (await get(`${path}revenue?page_size=5000`)).body.results;
    const paid = (await get(`${path}disbursements?page_size=5000`)).body.results;

    const sum = (rows: typeof revenue, name: string): number =>
      Math.round(rows.reduce((total, row) => total + Number(row[name]), 0) * 100);
    const out = sum(paid, 'disbursed_net_revenue') + sum(paid, 'undisbursed_net_revenue');
    expect(revenue.length).toBeGreaterThan(20);
    expect(out).toBe(sum(revenue, 'gross_revenue') - sum(revenue, 'listing_fee'));
  });
});
