import { asText } from '../json.ts';
import { aBench, firstOf } from '../testing/client.ts';

const mei = {
  email: 'mei@cedarford.example',
  full_name: 'Mei Carter',
  phone_number: '+12065550199'
};

describe('contacts', () => {
  test('should be created, read, changed and deleted', async () => {
    const bench = await aBench();

    const created = await bench.send('POST', '/contacts/', { body: mei });
    const path = `/contacts/${asText(created.body['id'])}/`;
    const changed = await bench.send('PATCH', path, { body: { phone_number: null } });
    const read = await bench.get(path);
    const deleted = await bench.send('DELETE', path);

    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ ...mei, is_editable: true });
    expect(read.body).toEqual(changed.body);
    expect(read.body['phone_number']).toBeNull();
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await bench.get(path)).status).toBe(404);
  });

  test('should name everything that is wrong', async () => {
    const { send } = await aBench();

    const { body } = await send('POST', '/contacts/', { body: { email: 'mei', id: '1' } });

    expect(body['errors']).toMatchObject([
      { field: 'full_name', code: 'required' },
      { field: 'email', code: 'invalid' },
      { field: 'id', code: 'not_allowed' }
    ]);
  });

  test('should refuse an address that another contact has', async () => {
    const bench = await aBench();
    await bench.send('POST', '/contacts/', { body: mei });

    const answer = await bench.send('POST', '/contacts/', { body: mei });

    expect(answer.status).toBe(409);
  });

  test.each(['PATCH', 'DELETE'] as const)(
    'should refuse %s for one that came from a cloud',
    async (verb) => {
      const bench = await aBench();
      const { id } = await firstOf(bench, '/contacts/?is_editable=false');

      const answer = await bench.send(
        verb,
        `/contacts/${asText(id)}/`,
        verb === 'PATCH' ? { body: {} } : {}
      );

      expect(answer.status).toBe(403);
    }
  );

  test('should be found by a part of their name, and ordered', async () => {
    const { get } = await aBench();

    const { body } = await get('/contacts/?search=EXAMPLE&ordering=-full_name&page_size=100');

    const names = body.results.map(({ full_name }) => asText(full_name));
    expect(names.length).toBe(36);
    expect(names).toEqual([...names].sort().reverse());
  });

  test('should refuse an order they do not have', async () => {
    const { get } = await aBench();

    expect((await get('/contacts/?ordering=shoe_size')).status).toBe(400);
  });
});
