import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCache } from './index.ts';

const codec = {
  write: (value: unknown) => JSON.stringify(value),
  read: (text: string) => JSON.parse(text) as unknown
};

describe('Platform Cache', () => {
  test('should hand out copies, so that what is changed later stays as it was put', () => {
    const entries = createCache(codec).partition('p');
    const value = [1];
    entries.set('key', value, 10);

    value.push(2);

    expect(entries.get('key', 0)).toEqual([1]);
  });

  test('should forget a value when its time is over', () => {
    const entries = createCache(codec).partition('p');
    entries.set('key', 'value', 10);

    expect([entries.get('key', 9), entries.get('key', 10)]).toEqual(['value', undefined]);
  });

  test('should be one for all threads of an org', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cache-'));
    try {
      const file = join(folder, 'cache.sqlite');
      const [one, other] = [createCache(codec, file), createCache(codec, file)];

      one.partition('p').set('key', 'value', 10);

      expect(other.partition('p').get('key', 0)).toBe('value');
      expect(other.partition('p').delete('key')).toBe(true);
      expect(one.partition('p').keys()).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('should keep partitions apart, and a test from the org', () => {
    const cache = createCache(codec);
    cache.partition('p').set('key', 'value', 10);

    expect(cache.partition('q').get('key', 0)).toBeUndefined();
    expect(cache.isolated().partition('p').get('key', 0)).toBeUndefined();
  });
});
