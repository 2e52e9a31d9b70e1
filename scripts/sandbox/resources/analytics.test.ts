import { datasets } from '../analytics/index.ts';
import { aBench } from '../testing/client.ts';
import type { TestBench } from '../testing/client.ts';

const ofReference = [
  'aws_marketplace_disbursements',
  'aws_marketplace_revenue',
  'aws_cosell_opportunities',
  'azure_marketplace_revenue',
  'azure_marketplace_customers',
  'azure_marketplace_orders',
  'azure_marketplace_metered_usage',
  'azure_cosell_opportunities',
  'gcp_marketplace_disbursements',
  'gcp_marketplace_disbursements_summary',
  'gcp_marketplace_charges_and_usage',
  'gcp_marketplace_daily_insights',
  'gcp_marketplace_incremental_daily_insights',
  'gcp_marketplace_monthly_insights',
  'gcp_marketplace_incremental_monthly_insights'
];

/** What a data set has of a column, in cents, so that sums are exact. */
async function total({ get }: TestBench, name: string, column: string): Promise<number> {
  const { body } = await get(`/analytics/datasets/${name}?page_size=5000`);
  return body.results.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
}

describe('data sets', () => {
  test('should be the fifteen of the public reference', () => {
    expect([...datasets.keys()].sort()).toEqual(ofReference.toSorted());
  });

  test('should be the same for the same seed, and others for another', async () => {
    const path = '/analytics/datasets/azure_marketplace_revenue?page_size=100';
    const [first, second, other] = await Promise.all([aBench(), aBench(), aBench({ seed: 8 })]);

    const texts = await Promise.all(
      [first, second, other].map(async ({ get }) => (await get(path)).text)
    );

    expect(texts[0]).toBe(texts[1]);
    expect(texts[2]).not.toBe(texts[0]);
  });

  test('should add up: what Google paid out is what its summary says', async () => {
    const bench = await aBench();

    const paid = await total(bench, 'gcp_marketplace_disbursements', 'aggregated_payout');

    expect(await total(bench, 'gcp_marketplace_disbursements_summary', 'total')).toBe(paid);
    expect(paid).toBeGreaterThan(0);
  });

  test('should add up: the insights of days and of months tell the same charges', async () => {
    const bench = await aBench();

    const daily = await total(bench, 'gcp_marketplace_daily_insights', 'charges');

    expect(await total(bench, 'gcp_marketplace_monthly_insights', 'charges')).toBe(daily);
  });

  test('should count each usage of Azure once', async () => {
    const bench = await aBench();
    const ofAzure = bench.sandbox.control
      .snapshot()
      .metering.filter(({ cloud }) => cloud === 'azure');

    const { body } = await bench.get('/analytics/datasets/azure_marketplace_metered_usage');

    expect(body.count).toBe(ofAzure.length);
  });

  test('should grow as time passes', async () => {
    const bench = await aBench();
    const before = await total(bench, 'azure_marketplace_revenue', 'revenue');

    await bench.pass(120);

    expect(await total(bench, 'azure_marketplace_revenue', 'revenue')).toBeGreaterThan(before);
  });

  test('should give up to 5,000 rows a page, and no more', async () => {
    const { get } = await aBench();

    const most = await get('/analytics/datasets/aws_cosell_opportunities?page_size=5000');
    const more = await get('/analytics/datasets/aws_cosell_opportunities?page_size=5001');

    expect([most.status, more.status]).toEqual([200, 400]);
  });

  test.each(['nothing', 'constructor', 'gcp_cosell_opportunities'])(
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
