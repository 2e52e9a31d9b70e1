import { asText } from '../json.ts';
import { aBench, firstOf } from '../testing/client.ts';

const lists = ['listings', 'buyers', 'contracts', 'private_offers', 'opportunities'];
const annotated = ['buyers', 'contracts', 'private_offers', 'opportunities'];

describe('a list', () => {
  test('should answer with and without the slash at the end', async () => {
    const { get } = await aBench();

    const [withSlash, without] = [await get('/listings/'), await get('/listings')];

    expect(withSlash.body.results).toEqual(without.body.results);
  });

  test('should link to the page before and after it, keeping the query', async () => {
    const { get } = await aBench();

    const { body } = await get('/buyers?page=2&page_size=5&last_modified_at_after=2021-01-01');

    const query = 'page_size=5&last_modified_at_after=2021-01-01';
    expect(body['next']).toBe(`http://localhost:80/buyers/?page=3&${query}`);
    expect(body['previous']).toBe(`http://localhost:80/buyers/?page=1&${query}`);
  });

  test('should be empty after its last page', async () => {
    const { get } = await aBench();

    const { body } = await get('/listings/?page=99');

    expect(body).toMatchObject({ count: 12, next: null, results: [] });
  });

  test.each(['page=0', 'page=x', 'page=1.5', 'page_size=0', 'page_size=101', 'page=1&page=2'])(
    'should refuse %s',
    async (query) => {
      const { get } = await aBench();

      const { status, body } = await get(`/listings/?${query}`);

      expect(status).toBe(400);
      expect(body['errors']).toMatchObject([{ field: query.split('=')[0] }]);
    }
  );

  test.each(lists)('should show only newer %s with last_modified_at_after', async (name) => {
    const { get } = await aBench();
    const all = (await get(`/${name}/?page_size=100`)).body;
    const middle = all.results[Math.floor(all.count / 2)];

    const after = asText(middle?.['last_modified_at']);
    const { body } = await get(`/${name}/?page_size=100&last_modified_at_after=${after}`);

    const newer = all.results.filter((record) => asText(record['last_modified_at']) > after);
    expect(body.results).toEqual(newer);
    expect(body.count).toBe(newer.length);
  });

  test('should refuse a last_modified_at_after that is no instant', async () => {
    const { get } = await aBench();

    const { body } = await get('/listings/?last_modified_at_after=yesterday');

    expect(body['errors']).toMatchObject([{ field: 'last_modified_at_after', code: 'invalid' }]);
  });

  test('should show only what equals its filters', async () => {
    const bench = await aBench();
    const contract = await firstOf(bench, '/contracts/?filter[cloud]=aws');

    const filter = `filter[cloud]=aws&filter[buyer_id]=${asText(contract['buyer_id'])}`;
    const { body } = await bench.get(`/contracts?${filter}`);

    expect(body.results).toContainEqual(contract);
    expect(body.results.every(({ buyer_id }) => buyer_id === contract['buyer_id'])).toBe(true);
  });

  test('should refuse a filter it does not have, naming it', async () => {
    const { get } = await aBench();

    const { body } = await get('/contracts/?filter[colour]=red');

    expect(body['errors']).toMatchObject([{ field: 'filter[colour]', code: 'unknown_filter' }]);
  });

  test('should ignore parameters that it does not know', async () => {
    const { get } = await aBench();

    expect((await get('/listings?response_format=common')).status).toBe(200);
  });
});

describe('a record', () => {
  test.each(lists)('should look as in the list of %s', async (name) => {
    const bench = await aBench();
    const record = await firstOf(bench, `/${name}/`);

    const { body } = await bench.get(`/${name}/${asText(record['id'])}/`);

    expect(body).toEqual(record);
  });

  test.each(annotated)('should keep custom properties and links of %s', async (name) => {
    const bench = await aBench();
    const record = await firstOf(bench, `/${name}/`);
    const body = {
      custom_properties: { region: 'north' },
      external_object_associations: { salesforce: { mapped_object: { id: '006000000000001AAA' } } }
    };

    const answer = await bench.send('PATCH', `/${name}/${asText(record['id'])}/`, { body });

    const { last_modified_at, ...rest } = answer.body;
    expect({ ...record, ...rest }).toEqual({ ...record, ...body });
    expect(asText(last_modified_at) > asText(record['last_modified_at'])).toBe(true);
  });

  test('should keep links of a reseller offer, though its public shape does not show them', async () => {
    const bench = await aBench();
    const { id } = await firstOf(bench, '/reseller_offers/');
    const body = { custom_properties: { region: 'north' } };

    await bench.send('PATCH', `/reseller_offers/${asText(id)}/`, { body });

    const stored = bench.sandbox.control
      .snapshot()
      .reseller_offers.find((offer) => offer.id === id);
    expect(stored?.custom_properties).toEqual(body.custom_properties);
  });

  test.each(annotated)('should refuse to change anything else of %s', async (name) => {
    const bench = await aBench();
    const record = await firstOf(bench, `/${name}/`);
    const path = `/${name}/${asText(record['id'])}/`;

    const body = { status: 'mine', custom_properties: [], constructor: 1 };
    const answer = await bench.send('PATCH', path, { body });

    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toMatchObject([
      { field: 'status', code: 'not_allowed' },
      { field: 'custom_properties', code: 'invalid' },
      { field: 'constructor', code: 'not_allowed' }
    ]);
    expect((await bench.get(path)).body).toEqual(record);
  });

  test('should not be touched by an empty change', async () => {
    const bench = await aBench();
    const record = await firstOf(bench, '/buyers/');

    const answer = await bench.send('PATCH', `/buyers/${asText(record['id'])}`, { body: {} });

    expect(answer.body).toEqual(record);
  });

  test.each([[[1]], ['"text"'], ['null']])('should refuse the body %j', async (body) => {
    const bench = await aBench();
    const { id } = await firstOf(bench, '/buyers/');

    const answer = await bench.send('PATCH', `/buyers/${asText(id)}/`, { body });

    expect(answer.body['errors']).toMatchObject([{ field: 'body' }]);
  });
});
