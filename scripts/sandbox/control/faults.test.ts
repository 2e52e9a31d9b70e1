import type { Fault } from '../index.ts';
import type { TestBench } from '../testing/client.ts';
import { aBench } from '../testing/client.ts';

async function withFault(fault: Fault): Promise<TestBench> {
  const bench = await aBench();
  bench.sandbox.control.addFault(fault);
  return bench;
}

const faulty = { isFaulty: true };

describe('faults', () => {
  test('should answer a status with its body and Retry-After', async () => {
    const body = { error: 'overloaded' };
    const bench = await withFault({ kind: 'status', status: 503, body, retryAfter: 7 });

    const answer = await bench.send('GET', '/listings/', faulty);

    expect([answer.status, answer.body, answer.headers['retry-after']]).toEqual([503, body, '7']);
  });

  test('should answer a page of HTML as proxies do', async () => {
    const bench = await withFault({ kind: 'status', status: 502, body: '<h1>Bad Gateway</h1>' });

    const answer = await bench.send('GET', '/listings/', faulty);

    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toBe('<h1>Bad Gateway</h1>');
  });

  test('should strike the nth request that matches, as often as asked, and no other', async () => {
    const bench = await withFault({
      kind: 'status',
      status: 500,
      path: '/buyers',
      nth: 2,
      times: 2
    });
    const found: number[] = [];

    for (const path of ['/buyers', '/listings', '/buyers/', '/buyers?page=2', '/buyers']) {
      found.push((await bench.send('GET', path, faulty)).status);
    }

    expect(found).toEqual([200, 200, 500, 500, 200]);
  });

  test('should match a method and any id', async () => {
    const bench = await withFault({
      kind: 'status',
      status: 500,
      method: 'PATCH',
      path: '/buyers/*'
    });

    const found = [
      (await bench.send('GET', '/buyers/1', faulty)).status,
      (await bench.send('PATCH', '/buyers/1', faulty)).status
    ];

    expect(found).toEqual([404, 500]);
  });

  test('should send JSON that does not parse', async () => {
    const bench = await withFault({ kind: 'malformedJson' });

    const { status, text } = await bench.send('GET', '/listings/', faulty);

    expect(status).toBe(200);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test('should send other types than the contract says', async () => {
    const bench = await withFault({ kind: 'wrongTypes' });

    const { body } = await bench.send('GET', '/contacts/?page_size=1', faulty);

    expect(body.count).toBe(36);
    expect(typeof body.results[0]?.['email']).toBe('number');
    expect(typeof body.results[0]?.['is_editable']).toBe('string');
  });

  test('should end a token in the middle, until the next log-in', async () => {
    const bench = await withFault({ kind: 'expiredToken', nth: 2 });

    const found = [
      await bench.get('/listings/'),
      await bench.get('/listings/'),
      await bench.get('/buyers/')
    ];
    await bench.pass(0);
    found.push(await bench.get('/buyers/'));

    expect(found.map(({ status }) => status)).toEqual([200, 401, 401, 200]);
  });

  test('should be forgotten when cleared', async () => {
    const bench = await withFault({ kind: 'status', status: 500 });

    bench.sandbox.control.clearFaults();

    expect((await bench.get('/listings/')).status).toBe(200);
  });
});
