import { datasets } from './analytics/index.ts';
import { operations } from './resources/index.ts';
import type { TestBench, Verb } from './testing/client.ts';
import { aBench } from './testing/client.ts';

const lists = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
const unknownId = '00000000-0000-4000-a000-000000000000';

function concrete(path: string): string {
  return path.replace('{uuid}', unknownId).replace('{dataset_name}', 'aws_cosell_opportunities');
}

/** Every record of every list, page by page, so that each is checked. */
async function walk(bench: TestBench, path: string): Promise<number> {
  let seen = 0;
  let next: string | null = `${path}?page_size=100`;
  while (next !== null) {
    const { body } = await bench.get(next);
    seen += body.results.length;
    const url: unknown = body['next'];
    next = typeof url === 'string' ? url.slice('http://localhost:80'.length) : null;
  }
  return seen;
}

/** What Clazar's public reference lists (docs/clazar-api.yaml marks the rest as assumed). */
const publicOperations = [
  'POST /authenticate/',
  ...['buyers', 'contracts', 'opportunities', 'private_offers', 'reseller_offers'].flatMap(
    (name) => [`GET /${name}/`, `GET /${name}/{uuid}/`, `PATCH /${name}/{uuid}/`]
  ),
  ...['listings', 'contacts', 'metering'].flatMap((name) => [
    `GET /${name}/`,
    `GET /${name}/{uuid}/`
  ]),
  'POST /contracts/{uuid}/activate/',
  'POST /contacts/',
  'PATCH /contacts/{uuid}/',
  'DELETE /contacts/{uuid}/',
  'POST /metering/',
  'PATCH /metering/{uuid}/',
  'GET /analytics/datasets/{dataset_name}/'
];

describe('the contract', () => {
  test('should have every operation of the public reference, and mark no other as public', async () => {
    const { contract } = await aBench();

    const marked = contract.operations.filter(({ source }) => source === 'public');

    expect(marked.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      publicOperations.toSorted()
    );
  });

  test('should describe every operation of the sandbox, and only those', async () => {
    const { contract, sandbox } = await aBench({ control: false });
    const name = ({ method, path }: { method: string; path: string }): string =>
      `${method} ${path}`;
    const isRoute = ({ method, path }: { method: string; path: string }): boolean =>
      sandbox.app.hasRoute({
        method,
        url: path.replace(/\{(\w+)\}/g, ':$1').replace(/\/$/, '')
      });

    expect(contract.operations.map(name).sort()).toEqual(operations.map(name).sort());
    expect(contract.operations.filter((operation) => !isRoute(operation))).toEqual([]);
  });

  test('should say of every operation whether it is public or assumed', async () => {
    const { contract } = await aBench();

    const sources = contract.operations.map(({ source }) => source);

    expect(sources.filter((source) => source !== 'public' && source !== 'assumed')).toEqual([]);
  });

  test('should hold for every record of every list', async () => {
    const bench = await aBench();

    const counts = await Promise.all(lists.map(({ path }) => walk(bench, path)));

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
  });

  test('should hold for every record after two years', async () => {
    const bench = await aBench();

    await bench.pass(730);
    const counts = await Promise.all(lists.map(({ path }) => walk(bench, path)));

    expect(counts.every((count) => count > 0)).toBe(true);
  });

  test('should refuse an answer with a field too few, too many or of another type', async () => {
    const { contract, get } = await aBench();
    const { text } = await get('/contacts/?page_size=1');
    const request = { method: 'GET', path: '/contacts/' };

    const problems = [
      contract.problems(request, 200, text.replace('"email"', '"mail"')),
      contract.problems(request, 200, text.replace('"count"', '"extra":1,"count"')),
      contract.problems(request, 200, text.replace(/"count":\d+/, '"count":"1"')),
      contract.problems(request, 201, text)
    ];

    expect(problems.map(({ length }) => length > 0)).toEqual([true, true, true, true]);
  });

  test.each([...datasets.keys()])('should hold for every row of %s', async (name) => {
    const bench = await aBench();
    const { problems } = bench.contract.dataset(name);

    const { body } = await bench.get(`/analytics/datasets/${name}/?page_size=5000`);

    expect(body.count).toBeGreaterThan(0);
    expect(body.results.flatMap((row) => problems(row))).toEqual([]);
  });

  test.each([...datasets.keys()])('should give %s page by page', async (name) => {
    const bench = await aBench();
    const { body } = await bench.get(`/analytics/datasets/${name}/?page_size=5000`);

    const rows = await walk(bench, `/analytics/datasets/${name}/`);

    expect(rows).toBe(body.count);
  });

  test.each(operations.filter(({ isPublic }) => !isPublic))(
    'should answer 401 on $method $path without a token',
    async ({ method, path }) => {
      const bench = await aBench();

      const answer = await bench.send(method, concrete(path), { isAnonymous: true });

      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  );

  test.each(operations.filter(({ path }) => path.includes('{uuid}')))(
    'should answer 404 on $method $path for an unknown id',
    async ({ method, path }) => {
      const bench = await aBench();
      const body = method === 'PATCH' ? {} : undefined;

      const answer = await bench.send(method, concrete(path), { body });

      expect(answer.status).toBe(404);
    }
  );

  test.each([...new Set(operations.map(({ path }) => path))])(
    'should answer 405 with the allowed methods on %s',
    async (path) => {
      const bench = await aBench();
      const allowed = operations.filter((operation) => operation.path === path);

      const answer = await bench.send('PUT', concrete(path));

      expect(answer.status).toBe(405);
      expect(answer.headers['allow']).toBe(allowed.map(({ method }) => method).join(', '));
    }
  );

  test.each(operations.filter(({ method }) => method === 'POST' || method === 'PATCH'))(
    'should answer 400 on $method $path for JSON that does not parse',
    async ({ method, path }) => {
      const bench = await aBench();

      const answer = await bench.send(method satisfies Verb, concrete(path), { body: '{"a":' });

      expect(answer.status).toBe(400);
      expect(answer.body['code']).toBe('malformed_json');
    }
  );

  test.each(operations.filter(({ method }) => method === 'POST' || method === 'PATCH'))(
    'should answer 415 on $method $path for a form',
    async ({ method, path }) => {
      const bench = await aBench();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };

      const answer = await bench.send(method satisfies Verb, concrete(path), {
        body: 'a=b',
        headers
      });

      expect(answer.status).toBe(415);
    }
  );

  test.each(operations.filter(({ method }) => method === 'POST' || method === 'PATCH'))(
    'should answer 413 on $method $path for a body over one megabyte',
    async ({ method, path }) => {
      const bench = await aBench();
      const body = { text: 'x'.repeat(1_100_000) };

      const answer = await bench.send(method satisfies Verb, concrete(path), { body });

      expect(answer.status).toBe(413);
    }
  );
});
