import { createFakeOrg } from '../../testing/fakeOrg.ts';
import { settled, stubFetch } from '../../testing/stubFetch.ts';
import { apexMethod, getSObjectValue, refreshApex } from './apex.ts';
import type { WireResult } from './adapters.ts';

let restore = (): void => undefined;
let count = 0;

beforeEach(() => {
  count = 0;
  restore = stubFetch(
    createFakeOrg({
      apex: {
        'Offers.count': ({ cloud }) => {
          count += 1;
          return { cloud, count };
        }
      }
    })
  );
});

afterEach(() => restore());

test('should call the method with its parameters', async () => {
  const result = await apexMethod('Offers.count', false)({ cloud: 'AWS' });

  expect(result).toEqual({ cloud: 'AWS', count: 1 });
  expect(Object.isFrozen(result)).toBe(false);
});

test('should give read-only results of cacheable methods', async () => {
  expect(Object.isFrozen(await apexMethod('Offers.count', true)())).toBe(true);
});

test('should fail with the body that the org sent', async () => {
  const call = apexMethod('Offers.nothing', false)();

  await expect(call).rejects.toMatchObject({ status: 404, body: { message: 'No such method' } });
});

test('should wire the method, and refresh what it wired', async () => {
  const results: WireResult<unknown>[] = [];
  const adapter = new (apexMethod('Offers.count', true).adapter)((result) => results.push(result));

  adapter.update({ cloud: 'AWS' });
  await settled();
  await refreshApex(results.at(-1));

  expect(results.map(({ data }) => data)).toEqual([
    undefined,
    { cloud: 'AWS', count: 1 },
    { cloud: 'AWS', count: 2 }
  ]);
});

test('should wait for parameters that are undefined', async () => {
  const adapter = new (apexMethod('Offers.count', true).adapter)(() => undefined);

  adapter.update({ cloud: undefined });
  await settled();

  expect(count).toBe(0);
});

test('should read fields across relationships', () => {
  const record = { Account: { Name: 'Adatum' } };

  expect(getSObjectValue(record, { fieldApiName: 'Account.Name' })).toBe('Adatum');
  expect(getSObjectValue(record, 'Opportunity.Account.Name')).toBe('Adatum');
  expect(getSObjectValue(undefined, 'Account.Name')).toBeUndefined();
});
