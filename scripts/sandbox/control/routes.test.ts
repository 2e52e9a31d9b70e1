import { asText } from '../json.ts';
import { aBench, firstOf } from '../testing/client.ts';

describe('the control face', () => {
  test('should be there only when asked for', async () => {
    const bench = await aBench({ control: false });

    expect((await bench.send('GET', '/_control/requests')).status).toBe(404);
  });

  test('should log requests without secrets', async () => {
    const bench = await aBench();
    await bench.send('POST', '/contacts/', { body: {}, headers: { 'idempotency-key': 'k' } });

    const { text, body } = await bench.send('GET', '/_control/requests');

    expect(body['requests']).toMatchObject([
      { number: 1, method: 'POST', path: '/authenticate/', status: 200, hasToken: false },
      { number: 2, path: '/contacts/', status: 400, idempotencyKey: 'k', hasToken: true }
    ]);
    expect(text).not.toContain('demo-secret');
  });

  test('should take a fault, and name what is wrong with one', async () => {
    const bench = await aBench();

    const right = await bench.send('POST', '/_control/faults', { body: { kind: 'wrongTypes' } });
    const wrong = await bench.send('POST', '/_control/faults', {
      body: { kind: 'status', nth: 0 }
    });

    expect([right.status, wrong.status]).toEqual([201, 400]);
    expect(wrong.body['errors']).toMatchObject([{ field: 'status' }, { field: 'nth' }]);
  });

  test('should let time pass', async () => {
    const bench = await aBench();
    const before = await firstOf(bench, '/private_offers/?filter[status]=Pending acceptance');

    await bench.send('POST', '/_control/advance', { body: { days: 60, hours: 2 } });
    await bench.pass(0);

    const { body } = await bench.get(`/private_offers/${asText(before['id'])}/`);
    expect(['Accepted', 'Expired']).toContain(body['status']);
  });

  test.each([{}, { days: -1 }, { weeks: 1 }])('should refuse the time %j', async (body) => {
    const bench = await aBench();

    expect((await bench.send('POST', '/_control/advance', { body })).status).toBe(400);
  });

  test('should change a record, which is then the newest', async () => {
    const bench = await aBench();
    const { id } = await firstOf(bench, '/private_offers/');

    const record = { id, name: 'Renamed in the cloud' };
    await bench.send('POST', '/_control/records', { body: { resource: 'private_offers', record } });

    const { body } = await bench.get(
      '/private_offers/?last_modified_at_after=2026-11-24T07:59:59Z'
    );
    expect(body.results).toMatchObject([record]);
  });

  test('should add a record that keeps the contract, and delete it', async () => {
    const bench = await aBench();
    const record = { name: 'New offer', status: 'Pending acceptance', cloud: 'aws' };

    const added = await bench.send('POST', '/_control/records', {
      body: { resource: 'private_offers', record }
    });
    const path = `/private_offers/${asText(added.body['id'])}/`;
    const read = await bench.get(path);
    const body = { resource: 'private_offers', id: added.body['id'] };
    await bench.send('DELETE', '/_control/records', { body });

    expect(read.body).toMatchObject(record);
    expect((await bench.get(path)).status).toBe(404);
  });

  test('should refuse a resource that is not there', async () => {
    const bench = await aBench();

    const body = { resource: 'secrets', record: {} };

    expect((await bench.send('POST', '/_control/records', { body })).status).toBe(400);
  });

  test('should put everything back on reset, and leave tokens valid', async () => {
    const bench = await aBench();
    const before = bench.sandbox.control.snapshot();
    await bench.send('POST', '/contacts/', { body: { email: 'a@b.example', full_name: 'A' } });
    bench.sandbox.control.addFault({ kind: 'status', status: 500 });

    await bench.send('POST', '/_control/reset');

    expect((await bench.get('/contacts/')).status).toBe(200);
    expect(bench.sandbox.control.snapshot()).toEqual(before);
  });
});
