import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The memory of this thread. */
export interface Heap {
  /** Bytes in use, what is not collected yet among them. */
  used(): number;
  /** Gives back what nothing reaches any more: quickly what is young, or all of it. */
  collect(how: 'young' | 'all'): void;
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

function findCollector(): Collector {
  setFlagsFromString('--expose-gc');
  // What `gc` is in a context made after the flag was set.
  return runInNewContext('gc') as Collector;
}

/** An object takes about twice the room in JavaScript that it takes in Apex. */
const timesApex = 2;

/** How much of the heap a transaction has taken, in bytes as Apex would count them. */
export interface HeapMeter {
  size(): number;
  /** Asked again and again while Apex runs; gives the size when it is over `maximum`, however much is collected. */
  excess(maximum: number): number | undefined;
  /** Runs what takes memory for the org's own sake: compiling queries, keeping caches. */
  ignoring<T>(run: () => T): T;
  /** A fresh measure from here on. */
  restart(): void;
}

/** A meter that starts now. */
export function createHeapMeter(heap: Heap): HeapMeter {
  let base = heap.used();
  const size = (): number => Math.max(0, Math.round((heap.used() - base) / timesApex));
  return {
    size,
    excess(maximum) {
      if (size() <= maximum) return undefined;
      for (const how of ['young', 'all'] as const) {
        heap.collect(how);
        if (size() <= maximum) return undefined;
      }
      return size();
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
      base = heap.used();
    }
  };
}
