import { asText } from '../json.ts';
import type { TestAnswer, TestBench } from '../testing/client.ts';
import { aBench, firstOf } from '../testing/client.ts';

const day = 86_400_000;

function create(
  bench: TestBench,
  key: string,
  email = 'ines@alderbank.example'
): Promise<TestAnswer> {
  const body = { email, full_name: 'Ines Novak' };
  return bench.send('POST', '/contacts/', { body, headers: { 'idempotency-key': key } });
}

describe('an Idempotency-Key', () => {
  test('should repeat the stored answer for the same request', async () => {
    const bench = await aBench();

    const [first, second] = [await create(bench, 'k1'), await create(bench, 'k1')];

    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect((await bench.get('/contacts/?email=ines@alderbank.example')).body.count).toBe(1);
  });

  test('should be refused with 409 for another body', async () => {
    const bench = await aBench();
    await create(bench, 'k1');

    const answer = await create(bench, 'k1', 'other@alderbank.example');

    expect([answer.status, answer.body['code']]).toEqual([409, 'idempotency_conflict']);
  });

  test('should be refused with 409 for another path', async () => {
    const bench = await aBench();
    await create(bench, 'k1');
    const { id } = await firstOf(bench, '/buyers/');

    const headers = { 'idempotency-key': 'k1' };
    const answer = await bench.send('PATCH', `/buyers/${asText(id)}/`, { body: {}, headers });

    expect(answer.status).toBe(409);
  });

  test('should not be kept by a write that failed', async () => {
    const bench = await aBench();
    const wrong = await create(bench, 'k1', 'no address');

    const right = await create(bench, 'k1');

    expect([wrong.status, right.status]).toEqual([400, 201]);
  });

  test('should be forgotten after a day', async () => {
    const bench = await aBench();
    await create(bench, 'k1');
    bench.clock.advance(day - 1000);
    await bench.pass(0);

    bench.clock.advance(1000);
    const answer = await create(bench, 'k1', 'other@alderbank.example');

    expect(answer.status).toBe(201);
  });

  test('should have between 1 and 255 characters', async () => {
    const bench = await aBench();

    const answer = await create(bench, 'x'.repeat(256));

    expect(answer.body['errors']).toMatchObject([{ field: 'Idempotency-Key' }]);
  });

  test('should bring back an answer that was lost on its way', async () => {
    const bench = await aBench();
    bench.sandbox.control.addFault({ kind: 'status', status: 502, when: 'after', method: 'POST' });
    const headers = { 'idempotency-key': 'k1' };
    const body = { email: 'ines@alderbank.example', full_name: 'Ines Novak' };

    const lost = await bench.send('POST', '/contacts/', { body, headers, isFaulty: true });
    const found = await create(bench, 'k1');

    expect([lost.status, found.status]).toEqual([502, 201]);
    expect((await bench.get('/contacts/?email=ines@alderbank.example')).body.count).toBe(1);
  });
});
