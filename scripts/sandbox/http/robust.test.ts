import fc from 'fast-check';

import { asText } from '../json.ts';
import { operations } from '../resources/index.ts';
import type { TestBench } from '../testing/client.ts';
import { aBench, firstOf } from '../testing/client.ts';

const writes = operations.filter(({ method }) => method !== 'GET');
const reads = operations.filter(({ method }) => method === 'GET');

/** The path with the id of a record that is there. */
async function concrete(bench: TestBench, path: string): Promise<string> {
  if (path.includes('{dataset_name}'))
    return path.replace('{dataset_name}', 'aws_marketplace_revenue');
  if (!path.includes('{uuid}')) return path;
  const { id } = await firstOf(bench, path.slice(0, path.indexOf('{')));
  return path.replace('{uuid}', asText(id));
}

const fields = fc.constantFrom(
  'details',
  'request',
  'email',
  'full_name',
  'cloud',
  'aws',
  'last_modified_at',
  'name',
  'price',
  'duration',
  '__proto__',
  'custom_properties',
  'payment_schedule',
  'solution_offered'
);
/** The client sends a text as it is, so a JSON text stands in a list. */
const bodies = fc
  .oneof(fc.jsonValue(), fc.dictionary(fields, fc.jsonValue({ maxDepth: 2 })))
  .map((body) => (typeof body === 'string' ? [body] : body));

describe('the sandbox', () => {
  test.each(writes)(
    'should take any JSON at $method $path without failing',
    async ({ method, path }) => {
      const bench = await aBench();
      const url = await concrete(bench, path);
      /** Usage records are checked one by one, and none is refused for the others' sake. */
      const isOutside = path === '/metering/';

      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          const { status } = await bench.send(method, url, { body, isOutside });

          expect(status).toBeLessThan(500);
        }),
        { numRuns: 40 }
      );
    }
  );

  test.each(reads)('should take any query at $path without failing', async ({ path }) => {
    const bench = await aBench();
    const url = await concrete(bench, path);
    const names = fc.constantFrom(
      'page',
      'page_size',
      'filter[cloud]',
      'filter[',
      'search',
      'ordering',
      'last_modified_at_after',
      'x'
    );

    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, fc.string())), async (pairs) => {
        const query = new URLSearchParams(pairs).toString();

        expect((await bench.get(`${url}?${query}`)).status).toBeLessThan(500);
      }),
      { numRuns: 30 }
    );
  });
});
