import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The memory of this thread. */
export interface Heap {
  /** Bytes in use, what is not collected yet among them. */
  used(): number;
  /** Gives back what nothing reaches any more: quickly what is young, or all of it. */
  collect(how: 'young' | 'all'): void;
}

/** A thread's memory with what was in use, without garbage, when it was last known. */
export interface KnownHeap extends Heap {
  /** For the start of a transaction: measured when it is not known, and now and then once somebody has asked. */
  baseline(): number;
  /** Bytes in use without garbage. */
  exact(): number;
  /** Whether somebody has asked: baselines are free of young garbage from then on. */
  isAsked(): boolean;
}

type Collector = (options?: { readonly type: 'minor' | 'major' }) => void;

/** V8's heap of this thread. */
export function threadHeap(): Heap {
  let collector: Collector | undefined;
  return {
    used: () => {
      const { used_heap_size: objects, external_memory: buffers } = getHeapStatistics();
      return objects + buffers;
    },
    collect(how) {
      collector ??= findCollector();
      collector({ type: how === 'young' ? 'minor' : 'major' });
    }
  };
}

/** How much may have been taken since the baseline was measured. */
const staleAfter = 32_000_000;

/** Keeps the baseline of a thread for all its transactions. */
export function knownHeap(heap: Heap = threadHeap()): KnownHeap {
  let live: number | undefined;
  let isAsked = false;
  const exact = (): number => {
    heap.collect('all');
    return heap.used();
  };
  return {
    ...heap,
    baseline() {
      if (isAsked) heap.collect('young');
      if (live === undefined || (isAsked && heap.used() - live > staleAfter)) live = exact();
      return live;
    },
    exact() {
      isAsked = true;
      return exact();
    },
    isAsked: () => isAsked
  };
}

function findCollector(): Collector {
  setFlagsFromString('--expose-gc');
  // What `gc` is in a context made after the flag was set.
  return runInNewContext('gc') as Collector;
}

/** An object takes about twice the room in JavaScript that it takes in Apex. */
const timesApex = 2;

/** How much of the heap a transaction has taken, in bytes as Apex would count them. */
export interface HeapMeter {
  /** Without what nothing reaches any more, as long as it is not asked too often; see `mostExact`. */
  size(): number;
  /** Asked again and again while Apex runs; gives the size when it is over `maximum`, however much is collected. */
  excess(maximum: number): number | undefined;
  /** Runs what takes memory for the org's own sake: compiling queries, keeping caches. */
  ignoring<T>(run: () => T): T;
  /** A fresh measure from here on. */
  restart(): void;
}

/** A whole collection takes some 50 ms: so often in a transaction the size is told exactly, later only when it is large. */
const mostExact = 20;

/** So little, in bytes as Apex would count them, that collecting what is young tells it well enough. */
const little = 1_500_000;

/** A meter that starts now. */
export function createHeapMeter(heap: KnownHeap): HeapMeter {
  let live = heap.baseline();
  let base = heap.used();
  let asked = 0;
  let isClean = heap.isAsked();
  const apexSize = (bytes: number): number => Math.max(0, Math.round(bytes / timesApex));
  const raw = (): number => apexSize(heap.used() - base);
  return {
    size() {
      if (isClean) heap.collect('young');
      if (isClean && raw() < little) return raw();
      asked += 1;
      if (asked > mostExact) return raw();
      const exact = heap.exact();
      live = Math.min(live, exact); // What the org itself has let go since.
      return apexSize(exact - live);
    },
    excess(maximum) {
      for (const how of ['young', 'all'] as const) {
        if (raw() <= maximum) return undefined;
        heap.collect(how);
      }
      return raw() <= maximum ? undefined : raw();
    },
    ignoring(run) {
      const before = heap.used();
      try {
        return run();
      } finally {
        base += Math.max(0, heap.used() - before);
      }
    },
    restart: () => {
      live = heap.baseline();
      base = heap.used();
      isClean = heap.isAsked();
      asked = 0;
    }
  };
}
