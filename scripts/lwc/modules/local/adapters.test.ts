import { settled } from '../../testing/stubFetch.ts';
import { createAdapter, WireRegistry } from './adapters.ts';
import type { WireResult } from './adapters.ts';

interface Config {
  readonly id?: string;
}

interface Row {
  readonly id: string | undefined;
  readonly version: number;
}

function createSource(fail = false) {
  const registry = new WireRegistry();
  const calls: Config[] = [];
  const Adapter = createAdapter<Config, Row>(
    {
      ready: ({ id }) => id !== undefined,
      key: ({ id }) => `row:${id}`,
      load: (config) => {
        calls.push(config);
        const answer = { id: config.id, version: calls.length };
        return fail ? Promise.reject(new Error('down')) : Promise.resolve(answer);
      },
      tags: ({ id }) => [`row:${id}`]
    },
    registry
  );
  const wire = (): { results: WireResult<Row>[]; adapter: InstanceType<typeof Adapter> } => {
    const results: WireResult<Row>[] = [];
    return { results, adapter: new Adapter((result) => results.push(result)) };
  };
  return { registry, calls, wire };
}

test('should emit nothing, then frozen data', async () => {
  const { wire } = createSource();
  const { results, adapter } = wire();

  adapter.connect();
  adapter.update({ id: 'a' });
  await settled();

  expect(results).toEqual([
    { data: undefined, error: undefined },
    { data: { id: 'a', version: 1 }, error: undefined }
  ]);
  expect(Object.isFrozen(results[1]?.data)).toBe(true);
});

test('should not load before its configuration is complete', async () => {
  const { calls, wire } = createSource();

  wire().adapter.update({});
  await settled();

  expect(calls).toEqual([]);
});

test('should load once for components that want the same', async () => {
  const { calls, wire } = createSource();

  wire().adapter.update({ id: 'a' });
  wire().adapter.update({ id: 'a' });
  await settled();

  expect(calls).toHaveLength(1);
});

test('should emit the error of a failed load', async () => {
  const { wire } = createSource(true);
  const { results, adapter } = wire();

  adapter.update({ id: 'a' });
  await settled();

  expect(results.at(-1)).toEqual({ data: undefined, error: new Error('down') });
});

test('should load again when a result is refreshed', async () => {
  const { registry, wire } = createSource();
  const { results, adapter } = wire();
  adapter.update({ id: 'a' });
  await settled();

  await registry.refresh(results.at(-1));

  expect(results.at(-1)?.data?.version).toBe(2);
});

test('should load again what carries an invalidated tag, and nothing else', async () => {
  const { registry, calls, wire } = createSource();
  wire().adapter.update({ id: 'a' });
  wire().adapter.update({ id: 'b' });
  await settled();

  await registry.invalidate('row:b');

  expect(calls).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'b' }]);
});

test('should stay silent once it is disconnected', async () => {
  const { wire } = createSource();
  const { results, adapter } = wire();

  adapter.update({ id: 'a' });
  adapter.disconnect();
  await settled();

  expect(results).toHaveLength(1);
});
