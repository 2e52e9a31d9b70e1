import fc from 'fast-check';

import type { Entity } from '../records.ts';
import { createCollection } from './collection.ts';
import { instant } from './instant.ts';

const someRecords = fc
  .uniqueArray(fc.record({ id: fc.nat(500).map(String), minute: fc.nat(60) }), {
    selector: ({ id }) => id
  })
  .map((rows) =>
    rows.map(({ id, minute }) => ({ id, last_modified_at: instant(minute * 60_000) }))
  );

function readAll(records: readonly Entity[], pageSize: number, modifiedAfter?: string): string[] {
  const collection = createCollection(records);
  const query = modifiedAfter === undefined ? { pageSize } : { pageSize, modifiedAfter };
  const pages = Math.ceil(records.length / pageSize);
  return Array.from({ length: pages }, (_, index) => collection.page({ ...query, page: index + 1 }))
    .flatMap((page) => page.records)
    .map(({ id }) => id);
}

describe('a collection', () => {
  test('should show every record exactly once, whatever the page size', () => {
    fc.assert(
      fc.property(someRecords, fc.integer({ min: 1, max: 9 }), (records, pageSize) => {
        const ids = readAll(records, pageSize);

        expect([...ids].sort()).toEqual(records.map(({ id }) => id).sort());
      })
    );
  });

  test('should show what was modified after an instant, and nothing else', () => {
    fc.assert(
      fc.property(someRecords, fc.nat(60), (records, minute) => {
        const after = instant(minute * 60_000);

        const ids = readAll(records, 3, after);

        const expected = records.filter((record) => record.last_modified_at > after);
        expect([...ids].sort()).toEqual(expected.map(({ id }) => id).sort());
      })
    );
  });

  test('should move a changed record to its new place and forget a deleted one', () => {
    const collection = createCollection<Entity>([
      { id: 'a', last_modified_at: instant(1) },
      { id: 'b', last_modified_at: instant(2) },
      { id: 'c', last_modified_at: instant(3) }
    ]);

    collection.put({ id: 'a', last_modified_at: instant(4) });
    collection.delete('b');

    expect(collection.all().map(({ id }) => id)).toEqual(['c', 'a']);
    expect(collection.size).toBe(2);
  });
});
