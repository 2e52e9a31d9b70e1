import { asText } from '../json.ts';
import type { TestBench } from '../testing/client.ts';
import { aBench, firstOf } from '../testing/client.ts';

type Usage = Record<string, unknown>;

/** Usage that is right, of an active contract. */
async function usage(bench: TestBench, cloud = 'aws', status = 'ACTIVE'): Promise<Usage> {
  const contract = await firstOf(
    bench,
    `/contracts/?filter[cloud]=${cloud}&filter[status]=${status}`
  );
  const listing = (await bench.get(`/listings/${asText(contract['listing_id'])}/`)).body;
  const { dimensions } = listing['metadata'] as { dimensions: string[] };
  return { cloud, contract_id: contract['id'], dimension: dimensions[0], quantity: '720' };
}

async function report(bench: TestBench, ...request: unknown[]): Promise<Usage[]> {
  return (await bench.send('POST', '/metering/', { body: { request }, isOutside: true })).body
    .results;
}

describe('reporting usage', () => {
  test('should give each record its own result, in order', async () => {
    const bench = await aBench();
    const good = await usage(bench);

    const results = await report(
      bench,
      good,
      { ...good, dimension: 'invented' },
      { ...good, quantity: 720 },
      { ...good, contract_id: 'none' },
      { ...good, cloud: 'gcp' },
      'rubbish'
    );

    expect(results.map(({ status }) => status)).toEqual([
      'success',
      'unprocessed',
      'failed',
      'failed',
      'failed',
      'failed'
    ]);
    expect(results[2]).toMatchObject({ errors: [{ field: 'quantity' }] });
    expect(results[3]).toMatchObject({ code: 'not_found' });
  });

  test('should refuse the same usage a second time, within a call too', async () => {
    const bench = await aBench();
    const good = await usage(bench);

    const results = await report(bench, good, good);

    expect(results.map(({ status }) => status)).toEqual(['success', 'failed']);
    expect(results[1]).toMatchObject({ code: 'duplicate' });
  });

  test('should take a part of a unit on GCP only', async () => {
    const bench = await aBench();
    const google = { ...(await usage(bench, 'gcp', 'ENTITLEMENT_ACTIVE')), quantity: '1.5' };
    const amazon = { ...(await usage(bench)), quantity: '1.5' };

    const results = await report(bench, google, amazon);

    expect(results.map(({ status }) => status)).toEqual(['success', 'failed']);
  });

  test('should refuse a period that ends before it begins', async () => {
    const bench = await aBench();
    const period = { start_time: '2026-11-24T07:00:00Z', end_time: '2026-11-24T06:00:00Z' };

    const [result] = await report(bench, { ...(await usage(bench)), ...period });

    expect(result).toMatchObject({ status: 'failed', errors: [{ field: 'end_time' }] });
  });

  test.each([{}, { request: [] }, { request: {} }])('should refuse the body %j', async (body) => {
    const { send } = await aBench();

    const answer = await send('POST', '/metering/', { body });

    expect(answer.body['errors']).toMatchObject([{ field: 'request' }]);
  });

  test('should be processed by the cloud after an hour', async () => {
    const bench = await aBench();
    const [result] = await report(bench, await usage(bench));
    const path = `/metering/${String(result?.['id'])}/`;

    const before = (await bench.get(path)).body['status'];
    bench.clock.advance(3_600_000);
    const after = (await bench.get(path)).body['status'];

    expect([before, after]).toEqual(['submitted', 'processed']);
  });

  test('should let only custom properties be changed afterwards', async () => {
    const bench = await aBench();
    const { id } = await firstOf(bench, '/metering/?cloud=aws');
    const path = `/metering/${asText(id)}/`;

    const wrong = await bench.send('PATCH', path, { body: { quantity: '1' } });
    const right = await bench.send('PATCH', path, { body: { custom_properties: { run: 4 } } });

    expect([wrong.status, right.status]).toEqual([400, 200]);
    expect(right.body['custom_properties']).toEqual({ run: 4 });
  });
});
