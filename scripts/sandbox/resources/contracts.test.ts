import { asText } from '../json.ts';
import { aBench, firstOf } from '../testing/client.ts';

const waiting = '/contracts/?filter[status]=PendingFulfillmentStart';

describe('activating a contract', () => {
  test('should start its term now', async () => {
    const bench = await aBench();
    const { id } = await firstOf(bench, waiting);

    const { status, body } = await bench.send('POST', `/contracts/${asText(id)}/activate/`);

    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'Subscribed', start_at: '2026-11-24T08:00:00.000000Z' });
    expect(asText(body['end_at']) > '2027').toBe(true);
  });

  test('should be refused for a contract that is not pending', async () => {
    const bench = await aBench();
    const { id } = await firstOf(bench, '/contracts/?filter[status]=ACTIVE');

    const { status, body } = await bench.send('POST', `/contracts/${asText(id)}/activate/`);

    expect(status).toBe(409);
    expect(body['detail']).toContain('ACTIVE');
  });

  test('should do it once for the same Idempotency-Key, and answer twice alike', async () => {
    const bench = await aBench();
    const { id } = await firstOf(bench, waiting);
    const request = { headers: { 'idempotency-key': 'one' } };

    const first = await bench.send('POST', `/contracts/${asText(id)}/activate/`, request);
    const second = await bench.send('POST', `/contracts/${asText(id)}/activate/`, request);

    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });
});
