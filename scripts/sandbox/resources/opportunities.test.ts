import { asText } from '../json.ts';
import { aBench } from '../testing/client.ts';

describe('co-sell opportunities', () => {
  test('should be of all three clouds', async () => {
    const { get } = await aBench();
    const { body } = await get('/opportunities/?page_size=100');

    const found = new Set(body.results.map(({ cloud }) => cloud));

    expect([...found].sort()).toEqual(['aws', 'azure', 'gcp']);
  });

  test('should have a deadline ahead while AWS waits for an answer', async () => {
    const { get } = await aBench();

    const { body } = await get('/opportunities/?filter[status]=PENDING');

    expect(body.count).toBeGreaterThan(0);
    expect(body.results.every(({ accept_by }) => asText(accept_by) > '2026-11-24T08')).toBe(true);
  });

  test('should agree with the row of their data set', async () => {
    const { get } = await aBench();
    const rows = (await get('/analytics/datasets/aws_cosell_opportunities?page_size=5000')).body
      .results;

    const { body } = await get('/opportunities/?filter[cloud]=aws&page_size=100');

    const shared = rows.map(({ uuid, status, sale_stage }) => ({
      id: uuid,
      status,
      stage: sale_stage
    }));
    expect(body.results.map(({ id, status, stage }) => ({ id, status, stage }))).toEqual(shared);
  });
});
