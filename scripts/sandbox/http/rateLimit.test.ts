import { aBench } from '../testing/client.ts';
import type { TestBench } from '../testing/client.ts';

async function statuses(bench: TestBench, path: string, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await bench.get(path)).status);
  return found;
}

describe('the rate limit', () => {
  test.each([
    ['/listings/?page_size=1', 120],
    ['/analytics/datasets/azure_cosell_opportunities?page_size=1', 30]
  ])('should refuse what comes to %s after %i requests in a minute', async (path, limit) => {
    const bench = await aBench({ rateLimit: true });

    const found = await statuses(bench, path, limit + 1);

    expect(found.indexOf(429)).toBe(limit);
  });

  test('should say how many seconds to wait, and open again then', async () => {
    const bench = await aBench({ rateLimit: true });
    await statuses(bench, '/listings/?page_size=1', 120);
    bench.clock.advance(20_500);

    const refused = await bench.get('/listings/');
    bench.clock.advance(Number(refused.headers['retry-after']) * 1000);
    const allowed = await bench.get('/listings/');

    expect(refused.headers['retry-after']).toBe('40');
    expect(refused.body['code']).toBe('throttled');
    expect(allowed.status).toBe(200);
  });

  test('should count data sets apart from the rest', async () => {
    const bench = await aBench({ rateLimit: true });
    await statuses(bench, '/analytics/datasets/azure_cosell_opportunities?page_size=1', 30);

    expect((await bench.get('/listings/')).status).toBe(200);
  });
});
