import { manualClock } from '../../shared/index.ts';
import { createLimits, knownHeap } from './index.ts';
import type { Heap } from './index.ts';

/** A heap in which everything that is taken is held, except what is thrown away. */
function aHeap(): Heap & { take(bytes: number): void; waste(bytes: number): void } {
  let [held, wasted] = [1_000_000, 0];
  return {
    used: () => held + wasted,
    collect: () => {
      wasted = 0;
    },
    take: (bytes) => {
      held += bytes;
    },
    waste: (bytes) => {
      wasted += bytes;
    }
  };
}

function limitsOver(heap: Heap) {
  return createLimits('synchronous', manualClock('2026-01-01T00:00:00Z'), knownHeap(heap));
}

test('should tell what a transaction holds, half of what JavaScript needs for it', () => {
  const heap = aHeap();
  const limits = limitsOver(heap);

  heap.take(2_000_000);

  expect(limits.used('heapSize')).toBe(1_000_000);
});

test('should go down when something is no longer reached', () => {
  const heap = aHeap();
  const limits = limitsOver(heap);
  heap.take(2_000_000);
  const before = limits.used('heapSize');

  heap.take(-1_500_000);
  heap.waste(1_500_000);

  expect([before, limits.used('heapSize')]).toEqual([1_000_000, 250_000]);
});

test('should not count what was garbage before the transaction', () => {
  const heap = aHeap();
  heap.waste(3_000_000);
  const limits = limitsOver(heap);

  heap.take(8_000_000);

  expect(limits.used('heapSize')).toBe(4_000_000);
});

test('should not tell what is thrown away', () => {
  const heap = aHeap();
  const limits = limitsOver(heap);

  heap.take(200_000);
  heap.waste(4_000_000);

  expect(limits.used('heapSize')).toBe(100_000);
});

test('should collect only what is young for little, once somebody has asked', () => {
  const heap = aHeap();
  const asked: string[] = [];
  const watched = {
    ...heap,
    collect: (how: 'young' | 'all') => (asked.push(how), heap.collect(how))
  };
  const known = knownHeap(watched);
  const next = () => createLimits('synchronous', manualClock('2026-01-01T00:00:00Z'), known);
  next().used('heapSize');
  const limits = next();
  asked.length = 0;
  heap.take(200_000);
  heap.waste(4_000_000);

  expect(limits.used('heapSize')).toBe(100_000);
  expect(asked).toEqual(['young']);
});

test('should stop a transaction that holds too much', () => {
  const heap = aHeap();
  const limits = limitsOver(heap);
  heap.take(12_000_100);

  expect(() => limits.checkCpuTime()).toThrow('Apex heap size too large: 6000050');
});

test('should let it throw away as much as it likes', () => {
  const heap = aHeap();
  const limits = limitsOver(heap);
  heap.waste(100_000_000);

  expect(() => limits.checkCpuTime()).not.toThrow();
});

test('should not stop a transaction for what the org needs for itself', () => {
  const heap = aHeap();
  const limits = limitsOver(heap);

  limits.offTheClock(() => heap.take(50_000_000));

  expect(() => limits.checkCpuTime()).not.toThrow();
});
